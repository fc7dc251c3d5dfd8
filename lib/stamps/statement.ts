import { canonicalBytes, canonicalText } from '../evidence/canonical.ts';
import type { LogRecord } from '../evidence/chain.ts';
import type { Bytes } from '../evidence/digester.ts';
import { isSha256, type Sha256 } from '../shared/digest.ts';

const FORMAT = 'evidence-12315-log/1';

/**
 * What is stamped: the hashes of log entries `first`, `first + 1` … The head alone would do for whoever sees the whole log; a bundle
 * withholds the entries of other cases, and across one of these a reader cannot follow the chain (docs/adr/0010).
 */
export interface StampStatement {
  first: number;
  hashes: Sha256[];
}

/** The statement as the file that is stamped: canonical JSON. */
export function statementBytes({ first, hashes }: StampStatement): Bytes {
  return canonicalBytes({ log: FORMAT, first, hashes });
}

/** The statement about a run of log entries, at least one. */
export function statementOf(entries: readonly Pick<LogRecord, 'seq' | 'hash'>[]): StampStatement {
  return { first: entries[0]?.seq ?? 0, hashes: entries.map(({ hash }) => hash) };
}

/** Reads such a file; null for anything that is not exactly one. */
export function readStatement(text: string): StampStatement | null {
  try {
    const { first, hashes } = JSON.parse(text) as Partial<StampStatement>;
    const isWhole = Number.isSafeInteger(first) && Array.isArray(hashes) && hashes.length > 0 && hashes.every(isSha256);
    if (!isWhole || first === undefined || first < 1) return null;
    return canonicalText({ log: FORMAT, first, hashes }) === text ? { first, hashes } : null;
  } catch {
    return null; // No JSON, or nothing that can be read from.
  }
}

/** The number of the last entry that a statement is about. */
export function lastOf({ first, hashes }: StampStatement): number {
  return first + hashes.length - 1;
}

/** True when the log has these entries with these hashes. `log` must be complete from entry 1 on. */
export function isOfLog({ first, hashes }: StampStatement, log: readonly Pick<LogRecord, 'hash'>[]): boolean {
  return hashes.every((hash, index) => log[first - 1 + index]?.hash === hash);
}
