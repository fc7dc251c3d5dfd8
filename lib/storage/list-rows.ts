import { asOwnPage, pagesOfRows } from '../cases/list/list-rows.ts';
import { findCaseOf, lookupKeys } from '../cases/match.ts';
import { mergePage, openCase } from '../cases/merge.ts';
import type { Case, SeenPage } from '../cases/types.ts';
import { recordVisit } from './cases.ts';
import type { DossierDb } from './db.ts';

/** What became of the rows of a list. */
export interface RecordedRows {
  /** Cases that were opened. */
  opened: number;
  /** Rows whose case was there already. */
  known: number;
}

/**
 * Notes what a list of orders or refunds says about each of its rows: cases that are there already learn it, and with `keep`
 * every other row becomes a case. All rows or none.
 * @param before the same list as it was seen last; rows that say what they said then are left alone.
 */
export async function recordRows(
  db: DossierDb,
  page: SeenPage,
  { keep = false, before = null }: { keep?: boolean; before?: SeenPage | null } = {},
): Promise<RecordedRows> {
  const said = new Set(before ? pagesOfRows(before).map(({ reading }) => JSON.stringify(reading)) : []);
  const rows = pagesOfRows(page).filter(({ reading }) => !said.has(JSON.stringify(reading)));
  if (rows.length === 0) return { opened: 0, known: 0 };
  return db.transaction('rw', [db.cases, db.visits], async () => {
    const candidates = await casesOf(db, rows);
    const count = { opened: 0, known: 0 };
    for (const row of rows) {
      const known = caseAmong(candidates, row);
      if (!known && !keep) continue;
      const current = known ? mergePage(known, row) : openCase(crypto.randomUUID(), row);
      count[known ? 'known' : 'opened'] += 1;
      candidates.set(current.id, current);
      await db.cases.put(current);
      await recordVisit(db, current.id, row);
    }
    return count;
  });
}

/** How many rows of a list have a case already. */
export async function countKnownRows(db: DossierDb, page: SeenPage): Promise<number> {
  const rows = pagesOfRows(page);
  const candidates = await casesOf(db, rows);
  return rows.filter((row) => caseAmong(candidates, row) !== null).length;
}

async function casesOf(db: DossierDb, rows: readonly SeenPage[]): Promise<Map<string, Case>> {
  const keys = rows.flatMap(({ reading }) => lookupKeys(asOwnPage(reading)));
  const cases = await db.cases.where('keys').anyOf(keys).distinct().toArray();
  return new Map(cases.map((known) => [known.id, known]));
}

function caseAmong(candidates: ReadonlyMap<string, Case>, { reading }: SeenPage): Case | null {
  const own = asOwnPage(reading);
  const keys = new Set(lookupKeys(own));
  return findCaseOf(
    own,
    [...candidates.values()].filter((known) => known.keys.some((key) => keys.has(key))),
  );
}
