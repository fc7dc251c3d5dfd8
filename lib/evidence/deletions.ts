import { isWithheld, type LogRecord, namesCaptureFiles } from './chain.ts';
import type { LogEntry, LogType } from './types.ts';

/** Entries that tell of what becomes of something deleted. They hold no content, so every bundle shows them, whichever case they are of. */
export const DELETION_TYPES = [
  'capture.deleted',
  'capture.restored',
  'capture.erased',
  'case.deleted',
] as const satisfies readonly LogType[];
export type DeletionType = (typeof DELETION_TYPES)[number];

/** What a bundle says of one deletion: that it happened, never what was deleted. */
export interface Deletion {
  /** Number of the entry that tells of it. */
  entry: number;
  /** ISO 8601 with `+08:00`. */
  at: string;
  type: DeletionType;
  /** Number of the entry by which it was stored; null for a case, and for what no entry tells of. */
  stored: number | null;
  /** How many files it had; their digests stay in that entry. */
  files: number;
}

/** The type of an entry that tells of a deletion; null for any other. */
export function deletionType(type: string): DeletionType | null {
  return DELETION_TYPES.find((known) => known === type) ?? null;
}

/** Every deletion that the whole log tells of. */
export function deletionsIn(log: readonly LogEntry[]): Deletion[] {
  const stored = new Map(log.flatMap((entry) => (namesCaptureFiles(entry) ? [[entry.subject, entry] as const] : [])));
  return log.flatMap(({ seq, at, type: told, subject }) => {
    const type = deletionType(told);
    const first = stored.get(subject);
    return type ? [{ entry: seq, at, type, stored: first?.seq ?? null, files: first?.files.length ?? 0 }] : [];
  });
}

/** The numbers of the entries of a bundle's log that tell of deletions. */
export function deletionEntries(log: readonly LogRecord[]): number[] {
  return log.flatMap((entry) => (!isWithheld(entry) && deletionType(entry.type) ? [entry.seq] : []));
}
