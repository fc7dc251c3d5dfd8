import { browser } from 'wxt/browser';

/** What the user may allow on top, each asked for where it is needed. */
export type Extra = 'screenshotsFromPanel' | 'pageCopy' | 'notifications';

const REQUESTS = {
  screenshotsFromPanel: { origins: ['<all_urls>'] },
  pageCopy: { permissions: ['pageCapture' as const] },
  notifications: { permissions: ['notifications' as const] },
};

/** Has the user allowed it? */
export function isAllowed(extra: Extra): Promise<boolean> {
  return browser.permissions.contains(REQUESTS[extra]);
}

/** Asks the user; must be called directly in the handler of a click. */
export function requestExtra(extra: Extra): Promise<boolean> {
  return browser.permissions.request(REQUESTS[extra]);
}

/** Calls back when the user has given or taken back a permission, here or in the browser's settings. Returns how to stop. */
export function watchExtras(changed: () => void): () => void {
  const listener = () => changed();
  browser.permissions.onAdded.addListener(listener);
  browser.permissions.onRemoved.addListener(listener);
  return () => {
    browser.permissions.onAdded.removeListener(listener);
    browser.permissions.onRemoved.removeListener(listener);
  };
}
