import type { Bytes } from '../evidence/digester.ts';
import { toHex } from '../shared/bytes.ts';
import type { Instant } from '../shared/time.ts';
import { as, bits, context, type Der, inside, integer, oid, readDer, sequence, TAG, time } from './der.ts';
import { OID } from './oids.ts';
import type { Algorithm, Signed } from './signature.ts';

/** The part of an X.509 certificate (RFC 5280) that matters for a time stamp. */
export interface Certificate extends Signed {
  whole: Bytes;
  serial: string;
  /** Names as they are written, for comparing. */
  issuer: Bytes;
  subject: Bytes;
  /** What to call its owner: the common name, or the organisation. */
  name: string;
  notBefore: Instant;
  notAfter: Instant;
  /** SubjectPublicKeyInfo. */
  key: Bytes;
  /** Purposes, each an object identifier; null without that extension. */
  purposes: { critical: boolean; oids: string[] } | null;
  /** May sign other certificates. */
  isAuthority: boolean;
}

/** Reads a certificate. Throws a DerError for what is none. */
export function readCertificate(whole: Bytes): Certificate {
  const [content, algorithm, signature] = sequence(readDer(whole));
  const fields = inside(as(content, TAG.sequence));
  const version = fields[0]?.tag === context(0) ? 1 : 0;
  const [serial, , issuer, validity, subject, key, ...rest] = fields.slice(version);
  const [notBefore, notAfter] = sequence(validity);
  const extensions = extensionsOf(rest);
  return {
    whole,
    serial: integer(serial),
    issuer: as(issuer, TAG.sequence).whole,
    subject: as(subject, TAG.sequence).whole,
    name: nameOf(as(subject, TAG.sequence)),
    notBefore: time(notBefore),
    notAfter: time(notAfter),
    key: as(key, TAG.sequence).whole,
    purposes: purposesOf(extensions.get(OID.extendedKeyUsage)),
    isAuthority: isAuthority(extensions),
    signed: as(content, TAG.sequence).whole,
    algorithm: readAlgorithm(algorithm),
    signature: bits(signature),
  };
}

/** An AlgorithmIdentifier. */
export function readAlgorithm(der: Der | undefined): Algorithm {
  const [name, parameters] = sequence(der);
  return { oid: oid(name), parameters: parameters?.whole ?? null };
}

interface Extension {
  critical: boolean;
  value: Der;
}

function extensionsOf(fields: readonly Der[]): Map<string, Extension> {
  const holder = fields.find(({ tag }) => tag === context(3));
  const entries = holder ? sequence(inside(holder)[0]) : [];
  return new Map(
    entries.map((entry) => {
      const [name, ...rest] = sequence(entry);
      const [flag] = rest;
      const critical = flag?.tag === TAG.boolean && flag.content[0] !== 0;
      return [oid(name), { critical, value: readDer(as(rest[rest.length - 1], TAG.octetString).content) }];
    }),
  );
}

function purposesOf(extension: Extension | undefined): Certificate['purposes'] {
  return extension ? { critical: extension.critical, oids: sequence(extension.value).map(oid) } : null;
}

/** A usage that is named must include signing certificates; without one, being an authority is enough (RFC 5280 6.1.4). */
function isAuthority(extensions: ReadonlyMap<string, Extension>): boolean {
  const constraints = extensions.get(OID.basicConstraints);
  const [flag] = constraints ? sequence(constraints.value) : [];
  const usage = extensions.get(OID.keyUsage)?.value;
  const KEY_CERT_SIGN = 0x04;
  const maySign = usage === undefined || Boolean((as(usage, TAG.bitString).content[1] ?? 0) & KEY_CERT_SIGN);
  return flag?.tag === TAG.boolean && flag.content[0] !== 0 && maySign;
}

function nameOf(subject: Der): string {
  const parts = new Map<string, string>();
  for (const set of inside(subject)) {
    for (const pair of inside(set)) {
      const [kind, value] = sequence(pair);
      if (value) parts.set(oid(kind), new TextDecoder().decode(value.content));
    }
  }
  return parts.get(OID.commonName) ?? parts.get(OID.organization) ?? '';
}

/** True for equal names, numbers or keys. */
export function isSame(one: Bytes, other: Bytes): boolean {
  return toHex(one) === toHex(other);
}
