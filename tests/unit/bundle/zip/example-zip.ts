import { readDirectory, type ZipEntry } from '../../../../lib/bundle/zip/directory.ts';
import { readEntry } from '../../../../lib/bundle/zip/reader.ts';
import { blobAccess, type RandomAccess } from '../../../../lib/bundle/zip/source.ts';
import { type ZipItem, zipBlob } from '../../../../lib/bundle/zip/writer.ts';
import { gather } from '../../../../lib/evidence/digester.ts';
import { utf8 } from '../../../../lib/shared/bytes.ts';
import { crc32 } from '../../../../lib/shared/crc32.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export const MODIFIED_AT = Date.UTC(2026, 10, 22, 4, 15, 1);

export function item(path: string, bytes: Bytes): ZipItem {
  return { path, blob: new Blob([bytes]), crc32: crc32(bytes), bytes: bytes.length };
}

/** A text, an empty file and some binary, in folders with Chinese names. */
export function exampleItems(): ZipItem[] {
  return [
    item('包/00_先看这里.html', utf8('<!doctype html>')),
    item('包/08_原始证据/空.txt', new Uint8Array(0)),
    item(
      '包/08_原始证据/frame-001.png',
      Uint8Array.from({ length: 3000 }, (_, index) => (index * 7) & 0xff),
    ),
  ];
}

export async function exampleZip(): Promise<Bytes> {
  return bytesOf(zipBlob(exampleItems(), MODIFIED_AT));
}

export async function bytesOf(blob: Blob): Promise<Bytes> {
  return new Uint8Array(await blob.arrayBuffer());
}

export function accessTo(bytes: Uint8Array): RandomAccess {
  return blobAccess(new Blob([bytes.slice()]));
}

/** Every file of a zip by path; rejects with what the reader rejects with. */
export async function readAll(source: RandomAccess): Promise<Map<string, Bytes>> {
  const files = new Map<string, Bytes>();
  for (const entry of await readDirectory(source)) files.set(entry.path, await contentOf(source, entry));
  return files;
}

export function contentOf(source: RandomAccess, entry: ZipEntry): Promise<Bytes> {
  return gather(entry.bytes, (write) => readEntry(source, entry, write));
}

/** Where a byte pattern begins, the `nth` time (from 0). */
export function indexOf(bytes: Bytes, pattern: readonly number[], nth = 0): number {
  let seen = 0;
  for (let at = 0; at + pattern.length <= bytes.length; at += 1) {
    if (pattern.every((value, index) => bytes[at + index] === value) && seen++ === nth) return at;
  }
  throw new Error('Pattern not found');
}

export const LOCAL = [0x50, 0x4b, 3, 4];
export const CENTRAL = [0x50, 0x4b, 1, 2];
export const END = [0x50, 0x4b, 5, 6];

/** A copy with a little-endian number of `size` bytes put at `at`. */
export function patched(bytes: Bytes, at: number, size: 2 | 4, value: number): Bytes {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  if (size === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}
