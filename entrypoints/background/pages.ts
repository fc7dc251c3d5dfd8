import { browser } from 'wxt/browser';
import { PAGE_AGAIN } from '../../lib/messaging/types.ts';
import { handleMessages } from '../../lib/platform/receive.ts';
import { reportUnexpected } from '../../lib/platform/report.ts';
import type { DossierDb } from '../../lib/storage/db.ts';
import { forgetTab, keepTabAsCase, rememberTab } from '../../lib/storage/tabs.ts';

/** Keeps what content scripts report about their tabs. */
export function setUpPages(db: DossierDb): void {
  handleMessages({
    'page.report': async ({ reading, url, title }, { tab }) => {
      if (tab?.id === undefined || tab.incognito) return null; // A private window leaves no traces.
      await rememberTab(db, tab.id, { reading, url, title, seenAt: Date.now() }, tab.openerTabId);
      return null;
    },
    'case.keep': async ({ tabId }) => ({ caseId: await keepTabAsCase(db, tabId) }),
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetTab(db, tabId).catch(reportUnexpected));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    // What was seen before a navigation is not what the tab shows after it.
    if (status === 'loading') forgetTab(db, tabId).catch(reportUnexpected);
    if (status === 'complete') askAgain(tabId);
  });
}

/** Lets the page of a tab report itself; tabs without our content script do not answer, which is fine. */
function askAgain(tabId: number): void {
  browser.tabs.sendMessage(tabId, { type: PAGE_AGAIN }).catch(() => undefined);
}
