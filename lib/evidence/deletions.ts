import { isWithheld, type LogRecord } from './chain.ts';
import type { LogEntry, LogType } from './types.ts';

/** Entries that tell of a deletion. They hold no content, so every bundle shows them, whichever case they are of. */
const DELETION_TYPES: readonly LogType[] = ['capture.deleted', 'case.deleted'];

/** What a bundle says of one deletion: that it happened, never what was deleted. */
export interface Deletion {
  /** Number of the entry that tells of it. */
  entry: number;
  /** ISO 8601 with `+08:00`. */
  at: string;
  what: 'capture' | 'case';
  /** Number of the entry by which it was stored; null for a case, and for what no entry tells of. */
  stored: number | null;
  /** How many files it had; their digests stay in that entry. */
  files: number;
}

/** Does the entry tell of a deletion? */
export function isDeletion({ type }: Pick<LogEntry, 'type'>): boolean {
  return DELETION_TYPES.includes(type);
}

/** Every deletion that the whole log tells of. */
export function deletionsIn(log: readonly LogEntry[]): Deletion[] {
  return log.filter(isDeletion).map(({ seq, at, type, subject }) => {
    const stored = log.find((entry) => entry.type === 'capture.stored' && entry.subject === subject);
    const what = type === 'case.deleted' ? 'case' : 'capture';
    return { entry: seq, at, what, stored: stored?.seq ?? null, files: stored?.files.length ?? 0 };
  });
}

/** The numbers of the entries of a bundle's log that tell of deletions. */
export function deletionEntries(log: readonly LogRecord[]): number[] {
  return log.flatMap((entry) => (!isWithheld(entry) && isDeletion(entry) ? [entry.seq] : []));
}
