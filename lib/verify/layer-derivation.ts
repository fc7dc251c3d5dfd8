import type { LogRecord } from '../evidence/chain.ts';
import { loggedFiles, originsOf } from '../evidence/derivation.ts';
import type { ManifestReading } from './layer-manifest.ts';
import type { ReadManifest, ReadResource } from './read-manifest.ts';
import type { LayerResult, Note, Problem } from './types.ts';

type Derived = ReadResource & { derivedFrom: string[] };
type Logged = ReturnType<typeof loggedFiles>;

/**
 * 派生文件: every derived file names originals that are in the bundle, or that the log names and the complainant keeps because
 * personal data is covered. Covered copies are those of the log's latest covering, and what was covered is explained.
 */
export function checkDerivation(manifest: ManifestReading, entries: readonly LogRecord[]): LayerResult {
  if (typeof manifest === 'string') {
    const problems: Problem[] = [{ code: 'derivation.noManifest' }];
    return { layer: 'derivation', status: 'failed', params: { count: 0 }, problems, notes: [] };
  }
  const logged = loggedFiles(entries);
  const derived = manifest.resources.filter((file): file is Derived => file.derivedFrom !== null);
  const { problems, withheld } = checkOrigins(manifest, derived, logged);
  problems.push(...checkCovered(derived, logged));
  const notes: Note[] = withheld > 0 ? [{ code: 'derivation.withheld', params: { count: withheld } }] : [];
  const status = problems.length > 0 ? 'failed' : 'passed';
  return { layer: 'derivation', status, params: { count: derived.length }, problems, notes };
}

function checkOrigins(manifest: ReadManifest, derived: readonly Derived[], logged: Logged) {
  const originals = new Set(manifest.resources.filter((file) => !file.derivedFrom).map((file) => file.sha256));
  const problems: Problem[] = [];
  const withheld = new Set<string>();
  for (const file of derived) {
    const origins = originsOf(file, originals, logged(file.capture));
    if (origins === 'unknown') problems.push({ code: 'derivation.originalMissing', file: file.path });
    if (origins !== 'withheld') continue;
    for (const digest of file.derivedFrom) if (!originals.has(digest)) withheld.add(digest);
  }
  return { problems, withheld: withheld.size };
}

function checkCovered(derived: readonly Derived[], logged: Logged): Problem[] {
  const copies = derived.filter((file) => isCovered(file, logged));
  const unlogged = copies.filter(({ capture, sha256 }) => !logged(capture).covered.has(sha256));
  const explained = new Set(copies.filter(({ artifact }) => artifact === 'redaction').map(({ capture }) => capture));
  const unexplained = copies.filter(({ capture }) => !explained.has(capture));
  return [
    ...unlogged.map(({ path: file }) => ({ code: 'derivation.copyUnlogged' as const, file })),
    ...unexplained.map(({ path: file }) => ({ code: 'derivation.unexplained' as const, file })),
  ];
}

/** By what the manifest calls it, or by the log: a copy that is called something else is one all the same. */
function isCovered({ artifact, capture, sha256 }: Derived, logged: Logged): boolean {
  return artifact === 'redacted' || artifact === 'redaction' || logged(capture).covered.has(sha256);
}
