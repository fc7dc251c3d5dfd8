import { browser } from 'wxt/browser';

const PAGE = '/offscreen.html';

/**
 * Opens the page without a window in which bundles are built: it outlives the popup, and it has the canvas and the
 * addresses for files that a service worker lacks. Firefox has no such page; its background page can do the same work.
 * @returns false where the browser has no offscreen pages.
 */
export async function openOffscreenPage(): Promise<boolean> {
  if (!browser.offscreen) return false;
  if (await hasOffscreenPage()) return true;
  await browser.offscreen.createDocument({
    url: PAGE,
    reasons: ['BLOBS'],
    justification: 'Builds the evidence bundle and hands it over as a file, independent of the popup.',
  });
  return true;
}

/** Is a bundle page alive? */
export async function hasOffscreenPage(): Promise<boolean> {
  if (!browser.offscreen) return false;
  const contexts = await browser.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  return contexts.length > 0;
}
