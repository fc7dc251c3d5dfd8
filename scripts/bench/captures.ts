import type { Page } from '@playwright/test';
import { type AnchorRun, type Pace, scrollAndStitch } from './anchors.ts';
import { type CaptureRun, runCapture } from './capture-run.ts';
import { watchMemory } from './memory.ts';
import { anchorUnlikeItself, type Difference, unlikeAnchor } from './pixels.ts';
import { watchShots } from './shots.ts';
import { inTurns, median, ratios } from './statistics.ts';
import type { Bench, Row, Stage } from './types.ts';

const PATIENCE_MS = 60_000;
/** A-2/s cannot be faster on twelve screens; when it is much slower the machine was too busy (performance.md 8). */
const A2S_FLOOR_MS = { from: 5000, to: 5900 };
const GOALS = { visibleEvidence: 1.5 };
/** performance.md 8, P2 to P4: how long it may take beside A-2/s, and beside A-600 where there is a goal. */
const LIMITS: Record<string, { toQuota: number; to600?: number }> = {
  '12': { toQuota: 0.4, to600: 0.25 },
  '40': { toQuota: 0.35 },
  '12-paced': { toQuota: 1.05 },
  '12-dpr2': { toQuota: 1 },
};
type Way = 'gesture' | 'paced' | 'dpr2';
const WAY_WORDS: Record<Way, string> = {
  gesture: '',
  paced: '，没有手势 · without a gesture',
  dpr2: '，两倍像素 · device pixel ratio 2',
};

type OurRun = CaptureRun & { unlike: Difference };
type QuotaRun = AnchorRun & { unlikeBefore: Difference };

interface Results {
  ours: OurRun[];
  a2s: QuotaRun[];
  a600: AnchorRun[];
}

/** Capture of a page of `screens` screens beside the two anchors, in turn, and whether the pictures are the same. */
export function capturesBench(screens: 1 | 12 | 40, way: Way = 'gesture'): Bench {
  const name = way === 'gesture' ? `${screens}` : `${screens}-${way}`;
  return {
    id: `capture-${name}`,
    title: `采集 ${screens} 屏 · Capture of ${screens === 1 ? '1 screen' : `${screens} screens`} (1280 × 800)${WAY_WORDS[way]}`,
    run: async (open, { runs }) => {
      const stage = await open(way === 'dpr2' ? { scale: 2 } : {});
      const methods = await methodsOn(stage, screens, way);
      await methods.a2s(); // Fonts, pictures and code are warm from here on, and there is a picture to compare with.
      const results: Results = await inTurns(methods, runs(screens === 1 ? 5 : 3));
      const rows = screens === 1 ? oneScreenRows(results) : manyScreensRows(results, LIMITS[name]);
      const memory = way === 'gesture' ? [memoryRow(await peakMemory(stage, methods.ours))] : [];
      const notes = screens === 12 && way !== 'dpr2' ? validity(results.a2s) : [];
      return { rows: [...rows, ...commonRows(results, way), ...memory], notes };
    },
  };
}

/** Of one more run, because looking at the memory takes time. */
async function peakMemory({ browser }: Stage, run: () => Promise<unknown>): Promise<number> {
  const memory = await watchMemory(browser.cdp);
  const failure = await run().then(
    () => null,
    (error: unknown) => error,
  );
  const peak = await memory.stop();
  if (failure !== null) throw failure;
  return peak;
}

function memoryRow(memoryMB: number): Row {
  return { name: '浏览器内存增加 browser memory above idle', kind: 'part', unit: 'MB', values: [memoryMB] };
}

async function methodsOn(stage: Stage, screens: number, way: Way) {
  const { browser } = stage;
  const worker = await browser.worker();
  await watchShots(worker);
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  const tabId = await browser.tabIdOf(page);
  const anchor = async (pace: Pace) => {
    await visit(page, stage, screens);
    await (await browser.clickToolbar(page)).close();
    return scrollAndStitch(worker, tabId, pace);
  };
  return {
    ours: async (): Promise<OurRun> => {
      await visit(page, stage, screens);
      const run = await runCapture(browser, page, PATIENCE_MS, way !== 'paced');
      if (!run.capture) throw new Error('The capture did not end');
      return { ...run, unlike: await unlikeAnchor(worker, run.capture) };
    },
    a2s: async (): Promise<QuotaRun> => {
      const run = await anchor('quota');
      return { ...run, unlikeBefore: await anchorUnlikeItself(worker) };
    },
    a600: () => anchor(600),
  };
}

/** The page anew, every picture there at once, nothing moving. */
async function visit(page: Page, { server }: Stage, screens: number): Promise<void> {
  const address = new URL(server.urls.long);
  address.searchParams.set('screens', String(screens));
  address.searchParams.set('imgDelay', '0');
  await page.goto(address.href);
  await page.locator('.screen').last().waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
}

