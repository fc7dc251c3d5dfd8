import type { Bytes } from '../evidence/digester.ts';
import type { Instant } from '../shared/time.ts';
import { type Certificate, readAlgorithm, readCertificate } from './certificate.ts';
import { as, context, type Der, inside, integer, oid, readDer, sequence, TAG, time } from './der.ts';
import { StampError } from './fault.ts';
import { OID } from './oids.ts';
import type { Algorithm } from './signature.ts';

/** What a service says of a digest: the TSTInfo of RFC 3161 2.4.2. */
export interface StampInfo {
  hash: string;
  imprint: Bytes;
  serial: string;
  genTime: Instant;
  /** Null when the answer repeats none. */
  nonce: string | null;
}

/** Who signed it and how: the only SignerInfo (RFC 5652 5.3). */
export interface SignerInfo {
  issuer: Bytes;
  serial: string;
  hash: string;
  /** Each attribute's values. */
  attributes: ReadonlyMap<string, Der[]>;
  /** The attributes as they were signed. */
  signed: Bytes;
  algorithm: Algorithm;
  signature: Bytes;
}

/** An answer, taken apart; nothing of it is checked but its form. */
export interface StampToken {
  /** The bytes of the TSTInfo. */
  content: Bytes;
  info: StampInfo;
  signer: SignerInfo;
  certificates: Certificate[];
}

const GRANTED = ['00', '01'];
const MAX_CERTIFICATES = 16;

/** Reads a TimeStampResp. Throws a StampError (refused, signer) or a DerError. */
export function readResponse(bytes: Bytes): StampToken {
  const [status, token] = sequence(readDer(bytes));
  if (!GRANTED.includes(integer(sequence(status)[0]))) throw new StampError('refused');
  const [type, holder] = sequence(token);
  const [signedData] = inside(as(holder, context(0)));
  const [, , encapsulated, ...rest] = sequence(signedData);
  const [contentType, contentHolder] = sequence(encapsulated);
  if (oid(type) !== OID.signedData || oid(contentType) !== OID.tstInfo) throw new StampError('malformed');
  const content = as(inside(as(contentHolder, context(0)))[0], TAG.octetString).content;
  const signers = inside(as(rest[rest.length - 1], TAG.set));
  const [signer, ...others] = signers;
  if (!signer || others.length > 0) throw new StampError('signer', 'not exactly one');
  const certificates = rest.find(({ tag }) => tag === context(0));
  return {
    content,
    info: readInfo(content),
    signer: readSigner(signer),
    certificates: certificates ? readCertificates(certificates) : [],
  };
}

function readInfo(content: Bytes): StampInfo {
  const [version, , message, serial, genTime, ...options] = sequence(readDer(content));
  if (integer(version) !== '01') throw new StampError('malformed', 'version');
  const [algorithm, imprint] = sequence(message);
  const nonce = options.find(({ tag }) => tag === TAG.integer);
  return {
    hash: readAlgorithm(algorithm).oid,
    imprint: as(imprint, TAG.octetString).content,
    serial: integer(serial),
    genTime: time(as(genTime, TAG.generalizedTime)),
    nonce: nonce ? integer(nonce) : null,
  };
}

function readSigner(der: Der): SignerInfo {
  const [, id, hash, attributes, algorithm, signature] = sequence(der);
  const [issuer, serial] = sequence(id);
  const given = as(attributes, context(0));
  // What was signed is the set itself, not its place in the signer (RFC 5652 5.4).
  const signed = given.whole.slice();
  signed[0] = TAG.set;
  return {
    issuer: as(issuer, TAG.sequence).whole,
    serial: integer(serial),
    hash: readAlgorithm(hash).oid,
    attributes: readAttributes(given),
    signed,
    algorithm: readAlgorithm(algorithm),
    signature: as(signature, TAG.octetString).content,
  };
}

function readAttributes(given: Der): Map<string, Der[]> {
  const attributes = new Map<string, Der[]>();
  for (const attribute of inside(given)) {
    const [name, values] = sequence(attribute);
    if (attributes.has(oid(name))) throw new StampError('attributes', 'twice');
    attributes.set(oid(name), inside(as(values, TAG.set)));
  }
  return attributes;
}

function readCertificates(holder: Der): Certificate[] {
  const all = inside(holder).filter(({ tag }) => tag === TAG.sequence);
  if (all.length > MAX_CERTIFICATES) throw new StampError('malformed', 'too many certificates');
  return all.map(({ whole }) => readCertificate(whole));
}
