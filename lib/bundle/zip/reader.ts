import { Inflate } from 'fflate';
import { crc32 } from '../../shared/crc32.ts';
import type { ZipEntry } from './directory.ts';
import { ZipError } from './errors.ts';
import * as zip from './format.ts';
import type { RandomAccess } from './source.ts';

type Write = (chunk: Uint8Array<ArrayBuffer>) => void;

const STORED_CHUNK = 1024 * 1024;
/** Small, because one byte of a deflate stream can stand for a thousand. */
const DEFLATED_CHUNK = 32 * 1024;
/** Deflate cannot do better than this; a larger claim is a bomb. */
const MAX_RATIO = 1032;
const TELLING_FLAGS = zip.FLAG_ENCRYPTED | zip.FLAG_MASKED | zip.FLAG_UTF8;

/**
 * Reads one file of a zip in chunks, in memory bounded by the chunk and never more than its declared size. Rejects with a ZipError
 * when the file is encrypted, uses another method than stored or deflated, is described differently in its own header,
 * or does not have the size and CRC-32 it should have; bytes written before that are worthless.
 */
export async function readEntry(source: RandomAccess, entry: ZipEntry, write: Write): Promise<void> {
  requireReadable(entry);
  const start = await dataStart(source, entry);
  const check = checker(entry, write);
  if (entry.method === zip.STORED) await copyStored(source, start, entry, check.write);
  else await inflate(source, start, entry, check.write);
  check.finish();
}

function requireReadable(entry: ZipEntry): void {
  if (entry.flags & (zip.FLAG_ENCRYPTED | zip.FLAG_MASKED)) throw new ZipError('encrypted', entry.path);
  if (entry.method === zip.STORED) {
    if (entry.bytes !== entry.compressedBytes) throw new ZipError('sizeMismatch', entry.path);
  } else if (entry.method !== zip.DEFLATED) {
    throw new ZipError('unsupportedMethod', entry.path);
  } else if (entry.bytes > entry.compressedBytes * MAX_RATIO) {
    throw new ZipError('tooLarge', entry.path);
  }
}

/**
 * Where the bytes of a file begin. The local header repeats the directory; where they differ, two programs would unpack two
 * different files, so that is a ZipError.
 */
export async function dataStart(source: RandomAccess, entry: ZipEntry): Promise<number> {
  const nameStart = entry.offset + zip.LOCAL_HEADER_BYTES;
  const header = new DataView((await source.read(entry.offset, zip.LOCAL_HEADER_BYTES)).buffer);
  const name = await source.read(nameStart, entry.rawName.length);
  if (!isSameFile(header, name, entry)) throw new ZipError('headerMismatch', entry.path);
  const start = nameStart + name.length + header.getUint16(28, true);
  if (start + entry.compressedBytes > entry.limit) throw new ZipError('overlapping', entry.path);
  return start;
}

function isSameFile(header: DataView, name: Uint8Array, entry: ZipEntry): boolean {
  const isNamedAlike =
    header.getUint16(26, true) === name.length && name.every((byte, index) => byte === entry.rawName[index]);
  if (header.getUint32(0, true) !== zip.LOCAL_HEADER || !isNamedAlike) return false;
  const flags = header.getUint16(6, true);
  if ((flags ^ entry.flags) & TELLING_FLAGS || header.getUint16(8, true) !== entry.method) return false;
  if (flags & zip.FLAG_DATA_DESCRIPTOR) return true;
  return (
    header.getUint32(14, true) === entry.crc32 &&
    isSameSize(header.getUint32(18, true), entry.compressedBytes) &&
    isSameSize(header.getUint32(22, true), entry.bytes)
  );
}

function isSameSize(field: number, size: number): boolean {
  return field === size || field === zip.MAX_32;
}

function checker(entry: ZipEntry, write: Write): { write: Write; finish(): void } {
  let length = 0;
  let crc = 0;
  return {
    write(chunk) {
      length += chunk.length;
      if (length > entry.bytes) throw new ZipError('sizeMismatch', entry.path);
      crc = crc32(chunk, crc);
      write(chunk);
    },
    finish() {
      if (length !== entry.bytes) throw new ZipError('sizeMismatch', entry.path);
      if (crc !== entry.crc32) throw new ZipError('crcMismatch', entry.path);
    },
  };
}

async function copyStored(source: RandomAccess, start: number, entry: ZipEntry, write: Write): Promise<void> {
  for (let done = 0; done < entry.bytes; done += STORED_CHUNK) {
    write(await source.read(start + done, Math.min(STORED_CHUNK, entry.bytes - done)));
  }
}

async function inflate(source: RandomAccess, start: number, entry: ZipEntry, write: Write): Promise<void> {
  const produced: Uint8Array<ArrayBuffer>[] = [];
  const stream = new Inflate((chunk) => produced.push(chunk));
  const total = entry.compressedBytes;
  for (let done = 0; done < total; done += DEFLATED_CHUNK) {
    const length = Math.min(DEFLATED_CHUNK, total - done);
    pushInto(stream, await source.read(start + done, length), done + length === total, entry.path);
    produced.splice(0).forEach(write);
  }
}

function pushInto(stream: Inflate, chunk: Uint8Array, isLast: boolean, path: string): void {
  try {
    stream.push(chunk, isLast);
  } catch {
    throw new ZipError('damagedData', path);
  }
}
