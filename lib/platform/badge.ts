import { browser } from 'wxt/browser';

export type BadgeState = 'running' | 'done' | 'partial' | 'failed' | 'none';

const COLOURS: Record<Exclude<BadgeState, 'none'>, string> = {
  running: '#1f5f5b',
  done: '#2e6b34',
  partial: '#8a5100',
  failed: '#b3261e',
};

/** Gives a tab the text of all tabs again; an empty one would hide it. The types do not know. */
const OF_ALL_TABS = null as unknown as string;

const URGENT = '#b3261e';
const NEAR = '#8a5100';

/**
 * Shows on the toolbar icon of a tab how a capture is doing: a percentage or count, ✓, ½, or !. It stands over the number of
 * deadlines, which the tab shows again after `none` or with its next page.
 */
export async function showBadge(tabId: number, state: BadgeState, done: number, total: number): Promise<void> {
  const text = { running: progressText(done, total), done: '✓', partial: '½', failed: '!', none: OF_ALL_TABS }[state];
  // The tab may be gone meanwhile; then there is no icon to write on.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    state === 'none' ? takeOverColour(tabId) : browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[state] }),
    browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
  ]);
}

/** A tab that once had a colour of its own cannot be told to do without, so it gets that of all tabs. */
async function takeOverColour(tabId: number): Promise<void> {
  const color = await browser.action.getBadgeBackgroundColor({});
  await browser.action.setBadgeBackgroundColor({ tabId, color });
}

/** Shows the number of near deadlines on the icon in all tabs; red when `urgent`, nothing when there is none. */
export async function showDeadlineBadge({ count, urgent }: { count: number; urgent: boolean }): Promise<void> {
  await Promise.all([
    browser.action.setBadgeText({ text: count === 0 ? '' : count > MAX_COUNT ? `${MAX_COUNT}+` : String(count) }),
    browser.action.setBadgeBackgroundColor({ color: urgent ? URGENT : NEAR }),
    browser.action.setBadgeTextColor?.({ color: '#ffffff' }),
  ]);
}
const MAX_COUNT = 99;

function progressText(done: number, total: number): string {
  return total > 0 ? `${Math.min(99, Math.round((100 * done) / total))}%` : '…';
}
