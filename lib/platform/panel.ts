import { browser } from 'wxt/browser';

/** Opens the side panel beside a tab. Must be called directly in the handler of a click: the browser wants the gesture. */
export function openSidePanel(tabId: number): Promise<void> {
  if (browser.sidePanel) return browser.sidePanel.open({ tabId });
  const { sidebarAction } = browser as unknown as FirefoxBrowser;
  return sidebarAction?.open() ?? Promise.resolve();
}

/** What Firefox has in place of the side panel; the types are Chromium's. */
interface FirefoxBrowser {
  sidebarAction?: { open: () => Promise<void> };
}
