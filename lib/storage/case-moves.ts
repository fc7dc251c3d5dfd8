import { pageKeysOf } from '../cases/match.ts';
import { divideCase } from '../cases/moves/divide.ts';
import { joinCases, joinProblem } from '../cases/moves/join.ts';
import { type CasePart, wholeOf } from '../cases/moves/parts.ts';
import type { Case } from '../cases/types.ts';
import type { Instant } from '../shared/time.ts';
import { capturesOf } from './captures.ts';
import { act } from './case-acts.ts';
import { visitsOf } from './cases.ts';
import type { DossierDb } from './db.ts';
import type { StoredAct } from './rows.ts';

/**
 * Joins a case to another one: its pages, captures, entries, corrections and their records go over, and it is no more. One
 * transaction, one entry in the log, which names what came from where, so that it can be divided again.
 * @throws when one of them is gone, or when they cannot be one (`joinProblem`); nothing has changed then.
 */
export async function mergeCases(db: DossierDb, keptId: string, otherId: string, at: Instant): Promise<void> {
  const part = await partOf(db, otherId);
  const tables = [db.cases, db.visits, db.captures, db.corrections, db.tabs];
  await act(db, { caseId: keptId, at, what: { type: 'case.merged', other: otherId, part } }, tables, async () => {
    const [kept, other] = await Promise.all([db.cases.get(keptId), db.cases.get(otherId)]);
    if (!kept || !other || keptId === otherId || joinProblem(kept, other)) throw new Error('These cannot be one case');
    const visits = [...(await visitsOf(db, keptId)), ...(await visitsOf(db, otherId))];
    await db.cases.put(joinCases(kept, other, visits));
    await db.cases.delete(otherId);
    await moveEverything(db, otherId, keptId);
  });
}

/**
 * Takes pages, captures and entries out of a case into one of their own. One transaction, one entry in the log.
 * @returns the id of the new case.
 * @throws when one side would be no case (`divideProblem`); nothing has changed then.
 */
export async function splitCase(db: DossierDb, caseId: string, part: CasePart, at: Instant): Promise<string> {
  const takenId = crypto.randomUUID();
  const tables = [db.cases, db.visits, db.captures, db.corrections, db.tabs];
  await act(db, { caseId, at, what: { type: 'case.split', other: takenId, part } }, tables, async () => {
    const known = await db.cases.get(caseId);
    const divided = known && divideCase(known, await visitsOf(db, caseId), part, takenId);
    if (!divided) throw new Error('This is not a part of the case');
    await db.cases.bulkPut([divided.kept, divided.taken]);
    await db.visits.where('id').anyOf(divided.visitIds).modify({ caseId: takenId });
    const isOfCase = (capture: { caseId: string | null }) => capture.caseId === caseId;
    await db.captures.where('id').anyOf(part.captureIds).and(isOfCase).modify({ caseId: takenId });
    const corrections = Object.values(divided.taken.corrections).map(({ id }) => id);
    await db.corrections.where('id').anyOf(corrections).modify({ filedIn: takenId });
    await fileActsOfEntries(db, caseId, takenId, part.entryIds);
    await refileTabs(db, caseId, divided.taken);
  });
  return takenId;
}

/** Tabs that show a page of the new case are about it now. */
async function refileTabs(db: DossierDb, fromId: string, taken: Case): Promise<void> {
  await db.tabs
    .where('caseId')
    .equals(fromId)
    .and(({ reading }) => pageKeysOf(reading).some((key) => taken.keys.includes(key)))
    .modify({ caseId: taken.id });
}

async function partOf(db: DossierDb, caseId: string): Promise<CasePart> {
  const known = await db.cases.get(caseId);
  if (!known) throw new Error('The case is gone');
  return wholeOf(known, await visitsOf(db, caseId), await capturesOf(db, caseId));
}

async function moveEverything(db: DossierDb, fromId: string, toId: string): Promise<void> {
  await db.visits.where('caseId').equals(fromId).modify({ caseId: toId });
  await db.captures.where('caseId').equals(fromId).modify({ caseId: toId });
  await db.tabs.where('caseId').equals(fromId).modify({ caseId: toId });
  await db.corrections.where('filedIn').equals(fromId).modify({ filedIn: toId });
  await db.caseActs.where('filedIn').equals(fromId).modify({ filedIn: toId });
}

/** The records of an entry go where it goes. */
async function fileActsOfEntries(
  db: DossierDb,
  fromId: string,
  toId: string,
  entryIds: readonly string[],
): Promise<void> {
  const isOfEntry = ({ what }: StoredAct) =>
    'entry' in what && [what.entry, what.before].some((entry) => entry && entryIds.includes(entry.id));
  await db.caseActs.where('filedIn').equals(fromId).and(isOfEntry).modify({ filedIn: toId });
}
