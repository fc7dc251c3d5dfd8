import { type Sha256, sha256 } from '../shared/digest.ts';
import { canonicalBytes, canonicalText } from './canonical.ts';
import type { DigestBytes } from './digester.ts';
import { FIRST_PREVIOUS, type LogEntry, type WithheldLogEntry } from './types.ts';

/** An entry as a bundle shows it: in full, or only its place. */
export type LogRecord = LogEntry | WithheldLogEntry;
/** What a new entry says; its place in the chain comes from the entry before. */
export type LogDraft = Pick<LogEntry, 'at' | 'type' | 'subject' | 'files'>;

/**
 * `sequence`: the number does not follow the one before. `link`: `previous` is not the hash of the entry before.
 * `content`: the hash is not that of the entry's own content.
 */
export interface ChainProblem {
  code: 'sequence' | 'link' | 'content';
  seq: number;
}

/** The entry that follows `previous` (null for the first one of all). */
export async function appendEntry(previous: LogRecord | null, draft: LogDraft): Promise<LogEntry> {
  const { at, type, subject, files } = draft;
  const placed = { seq: (previous?.seq ?? 0) + 1, at, type, subject, files, previous: headOf(previous) };
  return { ...placed, hash: await sha256(canonicalBytes(placed)) };
}

/** The same place in the chain without the content, for a bundle of another case. */
export function withhold({ seq, previous, hash }: LogRecord): WithheldLogEntry {
  return { seq, previous, hash, withheld: true };
}

/** True for an entry that shows nothing but its place. */
export function isWithheld(entry: LogRecord): entry is WithheldLogEntry {
  return 'withheld' in entry;
}

/** True for an entry that names the files of a capture: when it was stored, or brought back from a backup of another store. */
export function namesCaptureFiles({ type }: Pick<LogEntry, 'type'>): boolean {
  return type === 'capture.stored' || type === 'capture.imported';
}

/** Every break in a log that must be complete from entry 1 on; empty when it is whole. Contents of withheld entries cannot be checked. */
export async function checkChain(entries: readonly LogRecord[], digest: DigestBytes = sha256): Promise<ChainProblem[]> {
  const problems: ChainProblem[] = [];
  let before: LogRecord | null = null;
  for (const entry of entries) {
    if (entry.seq !== (before?.seq ?? 0) + 1) problems.push({ code: 'sequence', seq: entry.seq });
    if (entry.previous !== headOf(before)) problems.push({ code: 'link', seq: entry.seq });
    if (!(await hasOwnHash(entry, digest))) problems.push({ code: 'content', seq: entry.seq });
    before = entry;
  }
  return problems;
}

/** The log as a file: one canonical JSON text a line. */
export function logText(entries: readonly LogRecord[]): string {
  return entries.map((entry) => `${canonicalText(entry)}\n`).join('');
}

/** The hash that the next entry must name. */
export function headOf(last: LogRecord | null | undefined): Sha256 {
  return last?.hash ?? FIRST_PREVIOUS;
}

async function hasOwnHash(entry: LogRecord, digest: DigestBytes): Promise<boolean> {
  if (isWithheld(entry)) return true;
  const { hash, ...content } = entry;
  return hash === (await digest(canonicalBytes(content)));
}
