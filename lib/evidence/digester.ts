import { sha256 as nobleSha256 } from '@noble/hashes/sha2.js';
import { toHex } from '../shared/bytes.ts';
import type { Sha256 } from '../shared/digest.ts';

export type Bytes = Uint8Array<ArrayBuffer>;
/** SHA-256 of bytes in hand. */
export type DigestBytes = (bytes: Bytes) => Promise<Sha256>;
/** Hands over the bytes of one file piece by piece, in order. */
export type ReadChunks = (write: (chunk: Bytes) => void) => Promise<void>;

/** Above this a file is hashed piece by piece in JavaScript (slower, but in bounded memory) instead of in one WebCrypto call. */
const WHOLE_LIMIT = 16 * 1024 * 1024;

/** `digest` by WebCrypto where there is one, else in plain JavaScript (an old browser, a page without secure context). */
export function createDigest(subtle: SubtleCrypto | undefined): DigestBytes {
  if (!subtle) return async (bytes) => toHex(nobleSha256(bytes));
  return async (bytes) => toHex(new Uint8Array(await subtle.digest('SHA-256', bytes)));
}

/**
 * SHA-256 of a file that is read in chunks. `bytes` is its declared size: smaller files are gathered and handed to `digest`
 * at once, larger ones are hashed as they come. Rejects with whatever `read` rejects with, and with a RangeError when more
 * or fewer bytes come than declared.
 */
export async function digestChunks(bytes: number, read: ReadChunks, digest: DigestBytes): Promise<Sha256> {
  return bytes <= WHOLE_LIMIT ? digest(await gather(bytes, read)) : digestRunning(bytes, read);
}

/** All bytes of a file that is read in chunks; a file of one chunk is not copied. Rejects with a RangeError when it is not exactly `bytes` long. */
export async function gather(bytes: number, read: ReadChunks): Promise<Bytes> {
  let whole: Bytes | undefined;
  let length = 0;
  await read((chunk) => {
    if (length + chunk.length > bytes) throw new RangeError('More bytes than declared');
    if (chunk.length === bytes) whole = chunk;
    else {
      whole ??= new Uint8Array(bytes);
      whole.set(chunk, length);
    }
    length += chunk.length;
  });
  if (length !== bytes) throw new RangeError('Fewer bytes than declared');
  return whole ?? new Uint8Array(0);
}

async function digestRunning(bytes: number, read: ReadChunks): Promise<Sha256> {
  const running = nobleSha256.create();
  let length = 0;
  await read((chunk) => {
    running.update(chunk);
    length += chunk.length;
  });
  if (length !== bytes) throw new RangeError('Not as many bytes as declared');
  return toHex(running.digest());
}
