import { browser } from 'wxt/browser';
import type { ScriptPublicPath } from 'wxt/utils/inject-script';
import { AppError } from '../shared/errors.ts';

/** Pages that no permission opens: the browser's own, its store, error pages. */
const PROTECTED = /cannot be scripted|chrome:|edge:|about:|extensions gallery|error page/i;

/**
 * Lets the capture script loose on a tab. Called synchronously in the event of a gesture, so that the gesture is handed on
 * to the page and from there to each screenshot (performance.md 0.1).
 * @throws AppError capture.noGrant when the extension may not read the tab, capture.pageProtected for browser pages.
 */
export function injectCapture(tabId: number): Promise<void> {
  return inject(tabId, '/capture-walker.js');
}

/**
 * Lets a content script into a tab that was open before the extension was; a gesture on the tab must have come first.
 * @param name as `contentScriptFor` gives it.
 * @throws AppError as `injectCapture`.
 */
export function injectContentScript(tabId: number, name: string): Promise<void> {
  return inject(tabId, `/content-scripts/${name}.js`);
}

/**
 * Lets the tools into a tab that the user wants to point at something in.
 * @throws AppError as `injectCapture`.
 */
export function injectPageTools(tabId: number): Promise<void> {
  return inject(tabId, '/page-tools.js');
}

function inject(tabId: number, file: `/${string}.js`): Promise<void> {
  return browser.scripting.executeScript({ target: { tabId }, files: [file] as ScriptPublicPath[] }).then(
    () => undefined,
    (error: unknown) => {
      const words = error instanceof Error ? error.message : String(error);
      throw new AppError(PROTECTED.test(words) ? 'capture.pageProtected' : 'capture.noGrant', words);
    },
  );
}
