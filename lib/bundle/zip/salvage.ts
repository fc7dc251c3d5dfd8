import type { ZipEntry } from './directory.ts';
import { decodeName, isSafeEntryPath } from './entry-path.ts';
import { ZipError } from './errors.ts';
import { findExtra } from './extra.ts';
import * as zip from './format.ts';
import type { RandomAccess } from './source.ts';

/** More files than any zip of ours has. */
const MAX_ENTRIES = 1_000_000;

/**
 * The files of a store-only zip whose directory is missing or damaged, by the headers that stand before each of them, up to the
 * first one that is not whole. Ends early at anything that is not written as `zipBlob` writes it.
 * @throws ZipError unsafePath, duplicate as `readDirectory` does.
 */
export async function salvageEntries(source: RandomAccess): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  const paths = new Set<string>();
  let offset = 0;
  while (entries.length < MAX_ENTRIES) {
    const entry = await entryAt(source, offset);
    if (!entry) break;
    if (!isSafeEntryPath(entry.path)) throw new ZipError('unsafePath', entry.path);
    if (paths.has(entry.path)) throw new ZipError('duplicate', entry.path);
    paths.add(entry.path);
    entries.push(entry);
    offset = entry.limit;
  }
  return entries;
}

/** The file whose header stands at a place; null when there is none that is whole. */
async function entryAt(source: RandomAccess, offset: number): Promise<ZipEntry | null> {
  const nameStart = offset + zip.LOCAL_HEADER_BYTES;
  if (nameStart > source.size) return null;
  const header = new DataView((await source.read(offset, zip.LOCAL_HEADER_BYTES)).buffer);
  if (header.getUint32(0, true) !== zip.LOCAL_HEADER) return null;
  const [flags, method] = [header.getUint16(6, true), header.getUint16(8, true)];
  const [nameBytes, extraBytes] = [header.getUint16(26, true), header.getUint16(28, true)];
  if (flags !== zip.FLAG_UTF8 || method !== zip.STORED || nameStart + nameBytes + extraBytes > source.size) return null;
  const rawName = await source.read(nameStart, nameBytes);
  const extra = await source.read(nameStart + nameBytes, extraBytes);
  const bytes = sizeOf(header.getUint32(22, true), extra);
  const limit = nameStart + nameBytes + extraBytes + bytes;
  if (!(limit <= source.size)) return null;
  const path = decodeName(rawName, true, null);
  return {
    path,
    rawName,
    flags,
    method,
    crc32: header.getUint32(14, true),
    compressedBytes: bytes,
    bytes,
    offset,
    limit,
  };
}

function sizeOf(plain: number, extra: Uint8Array<ArrayBuffer>): number {
  if (plain !== zip.MAX_32) return plain;
  const wide = findExtra(extra, zip.ZIP64_EXTRA);
  return wide && wide.length >= 8 ? zip.readUint64(new DataView(wide.buffer), 0) : Number.NaN;
}
