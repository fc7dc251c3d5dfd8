import type { LogEntry } from '../evidence/types.ts';

/**
 * How a backup stands to the store, by their logs. `backupNewer`: it goes on where the store ends (an empty store ends at once).
 * `storeNewer`: the store goes on where the backup ends, or both are the same. `apart`: they are of different stores, or have gone
 * different ways since.
 */
export type LogRelation = 'backupNewer' | 'storeNewer' | 'apart';

/** Compares two chains that were checked: equal hashes at one place mean that everything before is equal. */
export function logRelation(stored: readonly LogEntry[], backedUp: readonly LogEntry[]): LogRelation {
  const shared = Math.min(stored.length, backedUp.length);
  if (shared > 0 && stored[shared - 1]?.hash !== backedUp[shared - 1]?.hash) return 'apart';
  return backedUp.length > stored.length ? 'backupNewer' : 'storeNewer';
}
