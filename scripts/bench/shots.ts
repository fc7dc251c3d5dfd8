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
  /** When the last capture was on the disk, epoch ms. */
  benchCommit: number;
  chrome: { tabs: { captureVisibleTab: (...args: unknown[]) => Promise<string> } };
  browser?: WatchedWorker['chrome'];
}

/**
 * Notes from now on every screenshot that the extension asks the browser for, and when a capture has been committed to disk. The
 * calls themselves stay synchronous.
 */
export async function watchShots(worker: Worker): Promise<void> {
  await worker.evaluate(() => {
    const self = globalThis as unknown as WatchedWorker;
    self.benchShots = [];
    const open = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...args) {
      const transaction = open.apply(this, args);
      if (transaction.mode === 'readwrite' && transaction.objectStoreNames.contains('captures')) {
        transaction.addEventListener('complete', () => {
          self.benchCommit = Date.now();
        });
      }
      return transaction;
    };
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

/** When the last capture was committed, epoch ms. */
export function lastCommit(worker: Worker): Promise<number> {
  return worker.evaluate(() => (globalThis as unknown as WatchedWorker).benchCommit);
}
