import { useLiveQuery } from 'dexie-react-hooks';
import { canOpenCase } from '../cases/match.ts';
import { openCase } from '../cases/merge.ts';
import type { Case, Visit } from '../cases/types.ts';
import type { Capture } from '../evidence/types.ts';
import { capturesOf } from '../storage/captures.ts';
import { visitsOf } from '../storage/cases.ts';
import type { TabPage } from '../storage/db.ts';
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

/** All stored cases. */
export function useCases(): Case[] | undefined {
  return useLiveQuery(() => db.cases.toArray(), []);
}

/** Captures of a case, oldest first. */
export function useCaptures(caseId: string | null): Capture[] | undefined {
  return useQuery(caseId, async () => (caseId === null ? [] : capturesOf(db, caseId)));
}

/** Captures that belong to no case yet, oldest first. */
export function useUnfiledCaptures(): Capture[] | undefined {
  return useLiveQuery(
    async () => (await db.captures.orderBy('takenAt').toArray()).filter(({ caseId }) => caseId === null),
    [],
  );
}

/** How many captures each case has. */
export function useCaptureCounts(): ReadonlyMap<string, number> {
  const counts = useLiveQuery(async () => {
    const byCase = new Map<string, number>();
    await db.captures.orderBy('caseId').eachKey((caseId) => {
      byCase.set(String(caseId), (byCase.get(String(caseId)) ?? 0) + 1);
    });
    return byCase;
  }, []);
  return counts ?? new Map();
}

/** What the pages of a case have said over time, oldest first. */
export function useVisits(caseId: string): Visit[] | undefined {
  return useQuery(caseId, () => visitsOf(db, caseId));
}
