import canonicalize from 'canonicalize';
import { utf8 } from '../shared/bytes.ts';

/** Canonical JSON (RFC 8785): equal data give equal text. Throws a TypeError for what JSON cannot hold. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('Value has no JSON form');
  return text;
}

/** The UTF-8 bytes of `canonicalText`: what digests and signatures are taken over. */
export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return utf8(canonicalText(value));
}
