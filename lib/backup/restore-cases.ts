import { findClash } from '../cases/facts/correct.ts';
import { joinProblem } from '../cases/moves/join.ts';
import type { LogDraft } from '../evidence/chain.ts';
import type { LogEntry } from '../evidence/types.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { appendAllToLog } from '../storage/captures.ts';
import { actBytes } from '../storage/case-acts.ts';
import { mergeCases } from '../storage/case-moves.ts';
import { correctionBytes } from '../storage/corrections.ts';
import type { DossierDb } from '../storage/db.ts';
import type { StoredAct, StoredCorrection } from '../storage/rows.ts';
import { type CaseRows, caseTables, historyIn, homesOf, idsOf } from './case-rows.ts';
import { mergeHistories } from './merge-case.ts';
import { refileAsNewer } from './refile.ts';
import type { LogRelation } from './relation.ts';

/** What became of the cases of a backup. */
export interface RestoredCases {
  added: string[];
  /** Cases that were there already and learned something. */
  changed: string[];
}

/**
 * Brings the cases of a backup into the store, with the looks at their pages and what the user did, in one transaction with the
 * entries in the log of what it does not tell of yet. Then each added case is joined to one of ours with the same number, by an act
 * of its own, as if the user had done it.
 */
export async function restoreCases(
  db: DossierDb,
  rows: CaseRows,
  relation: LogRelation,
  now: Instant,
): Promise<RestoredCases> {
  const records = await recordsToAdd(db, rows);
  const write = (entries: readonly LogEntry[]) => writeCases(db, rows, relation, { ...records, entries });
  const restored =
    records.drafts.length > 0
      ? await appendAllToLog(db, records.drafts, caseTables(db), write)
      : await db.transaction('rw', caseTables(db), async () => write([]));
  await restoreReminders(db, rows);
  await joinSameNumbers(db, rows, restored.added, now);
  return restored;
}

interface NewRecords {
  corrections: StoredCorrection[];
  acts: StoredAct[];
  /** Entries for those that the log does not name. */
  drafts: LogDraft[];
}

async function recordsToAdd(db: DossierDb, rows: CaseRows): Promise<NewRecords> {
  const known = new Set([
    ...(await db.corrections.toCollection().primaryKeys()),
    ...(await db.caseActs.toCollection().primaryKeys()),
  ]);
  const isNew = ({ id }: { id: string }) => !known.has(id);
  const [corrections, acts] = [rows.corrections.filter(isNew), rows.acts.filter(isNew)];
  const sizes = [
    ...corrections.map((record) => ({ record, bytes: correctionBytes(record).length })),
    ...acts.map((record) => ({ record, bytes: actBytes(record).length })),
  ].sort((one, other) => one.record.logSeq - other.record.logSeq);
  const ids = sizes.map(({ record }) => record.id);
  const logged = new Set((await db.log.where('subject').anyOf(ids).toArray()).map(({ subject }) => subject));
  const drafts = sizes
    .filter(({ record }) => !logged.has(record.id))
    .map(({ record: { id, at, sha256 }, bytes }): LogDraft => {
      return {
        at: formatIso(at),
        type: 'record.imported',
        subject: id,
        files: [{ name: `${id}.json`, bytes, sha256 }],
      };
    });
  return { corrections, acts, drafts };
}

async function writeCases(
  db: DossierDb,
  rows: CaseRows,
  relation: LogRelation,
  { corrections, acts, entries }: NewRecords & { entries: readonly LogEntry[] },
): Promise<RestoredCases> {
  if (relation === 'backupNewer') await refileAsNewer(db, rows);
  const homes = await homesOf(
    db,
    rows.cases.map(({ id }) => id),
  );
  const homeOf = (caseId: string) => (homes.has(caseId) ? (homes.get(caseId) ?? caseId) : null);
  const changed = await writeKnownCases(db, rows, homes);
  const added = rows.cases.filter(({ id }) => homes.get(id) === null);
  await db.cases.bulkAdd(added);
  await writeVisits(db, rows, homeOf);
  const seqs = new Map(entries.map(({ subject, seq }) => [subject, seq]));
  const placed = <Record extends StoredCorrection | StoredAct>(record: Record): Record[] => {
    const filedIn = homeOf(record.filedIn);
    return filedIn === null ? [] : [{ ...record, filedIn, logSeq: seqs.get(record.id) ?? record.logSeq }];
  };
  await db.corrections.bulkAdd(corrections.flatMap(placed));
  await db.caseActs.bulkAdd(acts.flatMap(placed));
  return { added: added.map(({ id }) => id), changed };
}

async function writeKnownCases(
  db: DossierDb,
  rows: CaseRows,
  homes: ReadonlyMap<string, string | null>,
): Promise<string[]> {
  const stored: CaseRows = {
    cases: await db.cases.toArray(),
    visits: await db.visits.toArray(),
    corrections: await db.corrections.toArray(),
    acts: await db.caseActs.toArray(),
    reminders: [],
  };
  const [storeKnows, backupKnows] = [idsOf(stored), idsOf(rows)];
  const changed = new Set<string>();
  for (const backedUp of rows.cases) {
    const home = homes.get(backedUp.id) ?? null;
    const known = home === null ? undefined : await db.cases.get(home);
    if (!known) continue;
    const merged = mergeHistories(
      { ...historyIn(stored, known), knows: storeKnows },
      { ...historyIn(rows, backedUp), knows: backupKnows },
    );
    if (merged === known) continue;
    await db.cases.put(merged);
    changed.add(known.id);
  }
  return [...changed];
}

/** A look that both have is as long as the longer one says. */
async function writeVisits(db: DossierDb, { visits }: CaseRows, homeOf: (id: string) => string | null): Promise<void> {
  const known = await db.visits.bulkGet(visits.map(({ id }) => id));
  const rows = visits.flatMap((visit, index) => {
    const stored = known[index];
    if (stored) return [{ ...stored, lastSeenAt: Math.max(stored.lastSeenAt, visit.lastSeenAt) }];
    const caseId = homeOf(visit.caseId);
    return caseId === null ? [] : [{ ...visit, caseId }];
  });
  await db.visits.bulkPut(rows);
}

/** What was shown and dealt with stays so; reminders of cases that are not there are of no use. */
async function restoreReminders(db: DossierDb, { reminders }: CaseRows): Promise<void> {
  const cases = new Set(await db.cases.toCollection().primaryKeys());
  const known = new Set(await db.reminders.toCollection().primaryKeys());
  await db.reminders.bulkPut(reminders.filter(({ id, caseId }) => cases.has(caseId) && !known.has(id)));
}

/**
 * Cases that stand side by side in the backup are two there, by the user's decision. Nobody is buyer and seller of one dispute, so
 * such cases stay two as well.
 */
async function joinSameNumbers(
  db: DossierDb,
  { cases }: CaseRows,
  added: readonly string[],
  now: Instant,
): Promise<void> {
  const backedUp = new Set(cases.map(({ id }) => id));
  for (const id of added) {
    const known = await db.cases.get(id);
    if (!known) continue;
    const candidates = await db.cases.where('keys').anyOf(known.keys).distinct().toArray();
    const ours = candidates.filter((other) => !backedUp.has(other.id));
    const same = findClash(known, ours);
    if (same && !joinProblem(same, known)) await mergeCases(db, same.id, id, now);
  }
}