const TOTAL = '点击到落盘 click to commit';

function oneScreenRows({ ours, a2s, a600 }: Results): Row[] {
  const total = ours.map(({ ms }) => ms);
  const shot = ours.map(({ shots }) => shots[0]?.ms ?? Number.NaN);
  return [
    { name: TOTAL, kind: 'ours', unit: 'ms', values: total },
    { name: '其中的截图 its screenshot', kind: 'floor', unit: 'ms', values: shot },
    {
      name: '÷ 其中的截图 × its screenshot',
      kind: 'ours',
      unit: '×',
      values: ratios(total, shot),
      goal: GOALS.visibleEvidence,
    },
    ...anchorRows(a2s, a600),
  ];
}

function manyScreensRows({ ours, a2s, a600 }: Results, limits: { toQuota?: number; to600?: number } = {}): Row[] {
  const total = ours.map(({ ms }) => ms);
  const beside = (runs: AnchorRun[]) =>
    ratios(
      total,
      runs.map(({ ms }) => ms),
    );
  const cycle = ours.map(({ shots }) => median(shots.slice(1).map(({ at }, index) => at - (shots[index]?.at ?? 0))));
  return [
    { name: TOTAL, kind: 'ours', unit: 'ms', values: total },
    ...anchorRows(a2s, a600),
    { name: '÷ A-2/s', kind: 'ours', unit: '×', values: beside(a2s), ...(limits.toQuota && { goal: limits.toQuota }) },
    { name: '÷ A-600', kind: 'ours', unit: '×', values: beside(a600), ...(limits.to600 && { goal: limits.to600 }) },
    { name: '一张到下一张 shot to shot', kind: 'part', unit: 'ms', values: cycle },
    {
      name: '其中的截图 the screenshot',
      kind: 'floor',
      unit: 'ms',
      values: ours.map(({ shots }) => median(shots.map(({ ms }) => ms))),
    },
  ];
}

function anchorRows(a2s: AnchorRun[], a600: AnchorRun[]): Row[] {
  return [
    { name: 'A-2/s', kind: 'peer', unit: 'ms', values: a2s.map(({ ms }) => ms) },
    { name: 'A-600', kind: 'peer', unit: 'ms', values: a600.map(({ ms }) => ms) },
  ];
}

function commonRows({ ours, a2s }: Results, way: Way): Row[] {
  return [
    {
      name: '点击到首张 click to first shot',
      kind: 'part',
      unit: 'ms',
      values: ours.map(({ firstShotMs }) => firstShotMs),
    },
    {
      name: '末张到落盘 last shot to commit',
      kind: 'part',
      unit: 'ms',
      values: ours.map(({ ms, lastShotMs }) => ms - lastShotMs),
    },
    ...(way === 'dpr2' ? [] : pixelRows(ours, a2s)), // The anchor joins pixels of CSS.
    {
      name: '手势带来的截图 shots on the gesture',
      kind: 'part',
      unit: '',
      values: ours.map(({ freeShots }) => freeShots),
    },
    {
      name: '被配额拒绝 refused by the quota',
      kind: 'part',
      unit: '',
      values: ours.map(({ shots }) => shots.filter(({ refused }) => refused).length),
    },
  ];
}

function validity(a2s: AnchorRun[]): string[] {
  const isValid = ({ ms }: AnchorRun) => ms >= A2S_FLOOR_MS.from && ms <= A2S_FLOOR_MS.to;
  const bad = a2s.filter((run) => !isValid(run)).length;
  const floor = `A-2/s ${A2S_FLOOR_MS.from}–${A2S_FLOOR_MS.to} ms`;
  return [
    bad === 0
      ? `每轮有效：${floor} · every round is valid`
      : `${bad} 轮无效：机器太忙或太慢，${floor} 之外 · ${bad} rounds are not valid: the machine was too busy or is too slow`,
  ];
}

function pixelRows(ours: OurRun[], a2s: QuotaRun[]): Row[] {
  return [
    {
      name: '与 A-2/s 明显不同的像素 pixels clearly unlike A-2/s',
      kind: 'ours',
      unit: '',
      values: ours.map(({ unlike }) => unlike.clear),
      goal: 0,
    },
    {
      name: '　略有不同的也算 counting the slightest',
      kind: 'part',
      unit: '',
      values: ours.map(({ unlike }) => unlike.any),
    },
    {
      name: '　两次 A-2/s 之间 between two A-2/s',
      kind: 'floor',
      unit: '',
      values: a2s.map(({ unlikeBefore }) => unlikeBefore.any),
    },
  ];
}
