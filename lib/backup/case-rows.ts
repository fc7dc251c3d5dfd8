import type { Case, Visit } from '../cases/types.ts';
import type { ReminderRecord } from '../reminders/types.ts';
import type { DossierDb } from '../storage/db.ts';
import type { StoredAct, StoredCorrection } from '../storage/rows.ts';
import type { CaseHistory } from './merge-case.ts';

/** What a backup has of cases, after every row was checked. */
export interface CaseRows {
  cases: Case[];
  visits: Visit[];
  corrections: StoredCorrection[];
  acts: StoredAct[];
  reminders: ReminderRecord[];
}

/** The tables that hold cases and what is filed in them. */
export function caseTables(db: DossierDb) {
  return [db.cases, db.visits, db.corrections, db.caseActs, db.captures, db.tabs];
}

/** The ids of all visits, corrections and acts that a side knows. */
export function idsOf({ visits, corrections, acts }: Pick<CaseRows, 'visits' | 'corrections' | 'acts'>): Set<string> {
  return new Set([...visits, ...corrections, ...acts].map(({ id }) => id));
}

/** What is filed in one case of a backup. */
export function historyIn({ visits, corrections, acts }: CaseRows, known: Case): CaseHistory {
  return {
    known,
    visits: visits.filter(({ caseId }) => caseId === known.id),
    corrections: corrections.filter(({ filedIn }) => filedIn === known.id),
    acts: acts.filter(({ filedIn }) => filedIn === known.id),
  };
}

/**
 * Where a case of a backup is in the store now: under its own id, or in the case that it was joined to since. Null when it is not
 * there.
 */
export async function homesOf(db: DossierDb, caseIds: readonly string[]): Promise<Map<string, string | null>> {
  const present = new Set(await db.cases.toCollection().primaryKeys());
  const joined = new Map<string, string>();
  for (const { what, filedIn } of await db.caseActs.toArray()) {
    if (what.type === 'case.merged') joined.set(what.other, filedIn);
  }
  const homeOf = (id: string, trail: readonly string[]): string | null => {
    if (present.has(id)) return id;
    const next = joined.get(id);
    return next === undefined || trail.includes(next) ? null : homeOf(next, [...trail, id]);
  };
  return new Map(caseIds.map((id) => [id, homeOf(id, [])]));
}
