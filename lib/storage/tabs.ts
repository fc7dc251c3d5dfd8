import { isAboutAnother } from '../cases/match.ts';
import type { SeenPage } from '../cases/types.ts';
import type { PageKind } from '../marketplaces/types.ts';
import { recordPage } from './cases.ts';
import type { DossierDb } from './db.ts';
import { recordRows } from './list-rows.ts';
import type { TabPage } from './rows.ts';

/** Notes what a tab shows now, with the case it belongs to. */
export async function rememberTab(
  db: DossierDb,
  tabId: number,
  page: SeenPage,
  openerTabId?: number,
): Promise<TabPage> {
  return db.transaction('rw', [db.tabs, db.cases, db.visits], async () => {
    const near = (await caseOfTab(db, tabId, page)) ?? (await caseOfTab(db, openerTabId, page));
    const caseId = (await recordPage(db, page, { near }))?.id ?? near;
    const before = (await db.tabs.get(tabId)) ?? null;
    await recordRows(db, page, { before: before?.url === page.url ? before : null });
    const tab: TabPage = { ...page, tabId, caseId };
    await db.tabs.put(tab);
    return tab;
  });
}

/** Pages that are about an order without naming it: opened from a case, they belong to it. */
const ABOUT_AN_ORDER: ReadonlySet<PageKind | null> = new Set<PageKind>([
  'refundApply',
  'complaintDetail',
  'product',
  'snapshot',
  'logistics',
  'chat',
  'shopLicence',
]);

/** The case that a tab is about, for a page that cannot say by itself; null when it can, or is about no single order. */
export async function caseOfTab(
  db: DossierDb,
  tabId: number | undefined,
  { reading }: Pick<SeenPage, 'reading'>,
): Promise<string | null> {
  if (tabId === undefined || !ABOUT_AN_ORDER.has(reading.pageKind)) return null;
  const caseId = (await db.tabs.get(tabId))?.caseId ?? null;
  const known = caseId === null ? undefined : await db.cases.get(caseId);
  return known && !isAboutAnother(reading, known) ? known.id : null;
}

/** The tab shows something else now, or is gone. */
export async function forgetTab(db: DossierDb, tabId: number): Promise<void> {
  await db.tabs.delete(tabId);
}

/** Tab numbers mean nothing after a restart of the browser. */
export async function forgetAllTabs(db: DossierDb): Promise<void> {
  await db.tabs.clear();
}

/** Makes the page of a tab a case of its own and joins the tab to it. Returns null when the page is no order or refund. */
export async function keepTabAsCase(db: DossierDb, tabId: number): Promise<string | null> {
  return db.transaction('rw', [db.tabs, db.cases, db.visits], async () => {
    const tab = await db.tabs.get(tabId);
    if (!tab) return null;
    const { reading, url, title, seenAt } = tab;
    const known = await recordPage(db, { reading, url, title, seenAt }, { keep: true });
    if (known) await db.tabs.update(tabId, { caseId: known.id });
    return known?.id ?? null;
  });
}
