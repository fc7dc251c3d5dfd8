import type { LogEntry } from '../evidence/types.ts';
import type { Instant } from '../shared/time.ts';
import type { DossierDb } from '../storage/db.ts';
import type { BackupRows } from './open.ts';
import { type LogRelation, logRelation } from './relation.ts';

/**
 * Goes on with the log of a backup where it goes on with ours: all of it in an empty store, its end where the store is older.
 * @param isSound its chain holds; one that does not is never taken for ours.
 */
export function adoptLog(db: DossierDb, backedUp: readonly LogEntry[], isSound: boolean): Promise<LogRelation> {
  return db.transaction('rw', db.log, async () => {
    const stored = await db.log.orderBy('seq').toArray();
    const relation = isSound ? logRelation(stored, backedUp) : 'apart';
    if (relation === 'backupNewer') await db.log.bulkAdd(backedUp.slice(stored.length));
    return relation;
  });
}

/**
 * Keeps the log of the backup whole when it is another one than ours, and those that it had kept: the first entry of what comes
 * from there is in them.
 */
export async function keepPastLogs(
  db: DossierDb,
  { log, pastLogs, stamps }: Pick<BackupRows, 'log' | 'pastLogs' | 'stamps'>,
  relation: LogRelation,
  keptAt: Instant,
): Promise<void> {
  const last = log.at(-1);
  const own =
    relation === 'apart' && last ? [{ id: last.hash, entries: log, keptAt, ...(stamps.length > 0 && { stamps }) }] : [];
  await db.transaction('rw', db.pastLogs, async () => {
    for (const past of [...pastLogs, ...own]) {
      if (!(await db.pastLogs.get(past.id))) await db.pastLogs.add(past);
    }
  });
}
