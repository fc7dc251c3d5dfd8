import * as layout from '../bundle/layout.ts';
import type { Bytes, DigestBytes } from '../evidence/digester.ts';
import { derToRaw } from '../evidence/signing.ts';
import { fromBase64, utf8 } from '../shared/bytes.ts';
import { asObject, asString, parseJson } from './json.ts';
import { readTagged } from './read-manifest.ts';
import type { Layer, LayerResult, Note, Problem, VerifyDeps } from './types.ts';

/** Everything the two signature layers look at; null for a file that is not there. */
export interface SignedFiles {
  publicKey: Bytes | null;
  sums: Bytes | null;
  sumsDer: Bytes | null;
  manifest: Bytes | null;
  manifestDer: Bytes | null;
  manifestJson: Bytes | null;
}

/** The key as SubjectPublicKeyInfo, or what is wrong with its file. */
export type KeyReading = Bytes | 'key.missing' | 'key.malformed';

/** Reads `public-key.pem`, which holds the key and nothing else. */
export function readPublicKey(pem: Bytes | null): KeyReading {
  if (!pem) return 'key.missing';
  const text = new TextDecoder().decode(pem);
  const body = /^-----BEGIN PUBLIC KEY-----\n([A-Za-z0-9+/=\n]+)\n-----END PUBLIC KEY-----\n$/.exec(text)?.[1];
  return (body && decodeBase64(body.replace(/\n/g, ''))) || 'key.malformed';
}

/** 校验表签名: `SHA256SUMS.der.sig` signs `SHA256SUMS.txt`. */
export async function checkSumsSignature(files: SignedFiles, key: KeyReading, deps: VerifyDeps): Promise<LayerResult> {
  const problems = await checkDer(files.sums, files.sumsDer, layout.SUMS_DER_FILE, key, deps);
  return toResult('sumsSignature', problems, deps, [layout.SUMS_FILE, layout.SUMS_DER_FILE]);
}

/** 清单签名: both signatures sign this manifest, and by the key of `public-key.pem`. */
export async function checkManifestSignature(
  files: SignedFiles,
  key: KeyReading,
  deps: VerifyDeps,
): Promise<LayerResult> {
  const problems = [
    ...(await checkDer(files.manifest, files.manifestDer, layout.MANIFEST_DER_FILE, key, deps)),
    ...(await checkJson(files.manifest, files.manifestJson, key, deps)),
  ];
  return toResult('manifestSignature', problems, deps, [layout.MANIFEST_FILE, layout.MANIFEST_DER_FILE]);
}

function toResult(layer: Layer, problems: Problem[], { verifySignature }: VerifyDeps, paths: string[]): LayerResult {
  const [file = '', signature = ''] = paths.map(layout.baseName);
  const notes: Note[] = verifySignature ? [] : [{ code: 'signature.noCrypto', params: { file, signature } }];
  const status = problems.length > 0 ? 'failed' : verifySignature ? 'passed' : 'unchecked';
  return { layer, status, params: {}, problems, notes };
}

async function checkDer(
  signed: Bytes | null,
  der: Bytes | null,
  file: string,
  key: KeyReading,
  deps: VerifyDeps,
): Promise<Problem[]> {
  if (typeof key === 'string') return [{ code: key, file: layout.PUBLIC_KEY_FILE }];
  if (!der) return [{ code: 'signature.missing', file }];
  const raw = derToRaw(der);
  if (!raw) return [{ code: 'signature.malformed', file }];
  return (await holds(deps, key, raw, signed)) ? [] : [{ code: 'signature.invalid', file }];
}

async function checkJson(
  manifest: Bytes | null,
  json: Bytes | null,
  key: KeyReading,
  deps: VerifyDeps,
): Promise<Problem[]> {
  const file = layout.MANIFEST_SIGNATURE_FILE;
  if (typeof key === 'string') return [];
  if (!json) return [{ code: 'signature.missing', file }];
  const read = readSignature(new TextDecoder().decode(json));
  if (!read) return [{ code: 'signature.malformed', file }];
  const problems: Problem[] = [];
  if (!manifest || read.hash !== (await deps.digest(manifest))) problems.push({ code: 'signature.otherFile', file });
  if (!isEqual(read.publicKey, key)) problems.push({ code: 'signature.otherKey', file });
  const isSigned = await holds(deps, read.publicKey, read.signature, utf8(`sha256:${read.hash}`));
  return isSigned ? problems : [...problems, { code: 'signature.invalid', file }];
}

/** True as well where signatures cannot be checked at all: `toResult` says so. */
async function holds({ verifySignature }: VerifyDeps, key: Bytes, raw: Bytes, signed: Bytes | null): Promise<boolean> {
  if (!verifySignature) return true;
  return signed !== null && verifySignature(key, raw, signed);
}

function readSignature(text: string): { hash: string; signature: Bytes; publicKey: Bytes } | null {
  const digest = asObject(parseJson(text)?.value);
  const signed = asObject(digest?.signedData);
  const hash = readTagged(signed?.hash);
  const signature = decodeBase64(asString(signed?.signature) ?? '');
  const publicKey = decodeBase64(asString(signed?.publicKey) ?? '');
  const isOfManifest = digest?.path === layout.baseName(layout.MANIFEST_FILE) && readTagged(digest.hash) === hash;
  return isOfManifest && hash && signature && publicKey ? { hash, signature, publicKey } : null;
}

function decodeBase64(text: string): Bytes | null {
  try {
    return fromBase64(text);
  } catch {
    return null;
  }
}

function isEqual(a: Bytes, b: Bytes): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}

/** SHA-256 of the public key; null when it cannot be read. */
export async function fingerprintOf(key: KeyReading, digest: DigestBytes): Promise<string | null> {
  return typeof key === 'string' ? null : digest(key);
}
