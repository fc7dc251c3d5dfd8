import { Buffer } from 'node:buffer';
import type { ExtensionContext } from '../store.ts';
import { waitFor } from '../wait.ts';
import type { BidiSession } from './bidi.ts';

/** A tab of Firefox. */
export interface FirefoxPage extends ExtensionContext {
  goto: (url: string) => Promise<void>;
  /** Waits until the page shows `text`. */
  waitForText: (text: string) => Promise<void>;
  screenshot: () => Promise<Buffer>;
  bringToFront: () => Promise<void>;
  close: () => Promise<void>;
}

/** The tab with the number `context` of a session. */
export function firefoxPage({ send, run }: BidiSession, context: string): FirefoxPage {
  return {
    goto: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    evaluate: (page, argument) => run(context, page, argument),
    waitForText: async (text) => {
      const isShown = () => run(context, (words) => document.body?.innerText.includes(words) ?? false, text);
      await waitFor(async () => (await isShown()) || undefined, `No “${text}”`);
    },
    screenshot: async () => Buffer.from((await send('browsingContext.captureScreenshot', { context })).data, 'base64'),
    bringToFront: () => send('browsingContext.activate', { context }),
    close: () => send('browsingContext.close', { context }),
  };
}
