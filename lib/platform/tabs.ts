import { browser } from 'wxt/browser';

/** The tab in front of the current window. */
export async function activeTabId(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** Calls back when another tab comes to the front. Returns how to stop. */
export function watchActiveTab(changed: () => void): () => void {
  const listener = () => changed();
  browser.tabs.onActivated.addListener(listener);
  browser.windows.onFocusChanged.addListener(listener);
  return () => {
    browser.tabs.onActivated.removeListener(listener);
    browser.windows.onFocusChanged.removeListener(listener);
  };
}

/** Opens a page of the extension in a tab; in a window of its own when the browser runs without one. */
export async function openExtensionPage(
  path: '/cases.html' | '/privacy.html' | '/options.html',
  hash = '',
): Promise<void> {
  const url = browser.runtime.getURL(path) + hash;
  await browser.tabs.create({ url }).catch(() => browser.windows.create({ url }));
}

/** Opens a marketplace page beside the current one, so that captures there find their case. */
export async function openPageFor(url: string, openerTabId: number | null): Promise<void> {
  await browser.tabs.create(openerTabId === null ? { url } : { url, openerTabId });
}

/** Zoom of a tab, 1 for 100 %; null when the browser does not say. */
export async function zoomOf(tabId: number): Promise<number | null> {
  return browser.tabs.getZoom(tabId).catch(() => null);
}
