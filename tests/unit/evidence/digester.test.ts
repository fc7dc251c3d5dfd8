import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { type Bytes, createDigest, digestChunks, gather, type ReadChunks } from '../../../lib/evidence/digester.ts';

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
const abc: Bytes = Uint8Array.from([0x61, 0x62, 0x63]);

/** Hands `bytes` over in pieces of `size`. */
function chunksOf(bytes: Bytes, size: number): ReadChunks {
  return async (write) => {
    for (let start = 0; start < bytes.length; start += size) write(bytes.slice(start, start + size));
  };
}

describe('createDigest', () => {
  it('gives the same with and without WebCrypto', async () => {
    expect(await createDigest(crypto.subtle)(abc)).toBe(ABC);
    expect(await createDigest(undefined)(abc)).toBe(ABC);
  });
});

describe('digestChunks', () => {
  const digest = createDigest(crypto.subtle);

  it('hashes a small file in one call', async () => {
    expect(await digestChunks(3, chunksOf(abc, 2), digest)).toBe(ABC);
    expect(await digestChunks(0, chunksOf(new Uint8Array(0), 2), digest)).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
  });

  it('hashes a large file without having it whole', async () => {
    const large = new Uint8Array(17 * 1024 * 1024).fill(7);
    const never = () => Promise.reject(new Error('A large file must not be handed over whole'));
    const expected = createHash('sha256').update(large).digest('hex');
    expect(await digestChunks(large.length, chunksOf(large, 1 << 20), never)).toBe(expected);
  });

  it.each([3, 20 * 1024 * 1024])('refuses fewer or more bytes than declared (%i)', async (declared) => {
    const short = new Uint8Array(declared - 1);
    const long = new Uint8Array(declared + 1);
    await expect(digestChunks(declared, chunksOf(short, 1 << 22), digest)).rejects.toThrow(RangeError);
    await expect(digestChunks(declared, chunksOf(long, 1 << 22), digest)).rejects.toThrow(RangeError);
  });
});

describe('gather', () => {
  it('puts the pieces together in order', async () => {
    expect(await gather(3, chunksOf(abc, 1))).toEqual(abc);
  });
});
