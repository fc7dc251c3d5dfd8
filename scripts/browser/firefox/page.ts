import { Buffer } from 'node:buffer';
import { waitFor } from '../wait.ts';
import type { BidiSession } from './bidi.ts';

/** A tab of Firefox. */
export interface FirefoxPage {
  goto: (url: string) => Promise<void>;
  /** Runs a function in the page; only its text goes there, arguments and result through JSON. */
  evaluate: <Value, Args extends unknown[]>(
    run: (...args: Args) => Value | Promise<Value>,
    ...args: Args
  ) => Promise<Value>;
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
    evaluate: (page, ...args) => run(context, page, ...args),
    waitForText: async (text) => {
      const isShown = () => run(context, (words) => document.body?.innerText.includes(words) ?? false, text);
      await waitFor(async () => (await isShown()) || undefined, `No “${text}”`);
    },
    screenshot: async () => Buffer.from((await send('browsingContext.captureScreenshot', { context })).data, 'base64'),
    bringToFront: () => send('browsingContext.activate', { context }),
    close: () => send('browsingContext.close', { context }),
  };
}
