import type { Bytes } from '../evidence/digester.ts';
import { toHex } from '../shared/bytes.ts';
import { as, DerError, der, integer, oid, readDer, sequence, TAG } from './der.ts';

/** What is asked of a service, and what its answer must repeat. */
export interface StampQuery {
  /** SHA-256 of what is stamped: all that the service learns. */
  imprint: Bytes;
  /** In hexadecimal digits. */
  nonce: string;
}

const NONCE_BYTES = 8;
const SHA256_OID = Uint8Array.of(0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01);
const SHA256_DOTTED = '2.16.840.1.101.3.4.2.1';
const NULL = Uint8Array.of(TAG.null, 0);

/** A nonce of eight random bytes, written as a positive number that begins with no zero. */
export function newNonce(random: Bytes = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))): string {
  return toHex(random.map((byte, index) => (index === 0 ? (byte & 0x7f) | 0x40 : byte)));
}

/** A TimeStampReq (RFC 3161 2.4.1) that asks for the certificates as well. The same query gives the same bytes. */
export function requestBytes({ imprint, nonce }: StampQuery): Bytes {
  const algorithm = der(TAG.sequence, der(TAG.oid, SHA256_OID), NULL);
  const number = Uint8Array.from(nonce.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
  return der(
    TAG.sequence,
    der(TAG.integer, Uint8Array.of(1)),
    der(TAG.sequence, algorithm, der(TAG.octetString, imprint)),
    der(TAG.integer, number),
    der(TAG.boolean, Uint8Array.of(0xff)),
  );
}

/** Reads a request of ours again; null for anything else. */
export function readRequest(bytes: Bytes): StampQuery | null {
  try {
    const [, message, nonce] = sequence(readDer(bytes));
    const [algorithm, imprint] = sequence(message);
    const query = { imprint: as(imprint, TAG.octetString).content, nonce: integer(nonce) };
    const isOurs = oid(sequence(algorithm)[0]) === SHA256_DOTTED && toHex(requestBytes(query)) === toHex(bytes);
    return isOurs ? query : null;
  } catch (error) {
    if (error instanceof DerError || error instanceof RangeError) return null;
    throw error;
  }
}
