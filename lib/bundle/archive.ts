import { type Bytes, createDigest, type DigestBytes } from '../evidence/digester.ts';
import { digestBlob, measureBlob } from '../evidence/measure.ts';
import { publicKeyPem, publicKeySpki, sign } from '../evidence/signing.ts';
import { utf8 } from '../shared/bytes.ts';
import type { Sha256 } from '../shared/digest.ts';
import { checkPaths } from './check-input.ts';
import { BundleError } from './errors.ts';
import { guideText } from './guide.ts';
import * as layout from './layout.ts';
import { type PreparedManifest, signManifest } from './manifest.ts';
import { mapPooled } from './pool.ts';
import { type BundleStamp, stampFiles } from './stamps.ts';
import { sumsText } from './sums.ts';
import type { BundleFile } from './types.ts';
import { type ZipItem, zipBlob } from './zip/writer.ts';

/** A document of the bundle: `path` is relative to the top folder and outside `08_原始证据` and `09_校验`. */
export interface BundleDocument {
  path: string;
  blob: Blob;
}

export interface BundleParts {
  prepared: PreparedManifest;
  documents: readonly BundleDocument[];
  stamps: readonly BundleStamp[];
  key: CryptoKeyPair;
}

export interface AssembleProgress {
  items: number;
  totalItems: number;
  bytes: number;
  totalBytes: number;
}

export interface AssembleDeps {
  /** The stored bytes of an evidence file. */
  read(blobId: string): Promise<Blob>;
  onProgress?(progress: AssembleProgress): void;
  signal?: AbortSignal;
}

export interface AssembledBundle {
  blob: Blob;
  /** With `.zip`. */
  fileName: string;
  manifestSha256: Sha256;
  files: { path: string; bytes: number; sha256: Sha256 }[];
}

type Measured = ZipItem & { sha256: Sha256 };

/** Files under way at a time: keeps the disk and the hashing busy with a few megabytes in memory. */
const CONCURRENCY = 3;

/**
 * Second step of a bundle: hashes every evidence file again, adds the documents, signs, and puts all into one zip of which no
 * more than a few files are in memory at a time. Rejects with a BundleError `digestMismatch` naming the file whose bytes are no
 * longer those of its capture, and with the signal's reason when aborted.
 */
export async function assembleBundle(parts: BundleParts, deps: AssembleDeps): Promise<AssembledBundle> {
  const { prepared, documents } = parts;
  const { folder } = prepared.manifest;
  checkDocumentPaths(parts);
  const digest = createDigest(crypto.subtle);
  const count = progressCounter(parts, deps);
  const written = await mapPooled(documents, CONCURRENCY, (document) => count(() => measure(document, digest)));
  const originals = await mapPooled(prepared.files, CONCURRENCY, (file) => count(() => recheck(file, deps, digest)));
  const checks = await checkFiles(parts, [...written, ...originals], digest);
  deps.signal?.throwIfAborted();
  const items = sortByPath([...written, ...originals, ...checks]);
  return {
    blob: zipBlob(
      items.map((item) => ({ ...item, path: `${folder}/${item.path}` })),
      prepared.createdAt,
    ),
    fileName: `${folder}.zip`,
    manifestSha256: prepared.sha256,
    files: items.map(({ path, bytes, sha256 }) => ({ path, bytes, sha256 })),
  };
}

function checkDocumentPaths({ prepared, documents }: BundleParts): void {
  const paths = documents.map((document) => document.path);
  checkPaths([...paths, ...prepared.files.map((file) => file.path)], prepared.manifest.folder);
  const reserved = paths.find(
    (path) => layout.isInside(path, layout.EVIDENCE_FOLDER) || layout.isInside(path, layout.CHECK_FOLDER),
  );
  if (reserved) throw new BundleError('reservedPath', reserved);
}

function progressCounter({ prepared, documents }: BundleParts, { onProgress, signal }: AssembleDeps) {
  const totalItems = documents.length + prepared.files.length;
  const totalBytes =
    documents.reduce((sum, { blob }) => sum + blob.size, 0) + prepared.files.reduce((sum, file) => sum + file.bytes, 0);
  let items = 0;
  let bytes = 0;
  return async (work: () => Promise<Measured>): Promise<Measured> => {
    signal?.throwIfAborted();
    const item = await work();
    items += 1;
    bytes += item.bytes;
    onProgress?.({ items, totalItems, bytes, totalBytes });
    return item;
  };
}

async function measure({ path, blob }: BundleDocument, digest: DigestBytes): Promise<Measured> {
  return { path, blob, bytes: blob.size, ...(await measureBlob(blob, digest)) };
}

async function recheck(file: BundleFile, deps: AssembleDeps, digest: DigestBytes): Promise<Measured> {
  const { path, bytes, crc32, sha256 } = file;
  const blob = await deps.read(file.blobId);
  const isUnchanged = blob.size === bytes && (await digestBlob(blob, digest)) === sha256;
  if (!isUnchanged) throw new BundleError('digestMismatch', path);
  return { path, blob, bytes, crc32, sha256 };
}

/** Everything in `09_校验`. The list of digests comes last because it covers the rest. */
async function checkFiles(
  { prepared, stamps, key }: BundleParts,
  others: Measured[],
  digest: DigestBytes,
): Promise<Measured[]> {
  const measureBytes = (path: string, bytes: Bytes) => measure({ path, blob: new Blob([bytes]) }, digest);
  const spki = await publicKeySpki(key.publicKey);
  const signature = await signManifest(prepared, key);
  const checks = await Promise.all([
    measureBytes(layout.MANIFEST_FILE, prepared.bytes),
    measureBytes(layout.MANIFEST_SIGNATURE_FILE, signature.json),
    measureBytes(layout.MANIFEST_DER_FILE, signature.der),
    measureBytes(layout.PUBLIC_KEY_FILE, utf8(publicKeyPem(spki))),
    measureBytes(layout.LOG_FILE, prepared.log),
    measureBytes(layout.GUIDE_FILE, utf8(guideText(guideFacts(prepared, await digest(spki)), stamps))),
    ...stampFiles(stamps).map(({ path, bytes }) => measureBytes(path, bytes)),
  ]);
  const sums = utf8(sumsText(sortByPath([...others, ...checks])));
  const { der } = await sign(key.privateKey, sums);
  return [...checks, await measureBytes(layout.SUMS_FILE, sums), await measureBytes(layout.SUMS_DER_FILE, der)];
}

function guideFacts({ manifest, sha256 }: PreparedManifest, keyFingerprint: Sha256) {
  return {
    bundleNo: manifest.id,
    topFolder: manifest.folder,
    created: manifest.created,
    software: `${manifest.software.name} ${manifest.software.version}`,
    manifestSha256: sha256,
    keyFingerprint,
  };
}

function sortByPath<Item extends { path: string }>(items: Item[]): Item[] {
  return [...items].sort((a, b) => (a.path < b.path ? -1 : 1));
}
