import { LOG_FILE } from '../bundle/layout.ts';
import { checkChain, headOf, isWithheld, type LogRecord, namesCaptureFiles } from '../evidence/chain.ts';
import { type Deletion, deletionEntries } from '../evidence/deletions.ts';
import type { DigestBytes } from '../evidence/digester.ts';
import type { ManifestReading } from './layer-manifest.ts';
import type { ReadLog } from './read-log.ts';
import type { ReadManifest } from './read-manifest.ts';
import type { LayerResult, Note, Problem } from './types.ts';

/** 日志链: the chain holds, ends where the manifest says, and names every original in the entry of its capture. `log` is null when there is none. */
export async function checkLog(
  log: ReadLog | null,
  manifest: ManifestReading,
  digest: DigestBytes,
): Promise<LayerResult> {
  const { entries, malformed } = log ?? { entries: [], malformed: [] };
  const withheld = entries.filter(isWithheld).length;
  const problems: Problem[] = [
    ...(log === null ? [{ code: 'log.missing' as const, file: LOG_FILE }] : []),
    ...malformed.map((line) => ({ code: 'log.malformed' as const, file: LOG_FILE, params: { line } })),
    ...(await chainProblems(entries, digest)),
    ...(typeof manifest === 'string' ? [{ code: 'log.noManifest' as const }] : againstManifest(entries, manifest)),
  ];
  const notes: Note[] = [
    ...(withheld > 0 ? [{ code: 'log.withheld' as const, params: { count: withheld } }] : []),
    ...(typeof manifest === 'string' ? [] : (manifest.deletions ?? []).map(deletionNote)),
  ];
  const status = problems.length > 0 ? 'failed' : 'passed';
  return { layer: 'log', status, params: { count: entries.length }, problems, notes };
}

async function chainProblems(entries: readonly LogRecord[], digest: DigestBytes): Promise<Problem[]> {
  const problems = await checkChain(entries, digest);
  return problems.map(({ code, seq }) => ({ code: `log.${code}` as const, file: LOG_FILE, params: { seq } }));
}

function againstManifest(entries: readonly LogRecord[], manifest: ReadManifest): Problem[] {
  const isEnd =
    manifest.log.path === LOG_FILE &&
    manifest.log.entries === entries.length &&
    manifest.log.head === headOf(entries[entries.length - 1]);
  const logged = new Set(entries.flatMap(namedFiles));
  const unlogged = manifest.resources.filter(
    (file) => !file.derivedFrom && !logged.has(nameOf(file.capture, file.sha256)),
  );
  return [
    ...(isEnd ? [] : [{ code: 'log.head' as const, file: LOG_FILE }]),
    ...unlogged.map((file) => ({ code: 'log.originalUnlogged' as const, file: file.path })),
    ...untold(entries, manifest),
  ];
}

/** The manifest tells of the same deletions as the log. */
function untold(entries: readonly LogRecord[], { deletions }: ReadManifest): Problem[] {
  const logged = deletionEntries(entries);
  const told = (deletions ?? []).map(({ entry }) => entry);
  const differing = deletions
    ? [...logged.filter((seq) => !told.includes(seq)), ...told.filter((seq) => !logged.includes(seq))]
    : [];
  return differing.map((seq) => ({ code: 'log.deletionUntold' as const, file: LOG_FILE, params: { seq } }));
}

function deletionNote({ entry, at, type, stored, files }: Deletion): Note {
  const time = at.slice(0, 19).replace('T', ' ');
  return { code: `log.${type}`, params: { seq: entry, time, stored: stored ?? '', files } };
}

function namedFiles(entry: LogRecord): string[] {
  if (isWithheld(entry) || !namesCaptureFiles(entry)) return [];
  return entry.files.map((file) => nameOf(entry.subject, file.sha256));
}

function nameOf(capture: string, sha256: string): string {
  return JSON.stringify([capture, sha256]);
}
