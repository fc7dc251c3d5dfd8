import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { inTurns } from './statistics.ts';
import type { Bench, Row } from './types.ts';

const GOAL_MS = 150;
/** What is in each page when its content is there. */
const CONTENT = {
  orderOld: '.status-box',
  order: '.tbpc-order-detail-main',
  refund: '#J_dispute h2',
} as const;
const NAMES = { orderOld: '旧版订单 old order', order: '新版订单 new order', refund: '退款 refund' } as const;

/** From the page's content being there until the panel, open beside it, shows the stage. */
export const panelBench: Bench = {
  id: 'panel',
  title: '侧边栏显示阶段 · Stage in the panel',
  run: async (open, { runs }) => {
    const { browser, server } = await open();
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.addInitScript(noteContent, Object.values(CONTENT).join(','));
    const panel = await openPanelWindow(browser, page);
    const ours = server.story.order.items[0]?.goods.title ?? '';
    const other = server.story.tmallOrder.items[0]?.goods.title ?? '';
    const measure = (name: keyof typeof CONTENT) => async () => {
      await page.goto(server.urls.orderTmall); // Another order first, so that there is something to change.
      await stageShown(panel, other);
      const shown = stageShown(panel, ours);
      await page.goto(server.urls[name]);
      const shownAt = await shown;
      return (
        shownAt - (await page.evaluate(() => (globalThis as unknown as { benchContentAt: number }).benchContentAt))
      );
    };
    const methods = {
      orderOld: measure('orderOld'),
      order: measure('order'),
      refund: measure('refund'),
      floor: () => panel.evaluate(messageAndWrite),
    };
    await measure('order')(); // Everything is warm from here on.
    const results = await inTurns(methods, runs(5));
    const rows = Object.entries(NAMES).map(
      ([name, words]): Row => ({
        name: words,
        kind: 'ours',
        unit: 'ms',
        values: results[name as keyof typeof NAMES],
        goal: GOAL_MS,
      }),
    );
    const floor: Row = {
      name: '一条消息加一次落盘 one message, one durable write',
      kind: 'floor',
      unit: 'ms',
      values: results.floor,
    };
    return { rows: [...rows, floor], notes: [] };
  },
};

/** The panel in a window of its own, so that both are visible as they are side by side. */
async function openPanelWindow(browser: ExtensionBrowser, page: Page): Promise<Page> {
  const tabId = await browser.tabIdOf(page);
  const opened = browser.context.waitForEvent('page');
  const url = `chrome-extension://${browser.extensionId}/sidepanel.html?tabId=${tabId}`;
  await browser.cdp.send('Target.createTarget', { url, newWindow: true });
  return opened;
}

/** Epoch ms of the frame in which the panel shows a current step under the name of this item. */
function stageShown(panel: Page, title: string): Promise<number> {
  return panel.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const check = () => {
          const isThere = document.querySelector('h1')?.textContent?.includes(wanted);
          if (!isThere || !document.querySelector('[aria-current="step"]')) return;
          observer.disconnect();
          requestAnimationFrame(() => resolve(performance.timeOrigin + performance.now()));
        };
        const observer = new MutationObserver(check);
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
        check();
      }),
    title,
  );
}

/** Runs in every page: notes when the document is parsed and one of `selectors` is in it. */
function noteContent(selectors: string): void {
  const observer = new MutationObserver(() => note());
  const note = () => {
    if (document.readyState === 'loading' || !document.querySelector(selectors)) return;
    observer.disconnect();
    Object.assign(globalThis, { benchContentAt: performance.timeOrigin + performance.now() });
  };
  observer.observe(document, { subtree: true, childList: true });
  document.addEventListener('DOMContentLoaded', note);
}

declare const chrome: { runtime: { sendMessage: (message: object) => Promise<unknown> } };

/** The least that has to happen: one message to the worker, one small durable write, one frame. Self-contained. */
async function messageAndWrite(): Promise<number> {
  const start = performance.now();
  await chrome.runtime.sendMessage({ type: 'bench.nothing' });
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('dispute-dossier');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise((resolve, reject) => {
    const transaction = db.transaction('tabs', 'readwrite', { durability: 'strict' });
    transaction.oncomplete = resolve;
    transaction.onerror = reject;
    transaction.objectStore('tabs').put({ tabId: 0 });
  });
  db.close();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  return performance.now() - start;
}
