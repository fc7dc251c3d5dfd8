import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect } from 'react';
import { canOpenCase } from '../cases/match.ts';
import { openCase } from '../cases/merge.ts';
import type { Case, Visit } from '../cases/types.ts';
import type { Capture } from '../evidence/types.ts';
import { deletedCaptures } from '../storage/bin.ts';
import { capturesOf, unfiledCaptures } from '../storage/captures.ts';
import { visitsOf } from '../storage/cases.ts';
import { countKnownRows } from '../storage/list-rows.ts';
import { renewOrder } from '../storage/renew-order.ts';
import type { TabPage } from '../storage/rows.ts';
import { db } from './database.ts';
import { useQuery } from './use-query.ts';

/** The case a tab is about: the stored one, or what its order page would make if it were kept. */
export interface ShownCase {
  known: Case;
  stored: boolean;
}

const DRAFT_ID = 'draft';

/** The case of a tab; undefined while it is being looked up, null when the page is about none. */
export function useShownCase(page: TabPage | null | undefined): ShownCase | null | undefined {
  const subject = page && `${page.tabId} ${page.caseId} ${page.url}`;
  const shown = useQuery(subject, async () => {
    const stored = page?.caseId ? await db.cases.get(page.caseId) : undefined;
    if (stored) return { known: stored, stored: true };
    return page && canOpenCase(page.reading) ? { known: openCase(DRAFT_ID, page), stored: false } : null;
  }, [page]);
  return page === undefined ? undefined : shown;
}

/** One stored case; null when there is none, undefined while it is looked up. */
export function useCase(caseId: string): Case | null | undefined {
  return useQuery(caseId, async () => (await db.cases.get(caseId)) ?? null);
}

/** Whoever has more has to choose from the list of cases. */
const RECENT = 200;

/** The cases that were seen last, to choose one from; the one named is among them however long ago that was. */
export function useRecentCases(also: string | null = null): Case[] | undefined {
  return useLiveQuery(async () => {
    const recent = await db.cases.orderBy('seenAt').reverse().limit(RECENT).toArray();
    const named = also === null || recent.some(({ id }) => id === also) ? undefined : await db.cases.get(also);
    return named ? [named, ...recent] : recent;
  }, [also]);
}

/** How many rows of the list on a tab have a case; undefined while they are looked up. */
export function useKnownRows(page: TabPage): number | undefined {
  return useQuery(`${page.tabId} ${page.url}`, () => countKnownRows(db, page), [page]);
}

export function useCaseCount(): number {
  return useLiveQuery(() => db.cases.count(), []) ?? 0;
}

/** The cases that something is due in next. */
export function useNearestCases(count: number): Case[] | undefined {
  useEffect(() => void renewOrder(db, Date.now()).catch(() => undefined), []); // Without it an old deadline stays on top.
  return useLiveQuery(() => db.cases.orderBy('rank').limit(count).toArray(), [count]);
}

/** Captures of a case, oldest first. */
export function useCaptures(caseId: string | null): Capture[] | undefined {
  return useQuery(caseId, async () => (caseId === null ? [] : capturesOf(db, caseId)));
}

/** Captures that belong to no case yet, oldest first. */
export function useUnfiledCaptures(): Capture[] | undefined {
  return useLiveQuery(() => unfiledCaptures(db), []);
}

/** How many captures each case has. */
export function useCaptureCounts(): ReadonlyMap<string, number> {
  const counts = useLiveQuery(async () => {
    const byCase = new Map<string, number>();
    await db.captures.orderBy('caseId').eachKey((caseId) => {
      byCase.set(String(caseId), (byCase.get(String(caseId)) ?? 0) + 1);
    });
    // The index of the keys is quick but does not know the bin; what is in there is little.
    for (const { caseId } of await deletedCaptures(db))
      byCase.set(String(caseId), (byCase.get(String(caseId)) ?? 0) - 1);
    return byCase;
  }, []);
  return counts ?? new Map();
}

/** What the pages of a case have said over time, oldest first. */
export function useVisits(caseId: string): Visit[] | undefined {
  return useQuery(caseId, () => visitsOf(db, caseId));
}
