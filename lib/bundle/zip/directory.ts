import { crc32 } from '../../shared/crc32.ts';
import { type DirectoryPlace, findDirectory } from './end-record.ts';
import { decodeName, isSafeEntryPath } from './entry-path.ts';
import { ZipError } from './errors.ts';
import { findExtra } from './extra.ts';
import * as zip from './format.ts';
import type { RandomAccess } from './source.ts';

/** A file inside a zip, as the central directory describes it. */
export interface ZipEntry {
  /** With `/` between the parts, in Unicode normal form C. */
  path: string;
  rawName: Uint8Array<ArrayBuffer>;
  flags: number;
  method: number;
  crc32: number;
  compressedBytes: number;
  bytes: number;
  /** Of its local header. */
  offset: number;
  /** Where the next thing begins: nothing of this file may reach beyond. */
  limit: number;
}

/**
 * Reads the list of files of a zip. Folders are left out. Rejects with a ZipError for anything that is not a sound zip, and for
 * one that no honest program writes: two files of one name, paths that lead out of the folder, files that overlap.
 */
export async function readDirectory(source: RandomAccess): Promise<ZipEntry[]> {
  const place = await findDirectory(source);
  const bytes = await source.read(place.offset, place.size);
  const entries = parseEntries(bytes, place);
  setLimits(entries, place.offset);
  const files = entries.filter((entry) => !entry.path.endsWith('/'));
  requireDistinct(files);
  return files;
}

function parseEntries(bytes: Uint8Array<ArrayBuffer>, place: DirectoryPlace): ZipEntry[] {
  const view = new DataView(bytes.buffer);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < place.count) {
    const fits = at + zip.CENTRAL_HEADER_BYTES <= bytes.length && view.getUint32(at, true) === zip.CENTRAL_HEADER;
    if (!fits) throw new ZipError('damagedDirectory');
    const end = at + zip.CENTRAL_HEADER_BYTES + sumOfLengths(view, at);
    if (end > bytes.length) throw new ZipError('damagedDirectory');
    entries.push(parseEntry(bytes.slice(at, end)));
    at = end;
  }
  if (at !== bytes.length) throw new ZipError('damagedDirectory');
  return entries;
}

function sumOfLengths(view: DataView, at: number): number {
  return view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
}

function parseEntry(header: Uint8Array<ArrayBuffer>): ZipEntry {
  const view = new DataView(header.buffer);
  const nameEnd = zip.CENTRAL_HEADER_BYTES + view.getUint16(28, true);
  const rawName = header.slice(zip.CENTRAL_HEADER_BYTES, nameEnd);
  const extra = header.slice(nameEnd, nameEnd + view.getUint16(30, true));
  const flags = view.getUint16(8, true);
  const path = decodeName(rawName, (flags & zip.FLAG_UTF8) !== 0, unicodePath(extra, rawName));
  if (!isSafeEntryPath(path)) throw new ZipError('unsafePath', path);
  const entry = {
    path,
    rawName,
    flags,
    method: view.getUint16(10, true),
    crc32: view.getUint32(16, true),
    limit: 0,
    ...sizes(view, extra, path),
  };
  if (path.endsWith('/') && entry.bytes > 0) throw new ZipError('damagedDirectory', path);
  return entry;
}

/** Sizes and offset; where a field is full, the zip64 extra field holds the number, in this order. */
function sizes(view: DataView, extra: Uint8Array<ArrayBuffer>, path: string) {
  const wide = findExtra(extra, zip.ZIP64_EXTRA);
  const wideView = wide && new DataView(wide.buffer);
  let used = 0;
  const take = (plain: number): number => {
    if (plain !== zip.MAX_32 || !wideView) return plain;
    const value = used + 8 <= wideView.byteLength ? zip.readUint64(wideView, used) : Number.NaN;
    used += 8;
    if (Number.isNaN(value)) throw new ZipError('tooLarge', path);
    return value;
  };
  const bytes = take(view.getUint32(24, true));
  const compressedBytes = take(view.getUint32(20, true));
  return { bytes, compressedBytes, offset: take(view.getUint32(42, true)) };
}

/** Info-ZIP's second name field counts only while it belongs to the first: it carries that one's CRC-32. */
function unicodePath(extra: Uint8Array<ArrayBuffer>, rawName: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const field = findExtra(extra, zip.UNICODE_PATH_EXTRA);
  if (!field || field.length < 5 || field[0] !== 1) return null;
  const isCurrent = new DataView(field.buffer).getUint32(1, true) === crc32(rawName);
  return isCurrent ? field.slice(5) : null;
}

/** Gives each entry its limit and refuses entries that share bytes. */
function setLimits(entries: ZipEntry[], directoryOffset: number): void {
  const ordered = [...entries].sort((a, b) => a.offset - b.offset);
  ordered.forEach((entry, index) => {
    entry.limit = Math.min(ordered[index + 1]?.offset ?? directoryOffset, directoryOffset);
    const end = entry.offset + zip.LOCAL_HEADER_BYTES + entry.rawName.length + entry.compressedBytes;
    if (end > entry.limit) throw new ZipError('overlapping', entry.path);
  });
}

/** Windows does not tell `A.txt` from `a.txt`: unpacking would lose one of them. */
function requireDistinct(entries: readonly ZipEntry[]): void {
  const seen = new Set<string>();
  for (const { path } of entries) {
    const key = path.toLowerCase();
    if (seen.has(key)) throw new ZipError('duplicate', path);
    seen.add(key);
  }
}
