import { checkChain } from '../evidence/chain.ts';
import type { Capture } from '../evidence/types.ts';
import type { Instant } from '../shared/time.ts';
import { type CaptureLife, livesOf } from '../storage/check/lives.ts';
import type { DossierDb } from '../storage/db.ts';
import { adoptLog, keepPastLogs } from './adopt-log.ts';
import { alignCaptures } from './align-captures.ts';
import { type CaseRows, homesOf } from './case-rows.ts';
import type { BackupRows, OpenedBackup } from './open.ts';
import type { LogRelation } from './relation.ts';
import { restoreCapture } from './restore-capture.ts';
import { restoreCases } from './restore-cases.ts';
import { soundRecords } from './sound-records.ts';

export interface RestoreDeps {
  db: DossierDb;
  now: Instant;
  /** Settings of the backup replace those of this computer; otherwise these stay. */
  withSettings: boolean;
  /** Captures done, and all. */
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
}

/** What a restore has done. */
export interface RestoredCounts {
  cases: number;
  /** Cases that were there already and learned something. */
  changedCases: number;
  captures: number;
  /** Captures that were there already. */
  knownCaptures: number;
  /** Files that had been missing in captures that were there already. */
  files: number;
}

/**
 * Brings a backup into the store: everything that is not there yet, nothing twice, and nothing that is there is lost. Each step
 * is a transaction of its own and can be repeated: after a cancel or a crash the same restore does the rest.
 * @param whole the files of the backup whose bytes are as they should be; others are left out, and the check of the store names them.
 * @throws the signal's reason when cancelled; storage failures as they come. What was restored until then stays.
 */
export async function restoreBackup(
  opened: OpenedBackup,
  whole: ReadonlySet<string>,
  deps: RestoreDeps,
): Promise<RestoredCounts> {
  const { db, now, withSettings } = deps;
  const { rows } = opened;
  const isSound = (await checkChain(rows.log)).length === 0;
  const relation = await adoptLog(db, rows.log, isSound);
  await keepPastLogs(db, rows, relation, now);
  if (relation === 'backupNewer') await alignCaptures(db, now);
  // A stamp is of places in a log: those of another log stay beside it.
  if (relation !== 'apart') await keepStamps(db, rows);
  const { added, changed } = await restoreCases(db, await caseRows(rows), relation, now);
  const captures = await restoreCaptures(opened, whole, relation, deps);
  const [settings] = rows.settings;
  if (withSettings && settings) await db.settings.put(settings);
  return { cases: added.length, changedCases: changed.length, ...captures };
}

/** The schemas have checked what our types say; what they leave open is kept as it is. */
async function caseRows(rows: BackupRows): Promise<CaseRows> {
  const { corrections, acts } = await soundRecords(rows);
  const { cases, visits, reminders } = rows as unknown as CaseRows;
  return { cases, visits, reminders, corrections, acts };
}

async function keepStamps(db: DossierDb, { stamps }: BackupRows): Promise<void> {
  await db.transaction('rw', db.table('stamps'), async () => {
    for (const stamp of stamps) {
      if (!(await db.table('stamps').get(stamp.id))) await db.table('stamps').add(stamp);
    }
  });
}

async function restoreCaptures(
  opened: OpenedBackup,
  whole: ReadonlySet<string>,
  relation: LogRelation,
  { db, now, onProgress, signal }: RestoreDeps,
): Promise<Pick<RestoredCounts, 'captures' | 'knownCaptures' | 'files'>> {
  const captures = (opened.rows.captures as unknown as Capture[]).toSorted((a, b) => a.logSeq - b.logSeq);
  const lives: ReadonlyMap<string, CaptureLife> = livesOf(opened.rows.log);
  const homes = await homesOf(
    db,
    captures.flatMap(({ caseId }) => caseId ?? []),
  );
  const counts = { captures: 0, knownCaptures: 0, files: 0 };
  for (const [index, capture] of captures.entries()) {
    signal.throwIfAborted();
    const filed = { ...capture, caseId: homes.get(capture.caseId ?? '') ?? null };
    const named = lives.get(capture.id)?.files;
    const given = { opened, whole, capture: filed, named, isNewer: relation === 'backupNewer' };
    const { isNew, files } = await restoreCapture(db, given, now);
    counts[isNew ? 'captures' : 'knownCaptures'] += 1;
    if (!isNew) counts.files += files;
    onProgress(index + 1, captures.length);
  }
  return counts;
}
