import type { DossierDb } from '../storage/db.ts';
import type { CaseRows } from './case-rows.ts';

/**
 * Files what both have as a newer backup has it: cases that were joined or divided there are so here. A case that was joined to
 * another one and has nothing of its own left is no more. Runs inside the transaction of the restore.
 */
export async function refileAsNewer(db: DossierDb, { cases, visits, corrections, acts }: CaseRows): Promise<void> {
  const caseOfVisit = new Map(visits.map(({ id, caseId }) => [id, caseId]));
  await db.visits.toCollection().modify((visit) => {
    visit.caseId = caseOfVisit.get(visit.id) ?? visit.caseId;
  });
  const caseOfRecord = new Map([...corrections, ...acts].map(({ id, filedIn }) => [id, filedIn]));
  const file = (record: { id: string; filedIn: string }) => {
    record.filedIn = caseOfRecord.get(record.id) ?? record.filedIn;
  };
  await db.corrections.toCollection().modify(file);
  await db.caseActs.toCollection().modify(file);
  const present = new Set(cases.map(({ id }) => id));
  for (const { what, filedIn } of acts) {
    if (what.type === 'case.merged' && !present.has(what.other)) await dropJoined(db, what.other, filedIn);
  }
}

async function dropJoined(db: DossierDb, caseId: string, joinedTo: string): Promise<void> {
  if ((await db.visits.where('caseId').equals(caseId).count()) > 0) return;
  await db.captures.where('caseId').equals(caseId).modify({ caseId: joinedTo });
  await db.tabs.where('caseId').equals(caseId).modify({ caseId: joinedTo });
  await db.cases.delete(caseId);
}
