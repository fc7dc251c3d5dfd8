import type { Bytes } from '../evidence/digester.ts';
import { bits, DerError, inside, oid, readDer, sequence, TAG } from './der.ts';
import { StampError } from './fault.ts';
import { CURVES, type HashName, SIGNATURES, WEAK_SIGNATURES } from './oids.ts';

/** How something is signed. */
export interface Algorithm {
  oid: string;
  parameters: Bytes | null;
}

/** Bytes with a signature over them. */
export interface Signed {
  signed: Bytes;
  algorithm: Algorithm;
  signature: Bytes;
}

/**
 * True when the signature is by the key.
 * @param key SubjectPublicKeyInfo.
 * @param hash the digest, where the algorithm leaves it open.
 * @throws StampError weakDigest, unsupported.
 */
export async function isSignedBy(
  { signed, algorithm, signature }: Signed,
  key: Bytes,
  subtle: SubtleCrypto,
  hash: HashName | null = null,
): Promise<boolean> {
  const known = SIGNATURES[algorithm.oid];
  if (WEAK_SIGNATURES.includes(algorithm.oid)) throw new StampError('weakDigest', algorithm.oid);
  const digest = known?.hash ?? hash;
  if (!known || !digest) throw new StampError('unsupported', algorithm.oid);
  if (known.scheme === 'rsa') {
    const scheme = { name: 'RSASSA-PKCS1-v1_5', hash: digest };
    const imported = await importKey(subtle, key, scheme);
    return imported !== null && subtle.verify(scheme, imported, signature, signed);
  }
  const curve = curveOf(key);
  const raw = curve && rawSignature(signature, curve.half);
  const imported = curve && (await importKey(subtle, key, { name: 'ECDSA', namedCurve: curve.name }));
  return Boolean(raw && imported && (await subtle.verify({ name: 'ECDSA', hash: digest }, imported, raw, signed)));
}

/** Null for a key of another kind: it has signed nothing of this kind. */
async function importKey(
  subtle: SubtleCrypto,
  key: Bytes,
  kind: RsaHashedImportParams | EcKeyImportParams,
): Promise<CryptoKey | null> {
  try {
    return await subtle.importKey('spki', key, kind, false, ['verify']);
  } catch {
    return null;
  }
}

function curveOf(key: Bytes): { name: string; half: number } | null {
  const [algorithm, point] = sequence(readDer(key));
  const [, curve] = sequence(algorithm);
  bits(point);
  return curve?.tag === TAG.oid ? (CURVES[oid(curve)] ?? null) : null;
}

/** A DER signature as WebCrypto wants it: both numbers in full length. Null when it is none. */
function rawSignature(signature: Bytes, half: number): Bytes | null {
  try {
    const raw = new Uint8Array(2 * half);
    const numbers = inside(readDer(signature)).map(({ content }) => (content[0] === 0 ? content.subarray(1) : content));
    if (numbers.length !== 2 || numbers.some(({ length }) => length > half)) return null;
    for (const [index, number] of numbers.entries()) raw.set(number, (index + 1) * half - number.length);
    return raw;
  } catch (error) {
    if (error instanceof DerError) return null;
    throw error;
  }
}
