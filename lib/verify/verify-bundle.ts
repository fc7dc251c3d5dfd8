import * as layout from '../bundle/layout.ts';
import type { Bytes } from '../evidence/digester.ts';
import { readSmall, takeInventory } from './inventory.ts';
import { checkDerivation } from './layer-derivation.ts';
import { checkFiles } from './layer-files.ts';
import { checkLog } from './layer-log.ts';
import { checkManifest, type ManifestReading } from './layer-manifest.ts';
import {
  checkManifestSignature,
  checkSumsSignature,
  fingerprintOf,
  type KeyReading,
  readPublicKey,
  type SignedFiles,
} from './layer-signatures.ts';
import { checkTimestamps } from './layer-timestamp.ts';
import { readLog } from './read-log.ts';
import { readManifest } from './read-manifest.ts';
import { type BundleRoot, findRoot } from './root.ts';
import type {
  BundleFacts,
  BundleSource,
  LayerResult,
  SourceFile,
  Verdict,
  VerifyDeps,
  VerifyProgress,
  VerifyReport,
} from './types.ts';

export interface VerifyOptions {
  onProgress?: (progress: VerifyProgress) => void;
}

/**
 * Checks a bundle layer by layer. It never stops at the first fault: every file concerned is named. Rejects with a NotABundleError
 * when there is nothing to check; a file that cannot be read is a problem of the first layer, not an error.
 */
export async function verifyBundle(
  source: BundleSource,
  deps: VerifyDeps,
  options: VerifyOptions = {},
): Promise<VerifyReport> {
  const root = findRoot(source);
  const inventory = await takeInventory(root.files, deps, options.onProgress ?? (() => undefined));
  const signed = await readSigned(root.files);
  const logFile = await readSmall(root.files, layout.LOG_FILE);
  const log = logFile && readLog(decode(logFile));
  const manifest: ManifestReading = signed.manifest ? readManifest(decode(signed.manifest)) : 'manifest.missing';
  const key = readPublicKey(signed.publicKey);
  const layers = [
    noteFolder(checkFiles(root, inventory, signed.sums && decode(signed.sums)), root, manifest),
    await checkSumsSignature(signed, key, deps),
    checkManifest(manifest, inventory),
    await checkManifestSignature(signed, key, deps),
    await checkLog(log, manifest, deps.digest),
    checkDerivation(manifest, log?.entries ?? []),
    await checkTimestamps(root.files, log?.entries ?? [], deps.stamps),
  ];
  return { verdict: verdictOf(layers), layers, facts: await factsOf(manifest, signed.manifest, root, key, deps) };
}

async function readSigned(files: readonly SourceFile[]): Promise<SignedFiles> {
  return {
    publicKey: await readSmall(files, layout.PUBLIC_KEY_FILE),
    sums: await readSmall(files, layout.SUMS_FILE),
    sumsDer: await readSmall(files, layout.SUMS_DER_FILE),
    manifest: await readSmall(files, layout.MANIFEST_FILE),
    manifestDer: await readSmall(files, layout.MANIFEST_DER_FILE),
    manifestJson: await readSmall(files, layout.MANIFEST_SIGNATURE_FILE),
  };
}

/** With the byte order mark kept: it would be a change. */
function decode(bytes: Bytes): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
}

function noteFolder(result: LayerResult, { folder }: BundleRoot, manifest: ManifestReading): LayerResult {
  if (typeof manifest === 'string' || folder === manifest.folder) return result;
  const params = { was: manifest.folder, now: folder ?? '' };
  return { ...result, notes: [{ code: 'files.folderRenamed', params }, ...result.notes] };
}

function verdictOf(layers: readonly LayerResult[]): Verdict {
  if (layers.some((layer) => layer.status === 'failed')) return 'failed';
  return layers.some((layer) => layer.status === 'unchecked') ? 'incomplete' : 'passed';
}

async function factsOf(
  manifest: ManifestReading,
  manifestBytes: Bytes | null,
  root: BundleRoot,
  key: KeyReading,
  { digest }: VerifyDeps,
): Promise<BundleFacts> {
  const read = typeof manifest === 'string' ? null : manifest;
  return {
    no: read?.id ?? null,
    created: read?.created ?? null,
    software: read?.software ?? null,
    topFolder: root.folder,
    manifestSha256: manifestBytes && (await digest(manifestBytes)),
    keyFingerprint: await fingerprintOf(key, digest),
  };
}
