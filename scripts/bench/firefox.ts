import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildExtension } from '../browser/build.ts';
import { findFirefox } from '../browser/find-firefox.mjs';
import { type FirefoxExtension, launchFirefox } from '../browser/launch-firefox.ts';
import { waitFor } from '../browser/wait.ts';
import { type PracticeServer, startPracticeServer } from '../practice/server.ts';
import { inTurns, ratios } from './statistics.ts';
import { type CaptureRow, type JobRow, readRows } from './store.ts';
import type { Bench, Findings, Row } from './types.ts';

const SCREENS = 12;
/** P12 of performance.md 8: beside one bare call for the whole page with the scrolling through it that lazy pictures need. */
const GOAL = 1.2;

/** Capture of twelve screens in Firefox beside the least that can be done there, in turn. */
export const firefoxBench: Bench = {
  id: 'firefox',
  title: `Firefox：采集 ${SCREENS} 屏 · capture of ${SCREENS} screens (1280 × 800)`,
  run: async (_open, { runs }) => {
    if (!findFirefox()) return { rows: [], notes: ['没有 Firefox，未测 · no Firefox here, not measured'] };
    buildExtension('firefox');
    const downloads = await mkdtemp(join(tmpdir(), 'dispute-dossier-bench-'));
    const server = await startPracticeServer();
    const firefox = await launchFirefox({ port: server.port, downloads });
    try {
      return await measure(firefox, server, runs(5));
    } finally {
      await firefox.close();
      await server.close();
      await rm(downloads, { recursive: true, force: true });
    }
  },
};

async function measure(firefox: FirefoxExtension, server: PracticeServer, rounds: number): Promise<Findings> {
  const visit = async () => {
    const address = new URL(server.urls.long);
    address.searchParams.set('screens', String(SCREENS));
    address.searchParams.set('imgDelay', '0');
    await firefox.tab.goto(address.href);
  };
  const ours = async () => {
    await visit();
    return captureOnce(firefox);
  };
  const bare = async () => {
    await visit();
    await (await firefox.clickToolbar(firefox.tab)).close(); // In Firefox every load of a page ends the grant.
    return (await firefox.worker()).evaluate(bareCall);
  };
  await ours(); // Fonts, pictures and code are warm from here on.
  const results = await inTurns({ ours, bare }, rounds);
  const total = results.ours.map(({ ms }) => ms);
  const rows: Row[] = [
    { name: '点击到落盘 click to commit', kind: 'ours', unit: 'ms', values: total },
    { name: '滚动一遍加一次整页调用 one scroll through and one call', kind: 'floor', unit: 'ms', values: results.bare },
    { name: '÷ 后者 × the latter', kind: 'ours', unit: '×', values: ratios(total, results.bare), goal: GOAL },
    { name: '图片张数 pictures', kind: 'part', unit: '', values: results.ours.map(({ pictures }) => pictures) },
  ];
  const beyond = '点击到落盘还包括读取页面、缩略图、哈希和写盘 · click to commit also reads, hashes and stores';
  return { rows, notes: [beyond] };
}

/** Presses the button in the popup; beginning and end are noted by the extension's own pages, as `runCapture` does. */
async function captureOnce(firefox: FirefoxExtension): Promise<{ ms: number; pictures: number }> {
  const page = await firefox.worker();
  const known = new Set((await readRows<JobRow>(page, 'jobs')).map(({ id }) => id));
  const popup = await firefox.clickToolbar(firefox.tab);
  await popup.evaluate('addEventListener("click", () => { window.benchClick = Date.now() }, true)');
  await popup.click(firefox.t('capture.start'));
  const job = await waitFor(async () => {
    const mine = (await readRows<JobRow>(page, 'jobs')).find(({ id }) => !known.has(id));
    return mine && mine.state !== 'running' ? mine : undefined;
  }, 'The capture did not end');
  if (job.state !== 'done') throw new Error(`The capture ended as ${job.state}: ${job.errorCode}`);
  const ms = job.updatedAt - (await popup.evaluate<number>('window.benchClick'));
  await popup.close();
  const captures = await readRows<CaptureRow>(page, 'captures');
  const files = captures.find(({ id }) => id === job.result?.captureId)?.artifacts ?? [];
  return { ms, pictures: files.filter(({ role }) => role === 'frame').length };
}

declare const browser: {
  tabs: {
    query: (filter: object) => Promise<{ id: number }[]>;
    captureVisibleTab: (options: object) => Promise<string>;
  };
  scripting: {
    executeScript: <Value>(injection: {
      target: { tabId: number };
      func: () => Promise<Value>;
    }) => Promise<{ result: Value }[]>;
  };
};

/** Self-contained: this function's text is what runs in a page of the extension. Returns ms; nothing is hashed or stored. */
async function bareCall(): Promise<number> {
  const scrollThrough = async () => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const root = document.documentElement;
    for (let top = 0; top < root.scrollHeight; top += innerHeight) {
      scrollTo({ top, behavior: 'instant' });
      await frame();
    }
    const missing = Array.from(document.images).filter(({ complete }) => !complete);
    await Promise.all(missing.map((image) => image.decode().catch(() => undefined)));
    scrollTo({ top: 0, behavior: 'instant' });
    await frame();
    await frame();
    return { x: 0, y: 0, width: root.clientWidth, height: root.scrollHeight };
  };
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const started = performance.now();
  const [page] = await browser.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func: scrollThrough });
  await browser.tabs.captureVisibleTab({ format: 'png', rect: page?.result });
  return performance.now() - started;
}
