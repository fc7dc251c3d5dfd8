import type { RecordedAt } from '../types.ts';
import { findBox, viewOf } from './boxes.ts';
import { exifTime } from './exif.ts';

/** Exif data stand in the first segments of a JPEG; one segment has at most 64 KiB. */
const JPEG_HEAD_BYTES = 256 * 1024;
const EXIF_HEADER = [0x45, 0x78, 0x69, 0x66, 0, 0];

/** When a JPEG says that it was taken; null when it does not. */
export async function jpegTime(file: Blob): Promise<RecordedAt | null> {
  const head = await viewOf(file, 0, Math.min(file.size, JPEG_HEAD_BYTES));
  let place = 2;
  while (place + 4 <= head.byteLength && head.getUint8(place) === 0xff) {
    const marker = head.getUint8(place + 1);
    const size = head.getUint16(place + 2);
    if (marker === 0xda || size < 2) return null; // The picture itself begins: no Exif data before it.
    const content = place + 4;
    const isExif = marker === 0xe1 && hasBytes(head, content, EXIF_HEADER);
    if (isExif) return exifTime(part(head, content + EXIF_HEADER.length, place + 2 + size));
    place += 2 + size;
  }
  return null;
}

/** When a HEIC or AVIF says that it was taken; null when it does not. */
export async function heicTime(file: Blob): Promise<RecordedAt | null> {
  const meta = await findBox(file, 'meta', 0, file.size);
  if (!meta) return null;
  const start = meta.start + 4; // After version and flags.
  const infos = await findBox(file, 'iinf', start, meta.end);
  const places = await findBox(file, 'iloc', start, meta.end);
  if (!infos || !places) return null;
  const id = exifItem(await viewOf(file, infos.start, infos.end));
  const extent = id === null ? null : itemExtent(await viewOf(file, places.start, places.end), id);
  if (!extent || extent.length < 8) return null;
  const item = await viewOf(file, extent.start, extent.start + Math.min(extent.length, JPEG_HEAD_BYTES));
  // The item begins with how far the TIFF block is from here.
  return item.byteLength < 8 ? null : exifTime(part(item, 4 + item.getUint32(0), item.byteLength));
}

/** The id of the item of type `Exif`, in entries of version 2 or 3 (ISO 14496-12, 8.11.6). */
function exifItem(infos: DataView): number | null {
  let place = infos.getUint8(0) === 0 ? 6 : 8;
  while (place + 20 <= infos.byteLength) {
    const size = infos.getUint32(place);
    const isLong = infos.getUint8(place + 8) === 3;
    const type = place + (isLong ? 18 : 16);
    if (hasBytes(infos, type, EXIF_HEADER.slice(0, 4))) {
      return isLong ? infos.getUint32(place + 12) : infos.getUint16(place + 12);
    }
    if (size < 8) return null;
    place += size;
  }
  return null;
}

/** Where the first extent of an item is in the file (ISO 14496-12, 8.11.3). */
function itemExtent(view: DataView, wanted: number): { start: number; length: number } | null {
  const version = view.getUint8(0);
  const [offsetBytes, lengthBytes] = halves(view.getUint8(4));
  const [baseBytes, indexBytes] = halves(view.getUint8(5));
  const idBytes = version < 2 ? 2 : 4;
  let place = 6;
  const next = (bytes: number): number => {
    let value = 0;
    for (let index = 0; index < bytes; index += 1) value = value * 256 + view.getUint8(place + index);
    place += bytes;
    return value;
  };
  const count = next(idBytes);
  for (let index = 0; index < count && place < view.byteLength - idBytes; index += 1) {
    const id = next(idBytes);
    const method = version > 0 ? next(2) & 0xf : 0;
    next(2);
    const base = next(baseBytes);
    const extents = next(2);
    for (let extent = 0; extent < extents; extent += 1) {
      if (version > 0) next(indexBytes);
      const found = { start: base + next(offsetBytes), length: next(lengthBytes) };
      if (id === wanted && extent === 0) return method === 0 ? found : null;
    }
  }
  return null;
}

function halves(byte: number): [number, number] {
  return [byte >> 4, byte & 0xf];
}

function hasBytes(view: DataView, start: number, wanted: readonly number[]): boolean {
  return (
    start + wanted.length <= view.byteLength && wanted.every((byte, index) => view.getUint8(start + index) === byte)
  );
}

function part(view: DataView, start: number, end: number): DataView {
  const from = Math.min(start, view.byteLength);
  return new DataView(view.buffer, view.byteOffset + from, Math.max(0, Math.min(end, view.byteLength) - from));
}
