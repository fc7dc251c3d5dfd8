import { browser } from 'wxt/browser';

/** What the user may allow on top, each asked for where it is needed. */
export type Extra = 'screenshotsFromPanel' | 'pageCopy';

const REQUESTS = {
  screenshotsFromPanel: { origins: ['<all_urls>'] },
  pageCopy: { permissions: ['pageCapture' as const] },
};

/** Has the user allowed it? */
export function isAllowed(extra: Extra): Promise<boolean> {
  return browser.permissions.contains(REQUESTS[extra]);
}

/** Asks the user; must be called directly in the handler of a click. */
export function requestExtra(extra: Extra): Promise<boolean> {
  return browser.permissions.request(REQUESTS[extra]);
}
