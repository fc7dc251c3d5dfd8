import { canOpenCase, findCaseBySubject, findCaseOf, lookupKeys } from '../cases/match.ts';
import { mergePage, openCase } from '../cases/merge.ts';
import { saysTheSame } from '../cases/same.ts';
import type { Case, SeenPage, Visit } from '../cases/types.ts';
import type { DossierDb } from './db.ts';

/** The stored case a page belongs to: by its numbers, else by seller or item when only one case fits. */
export async function findStoredCase(db: DossierDb, page: SeenPage): Promise<Case | null> {
  const candidates = await db.cases.where('keys').anyOf(lookupKeys(page.reading)).distinct().toArray();
  const byNumber = findCaseOf(page.reading, candidates);
  const { sellerNick, itemId } = page.reading.facts;
  if (byNumber || canOpenCase(page.reading) || (!sellerNick && !itemId)) return byNumber;
  return findCaseBySubject(page.reading, await db.cases.toArray());
}

/**
 * Notes what a page of a case says now: merged into the case, and kept in its history when it differs from the last look.
 * A refund or complaint page opens its case by itself; an order becomes a case when the user keeps something of it (`keep`).
 * @param near the case that the tab is about: a complaint that names no order belongs to it.
 * @returns the case, or null when the page has none.
 */
export async function recordPage(
  db: DossierDb,
  page: SeenPage,
  { keep = false, near = null }: { keep?: boolean; near?: string | null } = {},
): Promise<Case | null> {
  return db.transaction('rw', [db.cases, db.visits], async () => {
    const { pageKind } = page.reading;
    const beside = pageKind === 'complaintDetail' && near !== null ? await db.cases.get(near) : undefined;
    const known = (await findStoredCase(db, page)) ?? beside ?? null;
    if (!canOpenCase(page.reading)) return known;
    if (!known && !keep && pageKind !== 'refundDetail' && pageKind !== 'complaintDetail') return null;
    const current = known ? mergePage(known, page) : openCase(crypto.randomUUID(), page);
    await db.cases.put(current);
    await recordVisit(db, current.id, page);
    return current;
  });
}

/** Keeps in the history of a case what a page of it says, when that is not what it said last. */
export async function recordVisit(db: DossierDb, caseId: string, page: SeenPage): Promise<void> {
  const visits = await db.visits.where('caseId').equals(caseId).toArray();
  const last = visits.filter(({ url }) => url === page.url).sort((a, b) => b.lastSeenAt - a.lastSeenAt)[0];
  if (last && saysTheSame(last.reading, page.reading)) {
    await db.visits.update(last.id, { lastSeenAt: Math.max(last.lastSeenAt, page.seenAt) });
    return;
  }
  await db.visits.add(visitOf(caseId, page));
}

function visitOf(caseId: string, { url, title, reading, seenAt }: SeenPage): Visit {
  return { id: crypto.randomUUID(), caseId, url, title, reading, firstSeenAt: seenAt, lastSeenAt: seenAt };
}

/** What the pages of a case have said over time, oldest first. */
export async function visitsOf(db: DossierDb, caseId: string): Promise<Visit[]> {
  return db.visits.where('caseId').equals(caseId).sortBy('firstSeenAt');
}
