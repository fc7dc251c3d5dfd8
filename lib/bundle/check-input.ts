import { checkChain, isWithheld, type LogRecord } from '../evidence/chain.ts';
import { BundleError } from './errors.ts';
import { EVIDENCE_FOLDER, isInside } from './layout.ts';
import { isSafePath } from './names.ts';
import type { BundleData, BundleFile, EvidenceItem } from './types.ts';

/** What the manifest is made from. */
export interface ManifestInput {
  data: Pick<BundleData, 'bundleNo' | 'createdAt' | 'software' | 'rulesVersion' | 'dispute' | 'respondent'> & {
    evidence: Pick<EvidenceItem, 'no' | 'captureId' | 'capturedAt' | 'files'>[];
  };
  topFolder: string;
  /** The whole log from its first entry on; entries of other cases withheld. */
  log: readonly LogRecord[];
}

/** Throws the BundleError of the first thing for which the finished bundle would not verify. */
export async function checkManifestInput({ data, topFolder, log }: ManifestInput): Promise<void> {
  const [broken] = await checkChain(log);
  if (broken) throw new BundleError('logBroken', String(broken.seq));
  const files = data.evidence.flatMap((item) => item.files);
  checkPaths(
    files.map((file) => file.path),
    topFolder,
  );
  for (const { path } of files) if (!isInside(path, EVIDENCE_FOLDER)) throw new BundleError('reservedPath', path);
  checkDerivation(files);
  checkLogged(data.evidence, log);
}

/** Throws a BundleError for a path that Windows could not unpack, and for two that it could not tell apart. */
export function checkPaths(paths: readonly string[], topFolder: string): void {
  if (!isSafePath(topFolder)) throw new BundleError('unsafePath', topFolder);
  const seen = new Set<string>();
  for (const path of paths) {
    if (!isSafePath(path, topFolder.length + 1)) throw new BundleError('unsafePath', path);
    if (seen.has(path.toLowerCase())) throw new BundleError('duplicatePath', path);
    seen.add(path.toLowerCase());
  }
}

function checkDerivation(files: readonly BundleFile[]): void {
  const originals = new Set(files.filter(isOriginal).map((file) => file.sha256));
  for (const { path, derivedFrom } of files) {
    if (!derivedFrom.every((digest) => originals.has(digest))) throw new BundleError('originalMissing', path);
  }
}

function checkLogged(evidence: ManifestInput['data']['evidence'], log: ManifestInput['log']): void {
  for (const { captureId, files } of evidence) {
    const logged = new Set<string>();
    for (const entry of log) {
      const isOfCapture = !isWithheld(entry) && entry.type === 'capture.stored' && entry.subject === captureId;
      if (isOfCapture) for (const file of entry.files) logged.add(file.sha256);
    }
    const unknown = files.find((file) => isOriginal(file) && !logged.has(file.sha256));
    if (unknown) throw new BundleError('notInLog', unknown.path);
  }
}

function isOriginal(file: BundleFile): boolean {
  return file.derivedFrom.length === 0;
}
