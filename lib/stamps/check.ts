import type { Bytes } from '../evidence/digester.ts';
import { toHex } from '../shared/bytes.ts';
import type { Sha256 } from '../shared/digest.ts';
import type { Instant } from '../shared/time.ts';
import { type Certificate, isSame } from './certificate.ts';
import { type Chain, followChain, isValidAt, type RootState } from './chain.ts';
import { as, context, type Der, DerError, inside, integer, oid, sequence, TAG } from './der.ts';
import { StampError } from './fault.ts';
import { HASHES, type HashName, OID } from './oids.ts';
import type { StampQuery } from './request.ts';
import { isSignedBy } from './signature.ts';
import { readResponse, type SignerInfo, type StampToken } from './token.ts';

/** A stamp that holds. */
export interface CheckedStamp {
  /** When the service says that it saw the digest. */
  genTime: Instant;
  /** The service, as its certificate names it. */
  signer: string;
  root: { state: RootState; name: string; sha256: Sha256 };
  /** From the signer up, the root at the end when it is there. */
  certificates: Bytes[];
}

export interface StampDeps {
  subtle: SubtleCrypto;
  /** The roots that are trusted. */
  roots: readonly Certificate[];
}

/** Larger answers are not read: real ones have 2 to 7 kB. */
export const MAX_RESPONSE = 64 * 1024;

/**
 * Checks everything about an answer that can be checked without asking anybody (RFC 3161 2.2 and 2.3, RFC 5816, RFC 5652 5.4–5.6;
 * evidence.md 2.4). A root that is not known is no fault: it is said with the result.
 * @throws StampError when it does not count, naming the first reason.
 */
export async function checkResponse(bytes: Bytes, query: StampQuery, deps: StampDeps): Promise<CheckedStamp> {
  try {
    if (bytes.length > MAX_RESPONSE) throw new StampError('malformed', 'too large');
    return await checkToken(readResponse(bytes), query, deps);
  } catch (error) {
    if (error instanceof DerError) throw new StampError('malformed', error.message);
    throw error;
  }
}

async function checkToken(token: StampToken, query: StampQuery, deps: StampDeps): Promise<CheckedStamp> {
  const { info, signer, certificates } = token;
  if (HASHES[info.hash] !== 'SHA-256') throw new StampError(info.hash in HASHES ? 'imprint' : 'weakDigest');
  if (!isSame(info.imprint, query.imprint)) throw new StampError('imprint');
  if (info.nonce !== query.nonce) throw new StampError('nonce');
  const own = certificates.find((one) => one.serial === signer.serial && isSame(one.issuer, signer.issuer));
  if (!own) throw new StampError('signer', 'no certificate');
  await checkAttributes(token, own, deps.subtle);
  if (!(await isSignedBy(signer, own.key, deps.subtle, hashOf(signer)))) throw new StampError('signature');
  checkPurpose(own);
  if (!isValidAt(own, info.genTime)) throw new StampError('expired');
  const chain = await followChain(own, certificates, deps.roots, info.genTime, deps.subtle);
  return { genTime: info.genTime, signer: own.name, ...(await describe(chain, deps.subtle)) };
}

async function describe({ root, certificates }: Chain, subtle: SubtleCrypto) {
  const last = certificates[certificates.length - 1] as Certificate;
  const sha256 = toHex(new Uint8Array(await subtle.digest('SHA-256', last.whole)));
  return { root: { state: root, name: last.name, sha256 }, certificates: certificates.map(({ whole }) => whole) };
}

function hashOf({ hash }: SignerInfo): HashName {
  const known = HASHES[hash];
  if (!known) throw new StampError('weakDigest', hash);
  return known;
}

/** What was signed is a time stamp, with this content, by this certificate. */
async function checkAttributes({ content, signer }: StampToken, own: Certificate, subtle: SubtleCrypto): Promise<void> {
  const { attributes } = signer;
  const digest = new Uint8Array(await subtle.digest(hashOf(signer), content));
  const isTimeStamp = oid(only(attributes.get(OID.contentType))) === OID.tstInfo;
  const named = as(only(attributes.get(OID.messageDigest)), TAG.octetString).content;
  if (!isTimeStamp || !isSame(named, digest)) throw new StampError('attributes');
  const isNamed = await namesCertificate(attributes, own, subtle);
  if (!isNamed) throw new StampError('signingCertificate');
}

function only(values: readonly Der[] | undefined): Der {
  const [value, ...more] = values ?? [];
  if (!value || more.length > 0) throw new StampError('attributes', 'missing or several');
  return value;
}

/** ESSCertIDv2 (RFC 5816), or the older ESSCertID: the signature says which certificate it is by, so none can be put in its place. */
async function namesCertificate(
  attributes: SignerInfo['attributes'],
  own: Certificate,
  subtle: SubtleCrypto,
): Promise<boolean> {
  const v2 = attributes.get(OID.signingCertificateV2);
  const v1 = attributes.get(OID.signingCertificate);
  if (!v2 && !v1) return false;
  const named = [
    ...(v2 ? [essId(only(v2), 'SHA-256')] : []),
    // The older form knows SHA-1 only. It binds a certificate that the signature has to fit as well, so it is not the weak point.
    ...(v1 ? [essId(only(v1), 'SHA-1')] : []),
  ];
  for (const { hash, digest, place } of named) {
    const measured = new Uint8Array(await subtle.digest(hash, own.whole));
    if (!isSame(digest, measured) || (place && !isPlaceOf(place, own))) return false;
  }
  return true;
}

function essId(value: Der, byDefault: HashName | 'SHA-1') {
  const [first] = sequence(sequence(value)[0]);
  const fields = sequence(first);
  const [algorithm] = fields;
  const isNamed = algorithm?.tag === TAG.sequence;
  const hash = isNamed ? HASHES[oid(sequence(algorithm)[0])] : byDefault;
  const [digest, place] = isNamed ? fields.slice(1) : fields;
  if (!hash) throw new StampError('weakDigest', 'ESSCertID');
  return { hash, digest: as(digest, TAG.octetString).content, place };
}

/** IssuerSerial: the issuer as the only directory name among general names, and the number. */
function isPlaceOf(place: Der, own: Certificate): boolean {
  const [names, serial] = sequence(place);
  const [name, ...more] = sequence(names);
  const issuer = name?.tag === context(4) ? inside(name)[0] : undefined;
  return (
    more.length === 0 && issuer !== undefined && isSame(issuer.whole, own.issuer) && integer(serial) === own.serial
  );
}

/** RFC 3161 2.3: for time stamps, critical, and for nothing else. */
function checkPurpose({ purposes }: Certificate): void {
  const isFor = purposes?.critical && purposes.oids.length === 1 && purposes.oids[0] === OID.timeStamping;
  if (!isFor) throw new StampError('purpose');
}
