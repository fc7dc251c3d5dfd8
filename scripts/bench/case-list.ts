import type { Page } from '@playwright/test';
import { openCase } from '../../lib/cases/merge.ts';
import { rankOf, viewCase } from '../../lib/cases/view.ts';
import { NOTHING } from '../../lib/marketplaces/nothing.ts';
import type { Reading } from '../../lib/marketplaces/types.ts';
import { formatIso, HOUR_MS } from '../../lib/shared/time.ts';
import type { Bench } from './types.ts';

const COUNT = 10_000;
const PAINT_GOAL_MS = 200;
const KEY_GOAL_MS = 50;
/** Typed one after the other; each finds a tenth of what the one before has found. */
const KEYS = ['杯1', '2', '3'];

/** The working list of a shop that keeps everything: until its top is drawn, and until a key in the search has its answer. */
export const caseListBench: Bench = {
  id: 'case-list',
  title: '一万个案件 · Ten thousand cases',
  run: async (open, { runs }) => {
    const { browser } = await open();
    const view = await browser.context.newPage();
    await view.goto(`chrome-extension://${browser.extensionId}/cases.html`);
    await view.evaluate(store, manyCases(Date.now()));
    const paints: number[] = [];
    const keys: number[] = [];
    const whole: number[] = [];
    for (let run = 0; run < runs(5); run += 1) {
      await view.reload();
      paints.push(await view.evaluate(firstRowAt));
      await view
        .getByRole('status')
        .filter({ hasText: `${COUNT} / ${COUNT}` })
        .waitFor();
      whole.push(await view.evaluate(() => performance.now()));
      for (const key of KEYS) keys.push(await keyTime(view, key));
    }
    return {
      rows: [
        { name: '第一屏 the top is drawn', kind: 'ours', unit: 'ms', values: paints, goal: PAINT_GOAL_MS },
        { name: '全部读完 all is read', kind: 'part', unit: 'ms', values: whole },
        { name: '搜索一个字 a key in the search', kind: 'ours', unit: 'ms', values: keys, goal: KEY_GOAL_MS },
      ],
      notes: [],
    };
  },
};

function manyCases(now: number): object[] {
  return Array.from({ length: COUNT }, (_, index) => {
    const known = openCase(`bench-${index}`, {
      reading: refundOf(index, now),
      url: 'https://myseller.taobao.com/home.htm/trade-platform/tp/sold',
      title: '',
      seenAt: now - (index % 500) * HOUR_MS,
    });
    return { ...known, rank: rankOf(viewCase(known, now)), changedAt: now };
  });
}

function refundOf(index: number, now: number): Reading {
  const endsAt = formatIso(now + ((index * 7919) % 240) * HOUR_MS + 60_000);
  const facts: Reading['facts'] = {
    orderNo: `9190000000000${100_000 + index}`,
    refundNo: `900000000000${100_000 + index}`,
    refundAmount: `${(index % 900) + 1}.00`,
    refundType: index % 3 === 0 ? 'returnRefund' : 'refundOnly',
    refundAppliedAt: formatIso(now - HOUR_MS),
    stage: index % 4 === 0 ? 'SELLER_REFUSE_BUYER' : 'WAIT_SELLER_AGREE',
    buyerNick: `测**${index % 97}`,
    items: [{ title: `手工陶瓷杯${index}`, quantity: 1 }],
    countdown: { endsAt, text: '还剩', action: '' },
  };
  return { ...NOTHING, marketplace: index % 2 ? 'taobao' : 'tmall', pageKind: 'refundDetail', role: 'seller', facts };
}

/** Time from a key until the number of cases found has been drawn. */
async function keyTime(view: Page, key: string): Promise<number> {
  await view.getByRole('searchbox').focus();
  const drawn = view.evaluate(keyDrawn);
  await view.keyboard.insertText(key);
  return drawn;
}

/** Self-contained: ms from the next input until the status line has changed and a frame has been drawn. */
function keyDrawn(): Promise<number> {
  return new Promise((resolve) => {
    let start = 0;
    document.addEventListener('input', () => (start = performance.now()), { capture: true, once: true });
    const status = document.querySelector('[role="status"]') as Element;
    const observer = new MutationObserver(() => {
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
    });
    observer.observe(status, { subtree: true, childList: true, characterData: true });
  });
}

/** Self-contained: ms from the navigation until the first row of the table has been drawn. */
function firstRowAt(): Promise<number> {
  return new Promise((resolve) => {
    const check = () => {
      if (!document.querySelector('tbody tr a')) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
    };
    const observer = new MutationObserver(check);
    observer.observe(document, { subtree: true, childList: true });
    check();
  });
}

/** Self-contained: this function's text is what runs in the page. */
async function store(cases: object[]): Promise<void> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('dispute-dossier');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const transaction = db.transaction('cases', 'readwrite');
  for (const known of cases) transaction.objectStore('cases').put(known);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  db.close();
}
