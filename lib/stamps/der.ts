import type { Bytes } from '../evidence/digester.ts';
import { toHex } from '../shared/bytes.ts';
import type { Instant } from '../shared/time.ts';

/** One element of DER (X.690), the form in which time stamps and certificates are written. */
export interface Der {
  tag: number;
  /** With tag and length: what is signed and hashed. */
  whole: Bytes;
  content: Bytes;
}

/** Bytes that are not the DER they should be. */
export class DerError extends Error {
  override readonly name = 'DerError';
}

export const TAG = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  utf8: 0x0c,
  printable: 0x13,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** The tag of the context-specific element `[number]` that holds others. */
export const context = (number: number): number => 0xa0 | number;

const LONG_FORM = 0x80;
const MAX_LENGTH_BYTES = 3;
const HIGH_TAG = 0x1f;

/** Reads exactly one element. Throws a DerError for anything else, bytes behind it included. */
export function readDer(bytes: Bytes): Der {
  const { der, end } = elementAt(bytes, 0);
  if (end !== bytes.length) throw new DerError('Bytes behind the element');
  return der;
}

/** The elements inside one. */
export function inside(der: Der): Der[] {
  const found: Der[] = [];
  for (let start = 0; start < der.content.length; ) {
    const { der: child, end } = elementAt(der.content, start);
    found.push(child);
    start = end;
  }
  return found;
}

function elementAt(bytes: Bytes, start: number): { der: Der; end: number } {
  const tag = bytes[start];
  const first = bytes[start + 1];
  if (tag === undefined || first === undefined || (tag & HIGH_TAG) === HIGH_TAG) throw new DerError('No element');
  const extra = first & LONG_FORM ? first & ~LONG_FORM : 0;
  const contentStart = start + 2 + extra;
  const length = extra === 0 ? first : longLength(bytes.subarray(start + 2, contentStart), extra);
  const end = contentStart + length;
  if (end > bytes.length) throw new DerError('An element is cut off');
  return { der: { tag, whole: bytes.subarray(start, end), content: bytes.subarray(contentStart, end) }, end };
}

/** DER has one way to write a length: as short as possible, and never open. */
function longLength(digits: Bytes, count: number): number {
  if (first(digits) === LONG_FORM || count > MAX_LENGTH_BYTES || digits.length !== count)
    throw new DerError('A length');
  const length = digits.reduce((sum, byte) => sum * 256 + byte, 0);
  if (length < LONG_FORM || digits[0] === 0) throw new DerError('A length that is not in its shortest form');
  return length;
}

function first(bytes: Bytes): number {
  return bytes[0] ?? LONG_FORM;
}

/** The element, when it is of this kind. Throws a DerError otherwise. */
export function as(der: Der | undefined, tag: number): Der {
  if (der?.tag !== tag) throw new DerError(`Expected an element ${tag.toString(16)}`);
  return der;
}

/** What is inside a sequence. */
export function sequence(der: Der | undefined): Der[] {
  return inside(as(der, TAG.sequence));
}

/** An object identifier in dotted form. */
export function oid(der: Der | undefined): string {
  const { content } = as(der, TAG.oid);
  const numbers: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (!(byte & 0x80)) {
      numbers.push(value);
      value = 0;
    }
  }
  const [head = 0, ...rest] = numbers;
  const arc = Math.min(Math.floor(head / 40), 2);
  return [arc, head - arc * 40, ...rest].join('.');
}

/** An integer as the hexadecimal digits of its bytes; numbers here are up to twenty bytes long. */
export function integer(der: Der | undefined): string {
  return toHex(as(der, TAG.integer).content);
}

/** The octets of a bit string that ends on a whole octet. */
export function bits(der: Der | undefined): Bytes {
  const { content } = as(der, TAG.bitString);
  if (content[0] !== 0) throw new DerError('A bit string of loose bits');
  return content.subarray(1);
}

const TIME = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d*[1-9])?Z$/;

/** A UTCTime or GeneralizedTime in UTC (RFC 5280 4.1.2.5, RFC 3161 2.4.2). */
export function time(der: Der | undefined): Instant {
  const text = String.fromCharCode(...(der?.content ?? []));
  const century = Number(text.slice(0, 2)) < 50 ? '20' : '19';
  const full = der?.tag === TAG.utcTime ? century + text : text;
  const match = der?.tag === TAG.utcTime || der?.tag === TAG.generalizedTime ? TIME.exec(full) : null;
  if (!match) throw new DerError('A time');
  const [year, month, day, hour, minute, second] = match.slice(1, 7);
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(instant)) throw new DerError('A time that does not exist');
  return instant + Math.floor(Number(`0${match[7] ?? ''}`) * 1000);
}

/** Writes one element. */
export function der(tag: number, ...contents: Uint8Array[]): Bytes {
  const length = contents.reduce((sum, part) => sum + part.length, 0);
  if (length >= LONG_FORM) throw new RangeError('Only short elements are written here');
  const bytes = new Uint8Array(2 + length);
  bytes.set([tag, length]);
  let at = 2;
  for (const part of contents) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
