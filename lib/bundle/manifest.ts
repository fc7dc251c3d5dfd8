import { canonicalBytes } from '../evidence/canonical.ts';
import { headOf, logText } from '../evidence/chain.ts';
import type { Deletion } from '../evidence/deletions.ts';
import type { Bytes } from '../evidence/digester.ts';
import { publicKeySpki, sign } from '../evidence/signing.ts';
import type { ArtifactRole } from '../evidence/types.ts';
import { toBase64, utf8 } from '../shared/bytes.ts';
import { type Sha256, sha256 } from '../shared/digest.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { checkManifestInput, type ManifestInput } from './check-input.ts';
import { baseName, LOG_FILE, MANIFEST_FILE, MANIFEST_VERSION } from './layout.ts';
import type { BundleFile } from './types.ts';

/** Digest as data packages write it. */
type TaggedHash = `sha256:${string}`;

/** One file below `08_原始证据/`. */
interface ManifestResource {
  name: string;
  path: string;
  bytes: number;
  hash: TaggedHash;
  mediatype: string;
  role: 'original' | 'derived';
  artifact: ArtifactRole;
  evidence: string;
  /** Subject of the log entry that names the file. */
  capture: string;
  capturedAt: string;
  /** Digests of the originals; null for an original. */
  derivedFrom: TaggedHash[] | null;
}

/**
 * What `manifest.json` says, as canonical JSON: a Frictionless data package (evidence.md 5.6) that lists the evidence and the log's
 * head. The documents are not in it, because they print its digest; `SHA256SUMS.txt` covers them.
 */
export interface Manifest {
  profile: 'data-package';
  bundle: typeof MANIFEST_VERSION;
  id: string;
  /** Top folder as it was made, so that a renamed one is noticed. */
  folder: string;
  created: string;
  software: { name: string; version: string; buildSha256?: Sha256; browser: string; os: string };
  rulesVersion: string;
  case: { platform: string | null; shop?: string; uscc?: string; orderIdTail?: string };
  resources: ManifestResource[];
  log: { path: string; entries: number; head: TaggedHash };
  /** What was deleted, of whichever case; never what it was. */
  deletions: Deletion[];
  /** What the extension cannot know, in the reader's language. */
  unknown: string[];
}

/** A manifest whose digest can be printed in the documents before the bundle is assembled. */
export interface PreparedManifest {
  manifest: Manifest;
  bytes: Bytes;
  sha256: Sha256;
  createdAt: Instant;
  /** The evidence files in the order of the manifest. */
  files: BundleFile[];
  log: Bytes;
}

const UNKNOWN = ['系统清洁性', '其他扩展或软件对页面的影响', '本机时钟的准确性', '网页所载内容本身是否真实'];

/**
 * First step of a bundle: the manifest and its digest. Throws a BundleError when the evidence would not verify: an original
 * that the log does not name, a broken log, a derived file without its original, a path that is unsafe or used twice.
 */
export async function prepareManifest(input: ManifestInput): Promise<PreparedManifest> {
  await checkManifestInput(input);
  const manifest = toManifest(input);
  const bytes = canonicalBytes(manifest);
  const files = input.data.evidence.flatMap((item) => item.files);
  return {
    manifest,
    bytes,
    sha256: await sha256(bytes),
    createdAt: input.data.createdAt,
    files,
    log: utf8(logText(input.log)),
  };
}

function toManifest({ data, topFolder, log, deletions }: ManifestInput): Manifest {
  const { name, version, browser, os, buildSha256 } = data.software;
  return {
    profile: 'data-package',
    bundle: MANIFEST_VERSION,
    id: data.bundleNo,
    folder: topFolder,
    created: formatIso(data.createdAt),
    software: { name, version, browser, os, ...(buildSha256 && { buildSha256 }) },
    rulesVersion: data.rulesVersion,
    case: describeCase(data),
    resources: data.evidence.flatMap(describeFiles),
    log: { path: LOG_FILE, entries: log.length, head: tagged(headOf(log.at(-1))) },
    deletions: [...deletions],
    unknown: UNKNOWN,
  };
}

/** Nothing about the complainant: a bundle may be shown to the other side. */
function describeCase({ dispute, respondent }: ManifestInput['data']): Manifest['case'] {
  const shop = dispute.shopName ?? respondent.shopName;
  return {
    platform: dispute.marketplace,
    ...(shop && { shop }),
    ...(respondent.uscc && { uscc: respondent.uscc }),
    ...(dispute.orderNo && { orderIdTail: dispute.orderNo.slice(-4) }),
  };
}

function describeFiles(item: ManifestInput['data']['evidence'][number]): ManifestResource[] {
  return item.files.map((file, index) => ({
    name: `${item.no.toLowerCase()}-${String(index + 1).padStart(3, '0')}`,
    path: file.path,
    bytes: file.bytes,
    hash: tagged(file.sha256),
    mediatype: file.mediaType,
    role: file.derivedFrom.length > 0 ? 'derived' : 'original',
    artifact: file.role,
    evidence: item.no,
    capture: item.captureId,
    capturedAt: formatIso(item.capturedAt),
    derivedFrom: file.derivedFrom.length > 0 ? file.derivedFrom.map(tagged) : null,
  }));
}

/** `sha256:` and the digest. */
function tagged(digest: Sha256): TaggedHash {
  return `sha256:${digest}`;
}

/**
 * The two signatures of a manifest: `json` in WACZ-auth's anonymous form, which signs the text of the digest, and `der` over the
 * file itself for `openssl dgst`. They prove the same key as in earlier bundles of this browser, not a person.
 */
export async function signManifest(
  prepared: PreparedManifest,
  key: CryptoKeyPair,
): Promise<{ json: Bytes; der: Bytes }> {
  const hash = tagged(prepared.sha256);
  const { created, software } = prepared.manifest;
  const ofHash = await sign(key.privateKey, utf8(hash));
  const ofFile = await sign(key.privateKey, prepared.bytes);
  const signedData = {
    hash,
    created,
    software: software.name,
    version: software.version,
    signature: toBase64(ofHash.raw),
    publicKey: toBase64(await publicKeySpki(key.publicKey)),
  };
  return { json: canonicalBytes({ path: baseName(MANIFEST_FILE), hash, signedData }), der: ofFile.der };
}
