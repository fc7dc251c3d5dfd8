/** A box of an ISO base media file (ISO 14496-12): MP4, MOV, HEIC. */
export interface Box {
  type: string;
  /** Where its content begins and ends in the file. */
  start: number;
  end: number;
}

const HEADER_BYTES = 16;
/** Files of phones have a handful at each level; more is damage. */
const MAX_BOXES = 256;

/** The boxes between two places of a file; only their headers are read. Ends early where the file is damaged. */
export async function readBoxes(file: Blob, start: number, end: number): Promise<Box[]> {
  const boxes: Box[] = [];
  let place = start;
  while (place + 8 <= end && boxes.length < MAX_BOXES) {
    const header = await viewOf(file, place, Math.min(end, place + HEADER_BYTES));
    const short = header.getUint32(0);
    const isLong = short === 1;
    if (isLong && header.byteLength < HEADER_BYTES) break;
    const size = isLong ? Number(header.getBigUint64(8)) : short === 0 ? end - place : short;
    const content = place + (isLong ? HEADER_BYTES : 8);
    if (size < content - place || place + size > end) break;
    boxes.push({ type: typeOf(header), start: content, end: place + size });
    place += size;
  }
  return boxes;
}

/** The first box of a type between two places. */
export async function findBox(file: Blob, type: string, start: number, end: number): Promise<Box | null> {
  return (await readBoxes(file, start, end)).find((box) => box.type === type) ?? null;
}

/** The bytes between two places of a file. */
export async function viewOf(file: Blob, start: number, end: number): Promise<DataView> {
  return new DataView(await file.slice(start, end).arrayBuffer());
}

function typeOf(header: DataView): string {
  return String.fromCharCode(...[4, 5, 6, 7].map((index) => header.getUint8(index)));
}
