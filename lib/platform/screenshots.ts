import { type Browser, browser } from 'wxt/browser';
import type { Screenshot } from '../evidence/types.ts';
import { AppError } from '../shared/errors.ts';

/** `captureVisibleTab` without a user gesture is held to two calls in a fixed window of a second (performance.md 1.2). */
const HALF_WINDOW_MS = 502;
/** After the page has said that it stands still. */
const PAINTED_MS = 150;
const QUOTA_ERROR = /MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND/;
const NOT_ALLOWED = /activeTab|permission|cannot (?:access|be)|chrome:|not allowed/i;
const MAX_REFUSALS = 30;
export const PNG = { format: 'png' } as const;
/** Cheap: only good for telling whether two looks at the screen are the same. */
export const LOOK = { format: 'jpeg', quality: 1 } as const;

/**
 * A picture of what the tab in front of a window shows.
 *
 * Animation frames are no proof that the screen is painted, so a cheap look is taken before and behind the picture; when
 * both are the same, the picture between them shows a finished frame (performance.md 1.5). Calls that carry a user gesture
 * are free, which the calls only do when they are made synchronously. Without a gesture the browser refuses the third
 * call of a second, and the refusal is the only sign of it: from then on there is one picture each half second, which is
 * time enough to be painted.
 * @param tab as the message that asked for the picture described it.
 * @throws AppError capture.tabHidden, capture.noGrant or capture.pageGone; the signal's reason when cancelled.
 */
export function takeScreenshot(tab: Browser.tabs.Tab, signal: AbortSignal, paced = false): Promise<Screenshot> {
  if (!tab.active) return Promise.reject(new AppError('capture.tabHidden'));
  return paced ? takePaced(tab, signal) : takeChecked(tab, signal);
}

async function takeChecked(tab: Browser.tabs.Tab, signal: AbortSignal): Promise<Screenshot> {
  const first = capture(tab.windowId, LOOK);
  const shot = capture(tab.windowId, PNG);
  const second = capture(tab.windowId, LOOK);
  let isRefused = false;
  const picture = shot.then((address) => {
    isRefused = address === null;
    return address;
  });
  // Looks and picture are answered in order: when the second look is there, the picture's pixels have been copied, and the
  // page may go on while they are encoded. A refusal comes at once.
  const [before, behind] = await Promise.all([first, second, Promise.race([picture, second])]);
  signal.throwIfAborted();
  if (isRefused) {
    lastAsked = Date.now();
    return takePaced(tab, signal);
  }
  await requireInFront(tab);
  const look = before ?? '';
  return { picture: picture.then(blobOf), look, isStill: !behind || before === behind, paced: !behind };
}

/** When the quota was last asked for a picture; it is one quota for the whole extension. */
let lastAsked = Number.NEGATIVE_INFINITY;

/** The rest of half a window, and time enough to be painted: a paced picture has no looks around it. A clock that was set back is no reason to wait longer. */
function untilNext(): number {
  return Math.min(HALF_WINDOW_MS, Math.max(PAINTED_MS, lastAsked + HALF_WINDOW_MS - Date.now()));
}

async function takePaced(tab: Browser.tabs.Tab, signal: AbortSignal): Promise<Screenshot> {
  let picture: string | null = null;
  for (let refusals = 0; picture === null && refusals < MAX_REFUSALS; refusals += 1) {
    await pause(untilNext(), signal);
    lastAsked = Date.now();
    picture = await capture(tab.windowId, PNG);
    signal.throwIfAborted();
  }
  await requireInFront(tab);
  if (picture === null) throw new AppError('unexpected', 'The browser kept refusing screenshots');
  return { picture: blobOf(picture), look: picture, isStill: true, paced: true };
}

/** The bytes of a picture that came as a data address. */
export async function blobOf(picture: string | null): Promise<Blob> {
  if (picture === null) throw new AppError('unexpected', 'The browser refused a screenshot late');
  return (await fetch(picture)).blob();
}

/** How a picture is asked for. `rect` is Firefox's: any part of the page, in CSS pixels, seen or not. */
type PictureOptions = (typeof PNG | typeof LOOK) & { rect?: { x: number; y: number; width: number; height: number } };

/**
 * The picture of a window as a data address; null when the quota refused it.
 * @throws AppError capture.noGrant; what the browser throws at options that it does not know.
 */
export async function capture(windowId: number, options: PictureOptions): Promise<string | null> {
  try {
    return await browser.tabs.captureVisibleTab(windowId, options);
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    if (QUOTA_ERROR.test(words)) return null;
    throw NOT_ALLOWED.test(words) ? new AppError('capture.noGrant', words) : error;
  }
}

/** The browser takes whatever is in front, so a picture counts only if the tab still is. */
export async function requireInFront({ id = -1, windowId }: Browser.tabs.Tab): Promise<void> {
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
