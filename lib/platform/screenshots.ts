import { type Browser, browser } from 'wxt/browser';
import { AppError } from '../shared/errors.ts';

/** `captureVisibleTab` without a user gesture is held to two calls in a fixed window of a second (performance.md 1.2). */
const HALF_WINDOW_MS = 502;
const QUOTA_ERROR = /MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND/;
const NOT_ALLOWED = /activeTab|permission|cannot (?:access|be)|chrome:|not allowed/i;
const MAX_REFUSALS = 30;

/**
 * A picture of what the tab in front of a window shows, as the browser made it (PNG).
 *
 * A call that carries a user gesture is free; without one the browser refuses the third call of a second. The refusal is
 * the only sign of it, so a refused call waits for the next window and asks again: fast while the gesture lasts, paced
 * afterwards, and never an error for the user. The first call is made synchronously, because an `await` before it would
 * lose the gesture.
 * @param tab as the message that asked for the picture described it.
 * @throws AppError capture.tabHidden, capture.noGrant or capture.pageGone; the signal's reason when cancelled.
 */
export function takeScreenshot(tab: Browser.tabs.Tab, signal: AbortSignal): Promise<Blob> {
  if (!tab.active) return Promise.reject(new AppError('capture.tabHidden'));
  return settle(capture(tab.windowId), tab, signal);
}

async function settle(first: Promise<string | null>, tab: Browser.tabs.Tab, signal: AbortSignal): Promise<Blob> {
  let picture = await first;
  for (let refusals = 0; picture === null && refusals < MAX_REFUSALS; refusals += 1) {
    signal.throwIfAborted();
    await pause(HALF_WINDOW_MS, signal);
    picture = await capture(tab.windowId);
  }
  signal.throwIfAborted();
  await requireInFront(tab);
  if (picture === null) throw new AppError('unexpected', 'The browser kept refusing screenshots');
  return (await fetch(picture)).blob();
}

/** The picture as a data address; null when the quota refused it. */
async function capture(windowId: number): Promise<string | null> {
  try {
    return await browser.tabs.captureVisibleTab(windowId, { format: 'png' });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (QUOTA_ERROR.test(words)) return null;
    throw NOT_ALLOWED.test(words) ? new AppError('capture.noGrant', words) : error;
  }
}

/** The browser takes whatever is in front, so a picture counts only if the tab still is. */
async function requireInFront({ id = -1, windowId }: Browser.tabs.Tab): Promise<void> {
  const now = await browser.tabs.get(id).catch(() => null);
  if (!now) throw new AppError('capture.pageGone');
  if (!now.active || now.windowId !== windowId) throw new AppError('capture.tabHidden');
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal.addEventListener('abort', stop, { once: true });
  });
}
