import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from '../browser/launch.ts';
import { waitFor } from '../browser/wait.ts';
import { lastCommit, type Shot, takeShots } from './shots.ts';
import { type CaptureRow, type JobRow, readRows } from './store.ts';

export interface CaptureRun {
  /** From the click to the row committed in the database, ms; up to the cut when it was cut off. */
  ms: number;
  /** From the click, ms: the first screenshot is in hand; the last one is. */
  firstShotMs: number;
  lastShotMs: number;
  /** Pictures, without the cheap looks before and behind. */
  shots: Shot[];
  /** Screenshots taken before the browser refused one; all of them when it never did. */
  freeShots: number;
  /** Messages or screens read. */
  read: number;
  /** Null when the capture took longer than the patience and was cancelled. */
  capture: CaptureRow | null;
}

/**
 * Clicks the toolbar button for real, presses 采集本页 in the popup with the mouse and waits until the capture is kept.
 * Beginning and end are noted by the pages themselves: the click in the popup, and the end of the transaction that commits the
 * capture to disk. Without a gesture the same message is sent by nobody's hand.
 */
export async function runCapture(
  browser: ExtensionBrowser,
  page: Page,
  patienceMs: number,
  withGesture = true,
): Promise<CaptureRun> {
  const worker = await browser.worker();
  const known = new Set((await readRows<JobRow>(worker, 'jobs')).map(({ id }) => id));
  const newJob = async () => (await readRows<JobRow>(worker, 'jobs')).find(({ id }) => !known.has(id));
  await takeShots(worker);
  const tabId = await browser.tabIdOf(page);
  const popup = await browser.clickToolbar(page);
  await popup.evaluate('addEventListener("click", () => { window.benchClick = Date.now() }, true)');
  if (withGesture) await popup.click('采集本页');
  else await popup.evaluate(startWithoutGesture(tabId));
  const ended = async () => {
    const job = await newJob();
    return job && job.state !== 'running' ? job : undefined;
  };
  const job = await waitFor(ended, 'cut off', patienceMs).catch(() => null);
  const clickedAt = await popup.evaluate<number>('window.benchClick');
  const calls = await takeShots(worker);
  const shots = calls.filter(({ isLook }) => !isLook);
  const taken = shots.filter(({ refused }) => !refused);
  const inHand = taken.map(({ at, ms }) => at + ms - clickedAt);
  const refusal = calls.find(({ refused }) => refused);
  const last = job ?? (await newJob());
  if (!job) {
    const message = { type: 'capture.cancel', payload: { jobId: last?.id } };
    await popup.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(message)})`);
  } else if (job.state !== 'done') throw new Error(`The capture ended as ${job.state}: ${job.errorCode}`);
  await popup.close();
  const captures = job ? await readRows<CaptureRow>(worker, 'captures') : [];
  return {
    ms: (job ? await lastCommit(worker) : Date.now()) - clickedAt,
    firstShotMs: inHand[0] ?? Number.NaN,
    lastShotMs: inHand.at(-1) ?? Number.NaN,
    shots,
    freeShots: refusal ? taken.filter(({ at }) => at < refusal.at).length : taken.length,
    read: last?.done ?? 0,
    capture: captures.find(({ id }) => id === job?.result?.captureId) ?? null,
  };
}

/** A gesture is good for five seconds, and everything that Playwright evaluates counts as one; the popup is spoken to without it. */
const GESTURE_OVER_MS = 6000;

/** For the popup: waits until every gesture is over, then sends what its button sends. */
function startWithoutGesture(tabId: number): string {
  const message = JSON.stringify({ type: 'capture.start', payload: { tabId } });
  return `new Promise((resolve) => setTimeout(resolve, ${GESTURE_OVER_MS})).then(() => {
    window.benchClick = Date.now();
    void chrome.runtime.sendMessage(${message});
  })`;
}
