import { type Browser, browser } from 'wxt/browser';

/** What the user may allow on top, each asked for where it is needed. */
export type Extra = 'screenshotsFromPanel' | 'pageCopy' | 'notifications';

interface Request {
  origins?: string[];
  permissions?: Browser.runtime.ManifestOptionalPermission[];
}

const REQUESTS: Record<Extra, Request> = {
  screenshotsFromPanel: { origins: ['<all_urls>'] },
  pageCopy: { permissions: ['pageCapture'] },
  notifications: { permissions: ['notifications'] },
};

/** Is it there to be asked for? Firefox has no page copies, and refuses even the question. */
export function isOffered(extra: Extra): boolean {
  const named = browser.runtime.getManifest().optional_permissions ?? [];
  return (REQUESTS[extra].permissions ?? []).every((permission) => named.includes(permission));
}

/** Has the user allowed it? Never where the browser does not have it. */
export async function isAllowed(extra: Extra): Promise<boolean> {
  return isOffered(extra) && browser.permissions.contains(REQUESTS[extra]);
}

/** Asks the user; must be called directly in the handler of a click. */
export function requestExtra(extra: Extra): Promise<boolean> {
  return browser.permissions.request(REQUESTS[extra]);
}

/** May the extension send requests to all of these hosts? They are match patterns. */
export function mayReach(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.contains({ origins: [...origins] });
}

/** Asks the user to let the extension send requests to these hosts; must be called directly in the handler of a click. */
export function requestReach(origins: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...origins] });
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
