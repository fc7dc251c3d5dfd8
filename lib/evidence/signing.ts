import type { Bytes } from './digester.ts';
import { pemText } from './pem.ts';

const KEY = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const SIGNATURE = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** One signature in the two forms people can check: WebCrypto's 64 bytes `r‖s`, and DER for `openssl dgst -verify`. */
export interface Signature {
  raw: Bytes;
  der: Bytes;
}

/** True when `raw` is a signature of `bytes` by the key; never rejects, an unusable key verifies nothing. */
export type VerifySignature = (spki: Bytes, raw: Bytes, bytes: Bytes) => Promise<boolean>;

/** A new ECDSA P-256 key pair. The private half can be stored in IndexedDB but never read out. */
export function createSigningKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(KEY, false, ['sign', 'verify']);
}

/** Signs bytes (ECDSA P-256 with SHA-256). */
export async function sign(key: CryptoKey, bytes: Bytes): Promise<Signature> {
  const raw = new Uint8Array(await crypto.subtle.sign(SIGNATURE, key, bytes));
  return { raw, der: rawToDer(raw) };
}

/** The public key as SubjectPublicKeyInfo (DER). */
export async function publicKeySpki(publicKey: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
}

/** SubjectPublicKeyInfo as the PEM text that `openssl` reads. */
export function publicKeyPem(spki: Bytes): string {
  return pemText('PUBLIC KEY', spki);
}

/** A checker over the given WebCrypto. */
export function createVerifier(subtle: SubtleCrypto): VerifySignature {
  return async (spki, raw, bytes) => {
    const key = await subtle.importKey('spki', spki, KEY, false, ['verify']).catch(() => null);
    return key !== null && subtle.verify(SIGNATURE, key, raw, bytes);
  };
}

const INTEGER = 0x02;
const SEQUENCE = 0x30;
const HALF = 32;

/** `r‖s` (64 bytes) as the DER sequence of two integers. Throws a RangeError for another length. */
export function rawToDer(raw: Bytes): Bytes {
  if (raw.length !== 2 * HALF) throw new RangeError('A P-256 signature has 64 bytes');
  const body = [...derInteger(raw.subarray(0, HALF)), ...derInteger(raw.subarray(HALF))];
  return Uint8Array.from([SEQUENCE, body.length, ...body]);
}

/** A DER signature as `r‖s`; null when it is not exactly one shortest-form P-256 signature. */
export function derToRaw(der: Bytes): Bytes | null {
  if (der[0] !== SEQUENCE || der[1] !== der.length - 2) return null;
  const r = readInteger(der, 2);
  const s = r && readInteger(der, r.end);
  if (!r || !s || s.end !== der.length) return null;
  const raw = new Uint8Array(2 * HALF);
  raw.set(r.magnitude, HALF - r.magnitude.length);
  raw.set(s.magnitude, 2 * HALF - s.magnitude.length);
  return raw;
}

/** DER integers are signed and as short as possible: leading zeros go, one comes back where the first bit would mean minus. */
function derInteger(half: Bytes): number[] {
  const first = half.findIndex((byte) => byte !== 0);
  const magnitude = first < 0 ? [0] : [...half.subarray(first)];
  if ((magnitude[0] ?? 0) & 0x80) magnitude.unshift(0);
  return [INTEGER, magnitude.length, ...magnitude];
}

function readInteger(der: Bytes, start: number): { magnitude: Bytes; end: number } | null {
  const length = der[start + 1] ?? 0;
  const end = start + 2 + length;
  if (der[start] !== INTEGER || length === 0 || end > der.length) return null;
  const content = der.subarray(start + 2, end);
  const [first = 0, second = 0] = content;
  const isNegative = first & 0x80;
  const isPadded = length > 1 && first === 0 && !(second & 0x80);
  if (isNegative || isPadded) return null;
  const magnitude = first === 0 ? content.subarray(1) : content;
  return magnitude.length > HALF ? null : { magnitude, end };
}
