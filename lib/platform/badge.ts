import { browser } from 'wxt/browser';

export type BadgeState = 'running' | 'done' | 'failed' | 'none';

const COLOURS: Record<BadgeState, string> = { running: '#1f5f5b', done: '#2e6b34', failed: '#b3261e', none: '#1f5f5b' };

/** Shows on the toolbar icon of a tab how a capture is doing: a percentage or count, ✓, or !. */
export async function showBadge(tabId: number, state: BadgeState, done: number, total: number): Promise<void> {
  const text = { running: progressText(done, total), done: '✓', failed: '!', none: '' }[state];
  // The tab may be gone meanwhile; then there is no icon to write on.
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text }),
    browser.action.setBadgeBackgroundColor({ tabId, color: COLOURS[state] }),
    browser.action.setBadgeTextColor?.({ tabId, color: '#ffffff' }),
  ]);
}

function progressText(done: number, total: number): string {
  return total > 0 ? `${Math.min(99, Math.round((100 * done) / total))}%` : '…';
}
