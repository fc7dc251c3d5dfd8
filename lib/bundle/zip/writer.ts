import { utf8 } from '../../shared/bytes.ts';
import type { Instant } from '../../shared/time.ts';
import { dosTime } from './dos-time.ts';
import { ZipError } from './errors.ts';
import * as zip from './format.ts';

/** One file to store. `bytes` and `crc32` were taken when the file was made, so its content need not be read again. */
export interface ZipItem {
  path: string;
  blob: Blob;
  crc32: number;
  bytes: number;
}

interface Placed {
  item: ZipItem;
  name: Uint8Array<ArrayBuffer>;
  offset: number;
}

/**
 * A store-only zip as a Blob of Blobs: no content passes through JavaScript (performance.md 4). Sizes and CRC-32 stand in the
 * local headers, because Java's ZipInputStream refuses stored entries without; zip64 records appear only where a
 * number does not fit otherwise. All files carry `modifiedAt` as Asia/Shanghai wall time.
 * Throws a ZipError `sizeMismatch` when a Blob is not as long as its item says, `duplicate` for two equal paths.
 */
export function zipBlob(items: readonly ZipItem[], modifiedAt: Instant): Blob {
  return new Blob(zipParts(items, modifiedAt), { type: 'application/zip' });
}

/** The parts of that Blob in order, the files' own Blobs among them. */
export function zipParts(items: readonly ZipItem[], modifiedAt: Instant): (Blob | Uint8Array<ArrayBuffer>)[] {
  const time = dosTime(modifiedAt);
  const parts: (Blob | Uint8Array<ArrayBuffer>)[] = [];
  const placed: Placed[] = [];
  let offset = 0;
  for (const item of checked(items)) {
    const entry = { item, name: utf8(item.path), offset };
    const header = localHeader(entry, time);
    parts.push(header, item.blob);
    placed.push(entry);
    offset += header.length + item.bytes;
  }
  const directory = placed.map((entry) => centralHeader(entry, time));
  return [...parts, ...directory, ...endRecords(directory, offset)];
}

function checked(items: readonly ZipItem[]): readonly ZipItem[] {
  const paths = new Set<string>();
  for (const { path, blob, bytes } of items) {
    if (blob.size !== bytes) throw new ZipError('sizeMismatch', path);
    if (paths.has(path)) throw new ZipError('duplicate', path);
    paths.add(path);
  }
  return items;
}

function localHeader({ item, name }: Placed, time: number): Uint8Array<ArrayBuffer> {
  const extra = zip64Extra(item.bytes >= zip.MAX_32 ? [item.bytes, item.bytes] : []);
  const header = new Uint8Array(zip.LOCAL_HEADER_BYTES + name.length + extra.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, zip.LOCAL_HEADER, true);
  writeCommon(view, 4, item, extra.length > 0, time);
  view.setUint16(26, name.length, true);
  view.setUint16(28, extra.length, true);
  header.set(name, zip.LOCAL_HEADER_BYTES);
  header.set(extra, zip.LOCAL_HEADER_BYTES + name.length);
  return header;
}

function centralHeader({ item, name, offset }: Placed, time: number): Uint8Array<ArrayBuffer> {
  const isLarge = item.bytes >= zip.MAX_32;
  const extra = zip64Extra([...(isLarge ? [item.bytes, item.bytes] : []), ...(offset >= zip.MAX_32 ? [offset] : [])]);
  const header = new Uint8Array(zip.CENTRAL_HEADER_BYTES + name.length + extra.length);
  const view = new DataView(header.buffer);
  view.setUint32(0, zip.CENTRAL_HEADER, true);
  view.setUint16(4, zip.MADE_BY_UNIX | (extra.length > 0 ? zip.VERSION_ZIP64 : zip.VERSION_PLAIN), true);
  writeCommon(view, 6, item, extra.length > 0, time);
  view.setUint16(28, name.length, true);
  view.setUint16(30, extra.length, true);
  view.setUint32(38, zip.REGULAR_FILE, true);
  view.setUint32(42, Math.min(offset, zip.MAX_32), true);
  header.set(name, zip.CENTRAL_HEADER_BYTES);
  header.set(extra, zip.CENTRAL_HEADER_BYTES + name.length);
  return header;
}

/** The fields that local and central header share, from “version needed” to “uncompressed size”. */
function writeCommon(view: DataView, at: number, item: ZipItem, isZip64: boolean, time: number): void {
  const size = Math.min(item.bytes, zip.MAX_32);
  view.setUint16(at, isZip64 ? zip.VERSION_ZIP64 : zip.VERSION_PLAIN, true);
  view.setUint16(at + 2, zip.FLAG_UTF8, true);
  view.setUint16(at + 4, zip.STORED, true);
  view.setUint32(at + 6, time, true);
  view.setUint32(at + 10, item.crc32, true);
  view.setUint32(at + 14, size, true);
  view.setUint32(at + 18, size, true);
}

function zip64Extra(values: number[]): Uint8Array<ArrayBuffer> {
  if (values.length === 0) return new Uint8Array(0);
  const extra = new Uint8Array(4 + values.length * 8);
  const view = new DataView(extra.buffer);
  view.setUint16(0, zip.ZIP64_EXTRA, true);
  view.setUint16(2, values.length * 8, true);
  values.forEach((value, index) => {
    zip.writeUint64(view, 4 + index * 8, value);
  });
  return extra;
}

function endRecords(directory: Uint8Array<ArrayBuffer>[], offset: number): Uint8Array<ArrayBuffer>[] {
  const count = directory.length;
  const size = directory.reduce((sum, header) => sum + header.length, 0);
  const end = new Uint8Array(zip.END_RECORD_BYTES);
  const view = new DataView(end.buffer);
  view.setUint32(0, zip.END_RECORD, true);
  view.setUint16(8, Math.min(count, zip.MAX_16), true);
  view.setUint16(10, Math.min(count, zip.MAX_16), true);
  view.setUint32(12, Math.min(size, zip.MAX_32), true);
  view.setUint32(16, Math.min(offset, zip.MAX_32), true);
  const fits = count < zip.MAX_16 && size < zip.MAX_32 && offset < zip.MAX_32;
  return fits ? [end] : [zip64End(count, size, offset), end];
}

function zip64End(count: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  const records = new Uint8Array(zip.ZIP64_END_RECORD_BYTES + zip.ZIP64_LOCATOR_BYTES);
  const view = new DataView(records.buffer);
  view.setUint32(0, zip.ZIP64_END_RECORD, true);
  zip.writeUint64(view, 4, zip.ZIP64_END_RECORD_BYTES - 12);
  view.setUint16(12, zip.VERSION_ZIP64, true);
  view.setUint16(14, zip.VERSION_ZIP64, true);
  zip.writeUint64(view, 24, count);
  zip.writeUint64(view, 32, count);
  zip.writeUint64(view, 40, size);
  zip.writeUint64(view, 48, offset);
  view.setUint32(zip.ZIP64_END_RECORD_BYTES, zip.ZIP64_LOCATOR, true);
  zip.writeUint64(view, zip.ZIP64_END_RECORD_BYTES + 8, offset + size);
  view.setUint32(zip.ZIP64_END_RECORD_BYTES + 16, 1, true);
  return records;
}
