import type { Sha256 } from '../shared/digest.ts';
import { isWithheld, type LogRecord, namesCaptureFiles } from './chain.ts';

/** What the log says of the files of one capture. */
export interface LoggedFiles {
  /** Stored when it was captured, or brought here from the backup of another store. */
  stored: Set<Sha256>;
  /** Made by the latest covering of personal data, unless it was taken back. */
  covered: Set<Sha256>;
}

/** The files that the log names, by capture; withheld entries name none. */
export function loggedFiles(entries: readonly LogRecord[]): (captureId: string) => LoggedFiles {
  const byCapture = new Map<string, LoggedFiles>();
  for (const entry of entries) {
    if (isWithheld(entry)) continue;
    const { stored, covered } = byCapture.get(entry.subject) ?? NOTHING;
    const digests = new Set(entry.files.map(({ sha256 }) => sha256));
    if (namesCaptureFiles(entry)) byCapture.set(entry.subject, { stored: new Set([...stored, ...digests]), covered });
    if (entry.type === 'capture.redacted') byCapture.set(entry.subject, { stored, covered: digests });
    if (entry.type === 'capture.unredacted') byCapture.set(entry.subject, { stored, covered: new Set() });
  }
  return (captureId) => byCapture.get(captureId) ?? NOTHING;
}

const NOTHING: LoggedFiles = { stored: new Set(), covered: new Set() };

/** A file that was made from others. */
export interface DerivedFile {
  sha256: Sha256;
  derivedFrom: readonly Sha256[];
}

/**
 * Where the originals of a derived file are. `here`: all beside it. `withheld`: some stay with whoever made the bundle; the log
 * names them, and this file, under its capture. `unknown`: neither.
 * @param originals digests of all originals beside it.
 */
export function originsOf(
  { sha256, derivedFrom }: DerivedFile,
  originals: ReadonlySet<Sha256>,
  { stored, covered }: LoggedFiles,
): 'here' | 'withheld' | 'unknown' {
  const elsewhere = derivedFrom.filter((digest) => !originals.has(digest));
  if (elsewhere.length === 0) return 'here';
  const isLogged = stored.has(sha256) || covered.has(sha256);
  return isLogged && elsewhere.every((digest) => stored.has(digest)) ? 'withheld' : 'unknown';
}
