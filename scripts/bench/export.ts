import { rm, stat } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import type { Capture, LogEntry } from '../../lib/evidence/types.ts';
import { runCapture } from './capture-run.ts';
import { watchMemory } from './memory.ts';
import { multiplyCapture } from './seed.ts';
import { watchShots } from './shots.ts';
import { inTurns, ratios } from './statistics.ts';
import { readRows } from './store.ts';
import type { Bench, Findings, Row, Stage } from './types.ts';

const CAPTURES = 50;
const GOAL_MEMORY_MB = 60;
const GOAL_BLOCK_MS = 100;
const SCREENS = 3;

interface ExportRun {
  /** From the order to the finished file on disk, ms. */
  ms: number;
  /** How long each phase of the job took, ms. */
  phases: Record<string, number>;
  /** Longest time in which the extension's pages could do nothing else, ms. */
  longestBlock: number;
  memoryMB: number;
  fileMB: number;
}

/** A bundle of fifty captures, from the order to the verified file, beside reading and hashing the same files. */
export const exportBench: Bench = {
  id: 'export',
  title: `导出 ${CAPTURES} 项采集 · Export of ${CAPTURES} captures`,
  run: async (open, { runs }) => {
    const stage = await open();
    const view = await stage.browser.openView('privacy.html'); // A page of the extension that does nothing by itself.
    const { caseId, captureIds, bytes } = await fillStore(stage, view);
    const results = await inTurns(
      { ours: () => runExport(stage, view, caseId, captureIds), floor: () => view.evaluate(readAndHash) },
      runs(3),
    );
    return findings(results.ours, results.floor, bytes);
  },
};

/** One real capture of a page of a few screens, fifty times in the case of the practice refund. */
async function fillStore({ browser, server }: Stage, view: Page) {
  const worker = await browser.worker();
  await watchShots(worker);
  const page = await browser.context.newPage();
  await page.goto(server.urls.refund); // A refund page opens its case by itself.
  await page.locator('#J_dispute h2').first().waitFor();
  const address = new URL(server.urls.long);
  address.searchParams.set('screens', String(SCREENS));
  await page.goto(address.href);
  await page.waitForLoadState('networkidle');
  await runCapture(browser, page, 60_000);
  await page.close();
  const [known] = await readRows<{ id: string }>(worker, 'cases');
  const [original] = await readRows<Capture>(worker, 'captures');
  const [head] = await readRows<LogEntry>(worker, 'log');
  if (!known || !original || !head) throw new Error('Nothing was captured');
  const captureIds = await multiplyCapture(view, original, known.id, head, CAPTURES);
  return { caseId: known.id, captureIds, bytes: original.artifacts.reduce((sum, file) => sum + file.bytes, 0) };
}

async function runExport(
  { browser }: Stage,
  view: Page,
  caseId: string,
  captureIds: readonly string[],
): Promise<ExportRun> {
  const memory = await watchMemory(browser.cdp);
  const saved = browser.nextDownload();
  const options = { captureIds, claims: [], complainant: {} };
  const start = performance.now();
  const watched = view.evaluate(watchExport, { caseId, options });
  const path = await saved;
  const ms = performance.now() - start;
  const { size } = await stat(path);
  await rm(path);
  return { ms, ...(await watched), memoryMB: await memory.stop(), fileMB: size / 1e6 };
}

declare const chrome: { runtime: { sendMessage: (message: object) => Promise<{ ok: boolean; code?: string }> } };

/**
 * Orders an export and watches it from a page of the extension. All these pages, the one that builds the bundle included,
 * share one main thread; so a timer that comes late here tells how long a panel would have stood still. Self-contained.
 */
async function watchExport(payload: object): Promise<Pick<ExportRun, 'phases' | 'longestBlock'>> {
  const TICK_MS = 10;
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  let longestBlock = 0;
  let last = performance.now();
  const ticking = setInterval(() => {
    const now = performance.now();
    longestBlock = Math.max(longestBlock, now - last - TICK_MS);
    last = now;
  }, TICK_MS);
  const db = await done(indexedDB.open('dispute-dossier'));
  const newestExport = async () => {
    const jobs = await done(db.transaction('jobs').objectStore('jobs').getAll());
    return jobs.filter(({ kind }) => kind === 'export').sort((a, b) => b.startedAt - a.startedAt)[0];
  };
  const reply = await chrome.runtime.sendMessage({ type: 'export.start', payload });
  if (!reply.ok) throw new Error(`The export did not start: ${reply.code}`);
  const begun: { phase: string; at: number }[] = [];
  let job = await newestExport();
  while (job.state === 'running') {
    if (job.phase !== begun.at(-1)?.phase) begun.push({ phase: job.phase, at: job.updatedAt });
    await new Promise((resolve) => setTimeout(resolve, 4 * TICK_MS));
    job = await newestExport();
  }
  clearInterval(ticking);
  db.close();
  if (job.state !== 'done') throw new Error(`The export ended as ${job.state}: ${job.errorCode}`);
  const ends = [...begun.slice(1).map(({ at }) => at), job.updatedAt];
  const phases = Object.fromEntries(begun.map(({ phase, at }, index) => [phase, (ends[index] ?? at) - at]));
  return { phases, longestBlock };
}

/** What no verified export can do without: every stored file read once and hashed. Self-contained. */
async function readAndHash(): Promise<number> {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const start = performance.now();
  const db = await done(indexedDB.open('dispute-dossier'));
  for (const key of await done(db.transaction('blobs').objectStore('blobs').getAllKeys())) {
    const { blob } = await done(db.transaction('blobs').objectStore('blobs').get(key));
    await crypto.subtle.digest('SHA-256', await (blob as Blob).arrayBuffer());
  }
  db.close();
  return performance.now() - start;
}

function findings(ours: ExportRun[], floor: number[], captureBytes: number): Findings {
  const phase = (name: string, ...phases: string[]): Row => ({
    name,
    kind: 'part',
    unit: 'ms',
    values: ours.map((run) => phases.reduce((sum, one) => sum + (run.phases[one] ?? 0), 0)),
  });
  const total = ours.map(({ ms }) => ms);
  const memory = ours.map(({ memoryMB }) => memoryMB);
  return {
    rows: [
      { name: '开始到文件写完 start to file on disk', kind: 'ours', unit: 'ms', values: total },
      { name: '读出并哈希全部文件 read and hash every file', kind: 'floor', unit: 'ms', values: floor },
      { name: '÷ 读出并哈希 × read and hash', kind: 'ours', unit: '×', values: ratios(total, floor) },
      phase('　准备 preparing', 'starting', 'checking'),
      phase('　文书 documents', 'writing'),
      phase('　打包 packing', 'packing'),
      phase('　校验 verifying', 'verifying'),
      {
        name: '最长卡顿 longest block',
        kind: 'ours',
        unit: 'ms',
        values: ours.map(({ longestBlock }) => longestBlock),
        goal: GOAL_BLOCK_MS,
      },
      {
        name: '浏览器内存增加，第一次 browser memory above idle, first export',
        kind: 'ours',
        unit: 'MB',
        values: memory.slice(0, 1),
        goal: GOAL_MEMORY_MB,
      },
      { name: '　以后各次 later ones', kind: 'part', unit: 'MB', values: memory.slice(1) },
      { name: '文件大小 file', kind: 'part', unit: 'MB', values: ours.map(({ fileMB }) => fileMB) },
    ],
    notes: [
      `每项采集 ${(captureBytes / 1e6).toFixed(2)} MB；没有装 client-zip，故不与 CZ 比 · client-zip is not installed, so there is no CZ beside it`,
    ],
  };
}
