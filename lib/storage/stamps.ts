import type { LogEntry } from '../evidence/types.ts';
import type { Instant } from '../shared/time.ts';
import { triedAgain } from '../stamps/queue.ts';
import { isOfLog, readStatement } from '../stamps/statement.ts';
import type { KeptStamp, StampRow, StampService } from '../stamps/types.ts';
import type { DossierDb } from './db.ts';

/**
 * The queue of time stamps, and the number of the last log entry (0 for none). Stamps of another log, which came with a backup, are
 * kept and are no part of the queue: they say nothing about the entries of this one.
 */
export async function readStamps(db: DossierDb): Promise<{ rows: StampRow[]; head: number }> {
  const [rows, last] = await Promise.all([db.stamps.toArray(), db.log.orderBy('seq').last()]);
  const ends = await db.log.bulkGet(rows.map((row) => row.last));
  const isOurs = ({ state, stamp }: StampRow, index: number) => {
    const named = stamp && readStatement(stamp.statement)?.hashes.at(-1);
    return state !== 'stamped' || (named !== undefined && named === ends[index]?.hash);
  };
  return { rows: rows.filter(isOurs), head: last?.seq ?? 0 };
}

/** Log entries from one number to another, both included. */
export function entriesBetween(db: DossierDb, first: number, last: number): Promise<LogEntry[]> {
  return db.log.where('seq').between(first, last, true, true).sortBy('seq');
}

/** Writes what has become of the queue. */
export async function keepStamps(db: DossierDb, rows: readonly StampRow[], dropped: readonly string[]): Promise<void> {
  await db.transaction('rw', db.stamps, async () => {
    await db.stamps.bulkDelete([...dropped]);
    await db.stamps.bulkPut([...rows]);
  });
}

/** Lets everything that was given up or waits long be asked for now. */
export async function retryStamps(db: DossierDb, now: Instant): Promise<void> {
  await db.stamps
    .where('state')
    .anyOf('failed', 'waiting')
    .modify((row) => void Object.assign(row, triedAgain(row, now)));
}

/** The stamps that say something about these log entries of this log; what does not fit the log is left out. */
export async function stampsOf(
  db: DossierDb,
  log: readonly Pick<LogEntry, 'seq' | 'hash'>[],
  wanted: readonly number[],
): Promise<{ service: StampService; stamp: KeptStamp }[]> {
  const rows = await db.stamps.where('state').equals('stamped').sortBy('last');
  return rows.flatMap(({ service, first, last, stamp }) => {
    const statement = stamp && readStatement(stamp.statement);
    const isWanted = wanted.some((seq) => first <= seq && seq <= last);
    return stamp && statement && isWanted && isOfLog(statement, log) ? [{ service, stamp }] : [];
  });
}
