import type { RecordedAt } from '../types.ts';
import { recordedAt } from './recorded-time.ts';

const EXIF_POINTER = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;
const OFFSET_TIME_ORIGINAL = 0x9011;
/** Sizes of the types of TIFF 6.0 that are read here: ASCII and LONG. */
const ENTRY_BYTES = 12;
/** A directory of a camera has some dozens of entries; more is damage. */
const MAX_ENTRIES = 512;

const DATE = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}):(\d{2}):(\d{2})/;

/**
 * When a picture says that it was taken: DateTimeOriginal of the TIFF block of its Exif data (Exif 2.32, 4.6.5), with the zone
 * of OffsetTimeOriginal where there is one. Null when it does not say, or the block is damaged.
 */
export function exifTime(tiff: DataView): RecordedAt | null {
  try {
    return readTime(tiff);
  } catch (error) {
    if (error instanceof RangeError) return null; // An offset beyond the end of the block.
    throw error;
  }
}

function readTime(tiff: DataView): RecordedAt | null {
  const order = tiff.getUint16(0);
  const little = order === 0x4949;
  if ((!little && order !== 0x4d4d) || tiff.getUint16(2, little) !== 42) return null;
  const main = readDirectory(tiff, tiff.getUint32(4, little), little);
  const pointer = main.get(EXIF_POINTER);
  if (pointer === undefined) return null;
  const exif = readDirectory(tiff, tiff.getUint32(pointer + 8, little), little);
  const date = DATE.exec(asciiOf(tiff, exif.get(DATE_TIME_ORIGINAL), little));
  if (!date) return null;
  const [, year, month, day, hour, minute, second] = date;
  const zone = asciiOf(tiff, exif.get(OFFSET_TIME_ORIGINAL), little).trim();
  return recordedAt(`${year}-${month}-${day} ${hour}:${minute}:${second}`, zone || null);
}

/** Where the entry of each tag stands. */
function readDirectory(tiff: DataView, start: number, little: boolean): Map<number, number> {
  const count = Math.min(tiff.getUint16(start, little), MAX_ENTRIES);
  const entries = Array.from({ length: count }, (_, index) => start + 2 + index * ENTRY_BYTES);
  return new Map(entries.map((entry) => [tiff.getUint16(entry, little), entry]));
}

function asciiOf(tiff: DataView, entry: number | undefined, little: boolean): string {
  if (entry === undefined) return '';
  const length = tiff.getUint32(entry + 4, little);
  const start = length <= 4 ? entry + 8 : tiff.getUint32(entry + 8, little);
  let words = '';
  for (let index = 0; index < Math.min(length, 64); index += 1) {
    const byte = tiff.getUint8(start + index);
    if (byte === 0) break;
    words += String.fromCharCode(byte);
  }
  return words;
}
