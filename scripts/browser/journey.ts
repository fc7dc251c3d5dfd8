import type { Translate } from '../../lib/i18n/index.ts';
import type { PopupPage } from './popup.ts';
import { type ExtensionContext, readStore } from './store.ts';
import { waitFor } from './wait.ts';

const CAPTURE_TIMEOUT_MS = 120_000;

/** A browser with the extension, whichever it is, as far as the user's way goes through it. */
export interface UsersBrowser<Tab> {
  t: Translate;
  worker: () => Promise<ExtensionContext>;
  clickToolbar: (tab: Tab) => Promise<PopupPage>;
  nextDownload: () => Promise<string>;
}

/** What a user does on a page: click the toolbar button, press “capture this page”, wait until it is kept. Returns the open popup. */
export async function captureFromToolbar<Tab>(browser: UsersBrowser<Tab>, page: Tab): Promise<PopupPage> {
  const before = await readStore(await browser.worker());
  const popup = await browser.clickToolbar(page);
  await popup.click(browser.t('capture.start'));
  await waitForCapture(browser, before.captures + 1, before.jobs.length);
  return popup;
}

/** Waits until the store holds `captures` captures. Throws when a job that is newer than `known` jobs ends without one. */
export async function waitForCapture(
  browser: Pick<UsersBrowser<never>, 'worker'>,
  captures: number,
  known: number,
): Promise<void> {
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

/** What a user does to get a bundle: toolbar button, “export bundle”, “build the bundle”. Returns the path of the saved file. */
export async function exportFromToolbar<Tab>(
  browser: UsersBrowser<Tab>,
  page: Tab,
  onStep: (step: 'form' | 'running' | 'done', popup: PopupPage) => Promise<void> = async () => undefined,
): Promise<string> {
  const popup = await browser.clickToolbar(page);
  await popup.click(browser.t('popup.export'));
  await popup.waitForText(browser.t('export.start'));
  await onStep('form', popup);
  const saved = browser.nextDownload();
  await popup.click(browser.t('export.start'));
  await popup.waitForText(browser.t('job.exportRunning'));
  await onStep('running', popup);
  const path = await saved;
  await popup.waitForText(browser.t('job.exportDone'));
  await onStep('done', popup);
  await popup.close();
  return path;
}
