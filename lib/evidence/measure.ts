import { crc32 } from '../shared/crc32.ts';
import type { Sha256 } from '../shared/digest.ts';
import { type Bytes, type DigestBytes, digestChunks } from './digester.ts';

/** Short enough that hashing one in JavaScript does not hold up the page for 100 ms. */
const CHUNK = 4 * 1024 * 1024;

/** SHA-256 of a Blob; large ones are never in memory as a whole. */
export function digestBlob(blob: Blob, digest: DigestBytes): Promise<Sha256> {
  return digestChunks(blob.size, (write) => readBlob(blob, write), digest);
}

/**
 * SHA-256 and CRC-32 of a Blob in one reading, piece by piece.
 * @param onRead told how many bytes have been read so far.
 */
export async function measureBlob(
  blob: Blob,
  digest: DigestBytes,
  onRead: (bytes: number) => void = () => undefined,
): Promise<{ sha256: Sha256; crc32: number }> {
  let crc = 0;
  let done = 0;
  const read = (write: (chunk: Bytes) => void) =>
    readBlob(blob, (chunk) => {
      crc = crc32(chunk, crc);
      write(chunk);
      done += chunk.length;
      onRead(done);
    });
  return { sha256: await digestChunks(blob.size, read, digest), crc32: crc };
}

async function readBlob(blob: Blob, write: (chunk: Bytes) => void): Promise<void> {
  for (let start = 0; start < blob.size; start += CHUNK) {
    write(new Uint8Array(await blob.slice(start, start + CHUNK).arrayBuffer()));
  }
}
