import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  createSigningKey,
  createVerifier,
  derToRaw,
  publicKeyPem,
  publicKeySpki,
  rawToDer,
  sign,
} from '../../../lib/evidence/signing.ts';
import { utf8 } from '../../../lib/shared/bytes.ts';
import { hasTool, run } from '../verify/tools.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);
/** `r‖s` from two halves given by their last bytes. */
function rawOf(r: number[], s: number[]): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(64);
  raw.set(r, 32 - r.length);
  raw.set(s, 64 - s.length);
  return raw;
}

describe('raw and DER', () => {
  it.each([
    ['small numbers lose their leading zeros', [1], [2], [0x30, 6, 2, 1, 1, 2, 1, 2]],
    ['a high bit gets a zero in front', [0x80], [0xff], [0x30, 8, 2, 2, 0, 0x80, 2, 2, 0, 0xff]],
    ['zero keeps one byte', [0], [1], [0x30, 6, 2, 1, 0, 2, 1, 1]],
    ['an inner zero stays', [1, 0], [0x7f, 0, 0], [0x30, 9, 2, 2, 1, 0, 2, 3, 0x7f, 0, 0]],
  ])('%s', (_, r, s, der) => {
    expect([...rawToDer(rawOf(r, s))]).toEqual(der);
    expect(derToRaw(bytes(...der))).toEqual(rawOf(r, s));
  });

  it('takes 72 bytes for two full halves with high bits', () => {
    const raw = new Uint8Array(64).fill(0xff);
    expect(rawToDer(raw)).toHaveLength(72);
    expect(derToRaw(rawToDer(raw))).toEqual(raw);
  });

  it('comes back from DER unchanged, whatever the numbers', () => {
    const half = fc.tuple(fc.nat(32), fc.uint8Array({ minLength: 32, maxLength: 32 })).map(([zeros, value]) => {
      return value.map((byte, index) => (index < zeros ? 0 : byte));
    });
    fc.assert(
      fc.property(half, half, (r, s) => {
        const raw = bytes(...r, ...s);
        expect(derToRaw(rawToDer(raw))).toEqual(raw);
      }),
    );
  });

  it.each([
    ['nothing', []],
    ['no sequence', [0x31, 6, 2, 1, 1, 2, 1, 2]],
    ['wrong length', [0x30, 7, 2, 1, 1, 2, 1, 2]],
    ['something behind it', [0x30, 6, 2, 1, 1, 2, 1, 2, 0]],
    ['something behind it, inside', [0x30, 7, 2, 1, 1, 2, 1, 2, 0]],
    ['a negative number', [0x30, 6, 2, 1, 0x80, 2, 1, 2]],
    ['a padded number', [0x30, 7, 2, 2, 0, 1, 2, 1, 2]],
    ['an empty number', [0x30, 5, 2, 0, 2, 1, 2]],
    ['no second number', [0x30, 3, 2, 1, 1]],
    ['a number that runs over the end', [0x30, 6, 2, 1, 1, 2, 9, 2]],
    ['a number of 33 bytes', [0x30, 38, 2, 33, ...new Array(33).fill(1), 2, 1, 1]],
  ])('refuses %s', (_, der) => {
    expect(derToRaw(bytes(...der))).toBeNull();
  });

  it('refuses a raw signature of another length', () => {
    expect(() => rawToDer(new Uint8Array(63))).toThrow(RangeError);
  });
});

describe('signing', () => {
  const message = utf8('{"bundle":"evidence-12315/1"}');
  const verify = createVerifier(crypto.subtle);
  let key: CryptoKeyPair;
  beforeAll(async () => {
    key = await createSigningKey();
  });

  it('keeps the private key where nothing can read it', async () => {
    expect(key.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', key.privateKey)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('jwk', key.privateKey)).rejects.toThrow();
  });

  it('verifies its own signature and no other bytes, signature or key', async () => {
    const { raw } = await sign(key.privateKey, message);
    const spki = await publicKeySpki(key.publicKey);
    const other = await publicKeySpki((await createSigningKey()).publicKey);
    expect(await verify(spki, raw, message)).toBe(true);
    expect(await verify(spki, raw, utf8('{"bundle":"evidence-12315/2"}'))).toBe(false);
    expect(
      await verify(
        spki,
        raw.map((byte, index) => (index === 40 ? byte ^ 1 : byte)),
        message,
      ),
    ).toBe(false);
    expect(await verify(other, raw, message)).toBe(false);
  });

  it('says no to a key that is none', async () => {
    const { raw } = await sign(key.privateKey, message);
    expect(await verify(bytes(1, 2, 3), raw, message)).toBe(false);
  });

  it('gives both forms of one signature', async () => {
    const { raw, der } = await sign(key.privateKey, message);
    expect(derToRaw(der)).toEqual(raw);
  });

  describe.skipIf(!hasTool('openssl', 'version'))('openssl', () => {
    const folder = mkdtempSync(join(tmpdir(), 'signing-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const args = ['dgst', '-sha256', '-verify', 'key.pem', '-signature', 'message.sig', 'message'];

    it('verifies the DER form with the PEM key, many times over, and notices a change', async () => {
      writeFileSync(join(folder, 'key.pem'), publicKeyPem(await publicKeySpki(key.publicKey)));
      for (let round = 0; round < 12; round += 1) {
        writeFileSync(join(folder, 'message'), message);
        writeFileSync(join(folder, 'message.sig'), (await sign(key.privateKey, message)).der);
        expect(run('openssl', args, folder)).toEqual({ status: 0, output: 'Verified OK\n' });
      }
      writeFileSync(join(folder, 'message'), 'changed');
      expect(run('openssl', args, folder).status).toBe(1);
    });
  });
});
