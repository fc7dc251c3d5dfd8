import { browser } from 'wxt/browser';
import { PAGE_AGAIN, type Payload } from '../messaging/types.ts';
import { sendMessage } from './send.ts';

/** The background as a content script reaches it. */
export const pageChannel = {
  report: (page: Payload<'page.report'>): Promise<null> => sendMessage('page.report', page),
  onAskedAgain(answer: () => void): () => void {
    const listener = (message: unknown) => {
      if ((message as { type?: unknown } | null)?.type === PAGE_AGAIN) answer();
    };
    browser.runtime.onMessage.addListener(listener);
    return () => browser.runtime.onMessage.removeListener(listener);
  },
};
