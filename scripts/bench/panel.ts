import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { inTurns } from './statistics.ts';
import type { Bench, Row } from './types.ts';

const GOAL_MS = 150;

/** What is in each page when its content is there. */
const PAGES = {
  orderOld: { name: '旧版订单 old order', content: '.status-box' },
  order: { name: '新版订单 new order', content: '.tbpc-order-detail-main' },
  refundTmall: { name: '天猫退款 Tmall refund', content: '#J_dispute h2' },
} as const;
type PageName = keyof typeof PAGES;

/** From the page's content being there until the panel, open beside it, shows the stage. */
export const panelBench: Bench = {
  id: 'panel',
  title: '侧边栏显示阶段 · Stage in the panel',
  run: async (open, { runs }) => {
    const { browser, server } = await open();
    const page = browser.context.pages()[0] ?? (await browser.context.newPage());
    await page.addInitScript(
      noteContent,
      Object.values(PAGES)
        .map(({ content }) => content)
        .join(','),
    );
    const panel = await openPanelWindow(browser, page);
    const mushrooms = server.story.order.items[0]?.goods.title ?? '';
    const basket = server.story.tmallOrder.items[0]?.goods.title ?? '';
    const measure = async (name: PageName) => {
      // The other order first, so that there is something to change. Only the basket has a stored case: a stored case of
      // the mushrooms would be shown before their page has any content.
      const isBasket = name === 'refundTmall';
      await page.goto(isBasket ? server.urls.order : server.urls.orderTmall);
      await stageShown(panel, isBasket ? mushrooms : basket);
      const shown = stageShown(panel, isBasket ? basket : mushrooms);
      await page.goto(server.urls[name]);
      return (await shown) - (await contentAt(page));
    };
    await measure('order'); // Everything is warm from here on.
    const results = await inTurns(
      {
        orderOld: () => measure('orderOld'),
        order: () => measure('order'),
        refundTmall: () => measure('refundTmall'),
        floor: () => panel.evaluate(messageAndWrite),
      },
      runs(5),
    );
    const rows = (Object.keys(PAGES) as PageName[]).map(
      (name): Row => ({ name: PAGES[name].name, kind: 'ours', unit: 'ms', values: results[name], goal: GOAL_MS }),
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

/** Epoch ms at which `noteContent` saw the content of the page. */
async function contentAt(page: Page): Promise<number> {
  const noted = await page.waitForFunction(() => (globalThis as { benchContentAt?: number }).benchContentAt);
  return (await noted.jsonValue()) ?? Number.NaN;
}

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
