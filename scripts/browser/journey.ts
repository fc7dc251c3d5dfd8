import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './launch.ts';
import type { PopupPage } from './popup.ts';
import { readStore } from './store.ts';
import { waitFor } from './wait.ts';

const CAPTURE_TIMEOUT_MS = 120_000;

/** What a user does on a page: click the toolbar button, press 采集本页, wait until it is kept. Returns the open popup. */
export async function captureFromToolbar(browser: ExtensionBrowser, page: Page): Promise<PopupPage> {
  const before = await readStore(await browser.worker());
  const popup = await browser.clickToolbar(page);
  await popup.click('采集本页');
  await waitForCapture(browser, before.captures + 1, before.jobs.length);
  return popup;
}

/** Waits until the store holds `captures` captures. Throws when a job that is newer than `known` jobs ends without one. */
export async function waitForCapture(browser: ExtensionBrowser, captures: number, known: number): Promise<void> {
  await waitFor(
    async () => {
      const store = await readStore(await browser.worker());
      const failed = store.jobs.slice(known).find(({ state }) => state !== 'running' && state !== 'done');
      if (failed) throw new Error(`The capture ended as ${failed.state}: ${failed.errorCode}`);
      return store.captures >= captures ? true : undefined;
    },
    'The capture was not kept in time',
    CAPTURE_TIMEOUT_MS,
  );
}

/** What a user does to get a bundle: toolbar button, 导出证据包, 生成证据包. Returns the path of the saved file. */
export async function exportFromToolbar(
  browser: ExtensionBrowser,
  page: Page,
  onStep: (step: 'form' | 'running' | 'done', popup: PopupPage) => Promise<void> = async () => undefined,
): Promise<string> {
  const popup = await browser.clickToolbar(page);
  await popup.click('导出证据包');
  await popup.waitForText('生成证据包');
  await onStep('form', popup);
  const saved = browser.nextDownload();
  await popup.click('生成证据包');
  await popup.waitForText('正在导出');
  await onStep('running', popup);
  const path = await saved;
  await popup.waitForText('证据包已保存');
  await onStep('done', popup);
  await popup.close();
  return path;
}
