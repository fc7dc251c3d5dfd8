import type { Worker } from '@playwright/test';

/** One call of `captureVisibleTab`. */
export interface Shot {
  /** Epoch ms. */
  at: number;
  ms: number;
  refused: boolean;
  /** A cheap look that only tells whether the screen stood still. */
  isLook: boolean;
}

interface WatchedWorker {
  benchShots: Shot[];
  chrome: { tabs: { captureVisibleTab: (...args: unknown[]) => Promise<string> } };
  browser?: WatchedWorker['chrome'];
}

/** Notes from now on every screenshot that the extension asks the browser for. The calls themselves stay synchronous. */
export async function watchShots(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const self = globalThis as unknown as WatchedWorker;
    self.benchShots = [];
    const original = self.chrome.tabs.captureVisibleTab.bind(self.chrome.tabs);
    const watched = (...args: unknown[]) => {
      const isLook = (args.at(-1) as { format?: string }).format === 'jpeg';
      const shot = { at: Date.now(), ms: 0, refused: false, isLook };
      self.benchShots.push(shot);
      const end = (refused: boolean) => Object.assign(shot, { ms: Date.now() - shot.at, refused });
      const picture = original(...args);
      picture.then(
        () => end(false),
        () => end(true),
      );
      return picture;
    };
    self.chrome.tabs.captureVisibleTab = watched;
    if (self.browser) self.browser.tabs.captureVisibleTab = watched;
  });
}

/** The screenshots noted since the last time this was asked. */
export function takeShots(worker: Worker): Promise<Shot[]> {
  return worker.evaluate(() => (globalThis as unknown as WatchedWorker).benchShots.splice(0));
}
