import type { Browser } from 'wxt/browser';
import type { Screenshot } from '../evidence/types.ts';
import type { Area } from '../messaging/types.ts';
import { AppError } from '../shared/errors.ts';
import { blobOf, capture, LOOK, PNG, requireInFront } from './screenshots.ts';

/** The answer is the same for every tab, but a tab that may not be photographed does not tell. */
let known: boolean | null = null;

/**
 * Can this browser photograph any part of a page, seen or not? Firefox can, with no more than the gesture's grant; Chromium
 * refuses a `rect` before it takes anything. So one dot is asked for, and no browser has to be known by its name.
 */
export async function canPictureAreas(tab: Browser.tabs.Tab | null): Promise<boolean> {
  if (known !== null || !tab) return known ?? false;
  try {
    const dot = await capture(tab.windowId, { ...LOOK, rect: { x: 0, y: 0, width: 1, height: 1 } });
    known = dot !== null;
  } catch (error) {
    if (error instanceof AppError) return false; // Not allowed here and now; the first picture says so to the user.
    known = false;
  }
  return known;
}

/**
 * A picture of a part of the page that the tab in front of a window shows. Firefox lays out and paints it for the call, so
 * unlike a screenshot it needs no second look: what is in it was painted together.
 * @throws AppError capture.tabHidden, capture.noGrant or capture.pageGone; the signal's reason when cancelled.
 */
export async function takeAreaPicture(tab: Browser.tabs.Tab, area: Area, signal: AbortSignal): Promise<Screenshot> {
  if (!tab.active) throw new AppError('capture.tabHidden');
  const { left, top, width, height } = area;
  const picture = await capture(tab.windowId, { ...PNG, rect: { x: left, y: top, width, height } });
  signal.throwIfAborted();
  await requireInFront(tab);
  return { picture: blobOf(picture), look: `${top}+${height}`, isStill: true, paced: false };
}
