import { ZipError } from './errors.ts';
import * as zip from './format.ts';
import type { RandomAccess } from './source.ts';

/** Where the central directory is. */
export interface DirectoryPlace {
  count: number;
  size: number;
  offset: number;
}

/** Largest directory that is read into memory: some 300,000 files. */
const MAX_DIRECTORY_BYTES = 64 * 1024 * 1024;

/** Finds the central directory from the end of the file. Rejects with a ZipError when there is no sound one. */
export async function findDirectory(source: RandomAccess): Promise<DirectoryPlace> {
  const end = await findEndRecord(source);
  const plain = plainPlace(end.view);
  const needsZip64 = plain.count === zip.MAX_16 || plain.size === zip.MAX_32 || plain.offset === zip.MAX_32;
  const place = needsZip64 ? await zip64Place(source, end.offset) : { ...plain, end: end.offset };
  if (place.size > MAX_DIRECTORY_BYTES) throw new ZipError('tooLarge');
  const isWhole = place.offset + place.size === place.end && place.count * zip.CENTRAL_HEADER_BYTES <= place.size;
  if (!isWhole) throw new ZipError('damagedDirectory');
  return place;
}

/** The record ends the file, but for a comment whose length it states; so a cut or an addition is noticed. */
async function findEndRecord(source: RandomAccess): Promise<{ view: DataView; offset: number }> {
  const length = Math.min(source.size, zip.END_RECORD_BYTES + zip.MAX_16);
  const tail = await source.read(source.size - length, length);
  const view = new DataView(tail.buffer);
  for (let at = length - zip.END_RECORD_BYTES; at >= 0; at -= 1) {
    if (view.getUint32(at, true) !== zip.END_RECORD) continue;
    if (at + zip.END_RECORD_BYTES + view.getUint16(at + 20, true) !== length) continue;
    return { view: new DataView(tail.buffer, at), offset: source.size - length + at };
  }
  throw new ZipError((await startsLikeZip(source)) ? 'cutOff' : 'notZip');
}

async function startsLikeZip(source: RandomAccess): Promise<boolean> {
  if (source.size < 4) return false;
  const start = await source.read(0, 4);
  return new DataView(start.buffer).getUint32(0, true) === zip.LOCAL_HEADER;
}

function plainPlace(view: DataView): DirectoryPlace {
  const isOneDisk = view.getUint16(4, true) === 0 && view.getUint16(6, true) === 0;
  if (!isOneDisk || view.getUint16(8, true) !== view.getUint16(10, true)) throw new ZipError('spanned');
  return { count: view.getUint16(10, true), size: view.getUint32(12, true), offset: view.getUint32(16, true) };
}

async function zip64Place(source: RandomAccess, endOffset: number): Promise<DirectoryPlace & { end: number }> {
  const locator = await readRecord(source, endOffset - zip.ZIP64_LOCATOR_BYTES, zip.ZIP64_LOCATOR_BYTES);
  if (locator.getUint32(0, true) !== zip.ZIP64_LOCATOR) throw new ZipError('damagedDirectory');
  if (locator.getUint32(4, true) !== 0 || locator.getUint32(16, true) > 1) throw new ZipError('spanned');
  const end = zip.readUint64(locator, 8);
  const record = await readRecord(source, end, zip.ZIP64_END_RECORD_BYTES);
  if (record.getUint32(0, true) !== zip.ZIP64_END_RECORD) throw new ZipError('damagedDirectory');
  return {
    count: zip.readUint64(record, 32),
    size: zip.readUint64(record, 40),
    offset: zip.readUint64(record, 48),
    end,
  };
}

async function readRecord(source: RandomAccess, offset: number, length: number): Promise<DataView> {
  if (!(offset >= 0 && offset + length <= source.size)) throw new ZipError('damagedDirectory');
  return new DataView((await source.read(offset, length)).buffer);
}
