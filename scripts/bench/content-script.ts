import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { PracticeServer } from '../practice/server.ts';
import { inTurns } from './statistics.ts';
import { BUSY_MS, type MainThread, readTrace, TRACE_CATEGORIES, type TraceEvent } from './trace.ts';
import type { Bench, Row, Stage } from './types.ts';

const GOAL_MS = { order: 10, list: 50 };
/** So long after its start the script has read the page; what comes later belongs to the page's countdown. */
const READ_BY_MS = 1000;
const WATCHED_MS = 2400;

interface Sample {
  name: string;
  url: string;
  /** A countdown on the page changes it every second. */
  ticks: boolean;
  isList?: true;
}

/** Pages that were saved from the real sites; present where the project's notes are. */
const SAVED = fileURLToPath(new URL('../../../shared/pages/saved/', import.meta.url));
const SAVED_SAMPLES: (Sample & { file: string })[] = [
  {
    name: '真实旧版订单 2025-11 saved order',
    url: 'https://trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=9000000000000000001',
    ticks: false,
    file: 'trade_order_detail_old_2025-11.html',
  },
  {
    name: '真实 50 单列表 2025-11 saved list',
    url: 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm?saved=1',
    ticks: false,
    isList: true,
    file: 'list_bought_items_old_2025-11.html',
  },
];

/** What the content script costs on order pages, beside the same documents at an address where it does not run. */
export const contentScriptBench: Bench = {
  id: 'content-script',
  title: '订单页上的内容脚本 · Content script on order pages',
  run: async (open, { runs }) => {
    const stage = await open();
    const page = stage.browser.context.pages()[0] ?? (await stage.browser.context.newPage());
    const rows: Row[] = [];
    for (const sample of samples(stage.server)) {
      const bare = await copyElsewhere(page, stage.server, sample.url);
      const results = await inTurns(
        {
          ours: () => loadTraced(stage, page, sample.url, sample.ticks ? WATCHED_MS : BUSY_MS),
          without: () => loadTraced(stage, page, bare, BUSY_MS),
        },
        runs(4),
      );
      rows.push(...rowsOf(sample, results.ours, results.without));
    }
    return { rows, notes: [] };
  },
};

function samples(server: PracticeServer): Sample[] {
  const practice: Sample[] = [
    { name: '旧版订单 old order', url: server.urls.orderOld, ticks: true },
    { name: '新版订单 new order', url: server.urls.order, ticks: true },
  ];
  const saved = SAVED_SAMPLES.filter(({ file }) => existsSync(SAVED + file));
  for (const { url, file } of saved) server.serve(url, readFileSync(SAVED + file));
  return [...practice, ...saved];
}

/** Serves the same document on a host of the same site where no content script runs, and returns its address. */
async function copyElsewhere(page: Page, server: PracticeServer, url: string): Promise<string> {
  const response = await page.goto(url);
  const copy = new URL(url);
  copy.hostname = 'www.taobao.com';
  server.serve(copy.href, (await response?.body()) ?? '');
  return copy.href;
}

/** Loads a page and watches its main thread for `ms` after the document was there. */
async function loadTraced({ browser }: Stage, page: Page, url: string, ms: number): Promise<MainThread> {
  const chromium = browser.context.browser();
  if (!chromium) throw new Error('The browser is gone');
  await page.goto('about:blank');
  await chromium.startTracing(page, { categories: TRACE_CATEGORIES });
  await page.goto(url, { waitUntil: 'domcontentloaded' });
  await page.waitForTimeout(ms);
  const trace = JSON.parse((await chromium.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  return readTrace(trace.traceEvents, url);
}

function rowsOf({ name, ticks, isList }: Sample, ours: MainThread[], without: MainThread[]): Row[] {
  const sum = (calls: MainThread['calls']) => calls.reduce((total, { ms }) => total + ms, 0);
  const reading = ours.map(({ calls }) => sum(calls.filter(({ at }) => at < READ_BY_MS)));
  const ticking = ours.map(({ calls }) => sum(calls.filter(({ at }) => at >= READ_BY_MS)));
  const seconds = (WATCHED_MS - READ_BY_MS) / 1000;
  return [
    { name: `${name}`, kind: 'ours', unit: 'ms', values: reading, goal: isList ? GOAL_MS.list : GOAL_MS.order },
    {
      name: '　其中排版 of it style and layout',
      kind: 'part',
      unit: 'ms',
      values: ours.map(({ layoutInCalls }) => layoutInCalls),
    },
    { name: '　整页主线程 whole main thread', kind: 'part', unit: 'ms', values: ours.map(({ busy }) => busy) },
    { name: '　没有扩展时 without the extension', kind: 'peer', unit: 'ms', values: without.map(({ busy }) => busy) },
    ...(ticks
      ? [
          {
            name: '　倒计时每秒 each second of a countdown',
            kind: 'part' as const,
            unit: 'ms' as const,
            values: ticking.map((ms) => ms / seconds),
          },
        ]
      : []),
  ];
}
