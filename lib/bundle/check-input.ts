import { checkChain, type LogRecord } from '../evidence/chain.ts';
import type { Deletion } from '../evidence/deletions.ts';
import { loggedFiles, originsOf } from '../evidence/derivation.ts';
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
  deletions: readonly Deletion[];
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
  const logged = loggedFiles(log);
  checkDerivation(data.evidence, logged);
  checkLogged(data.evidence, logged);
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

type Logged = ReturnType<typeof loggedFiles>;

function checkDerivation(evidence: ManifestInput['data']['evidence'], logged: Logged): void {
  const files = evidence.flatMap((item) => item.files);
  const originals = new Set(files.filter(isOriginal).map((file) => file.sha256));
  for (const { captureId, files: own } of evidence) {
    const unknown = own.find((file) => originsOf(file, originals, logged(captureId)) === 'unknown');
    if (unknown) throw new BundleError('originalMissing', unknown.path);
  }
}

function checkLogged(evidence: ManifestInput['data']['evidence'], logged: Logged): void {
  for (const { captureId, files } of evidence) {
    const { stored, covered } = logged(captureId);
    const named = (file: BundleFile) => (isCovered(file) ? covered : stored).has(file.sha256);
    const unknown = files.find((file) => (isOriginal(file) || isCovered(file)) && !named(file));
    if (unknown) throw new BundleError('notInLog', unknown.path);
    const isExplained = !files.some(isCovered) || files.some(({ role }) => role === 'redaction');
    if (!isExplained) throw new BundleError('unexplained', captureId);
  }
}

function isCovered({ role }: BundleFile): boolean {
  return role === 'redacted' || role === 'redaction';
}

function isOriginal(file: BundleFile): boolean {
  return file.derivedFrom.length === 0;
}
