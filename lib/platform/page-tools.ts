import { browser } from 'wxt/browser';
import { PAGE_TOOLS, type PageTools, type PickedElement, type PickWords } from '../inspect/page-tools.ts';
import { injectPageTools } from './capture-start.ts';

type World = { [PAGE_TOOLS]?: PageTools };

/**
 * Lets the user point at an element in a tab and waits until they have.
 * @returns null when they gave up, or the page went away meanwhile.
 * @throws AppError as `injectCapture` when the extension may not touch the tab.
 */
export async function pickElement(tabId: number, words: PickWords): Promise<PickedElement | null> {
  await injectPageTools(tabId);
  const run = (name: typeof PAGE_TOOLS, asked: PickWords) => (globalThis as World)[name]?.pick(asked) ?? null;
  const target = { tabId };
  const frames = await browser.scripting
    .executeScript({ target, func: run, args: [PAGE_TOOLS, words] })
    .catch(() => []); // The page has gone, and the question with it.
  return asPicked(frames[0]?.result);
}

/** Closes the picker of a tab, if there is one. */
export async function cancelPick(tabId: number): Promise<void> {
  const run = (name: typeof PAGE_TOOLS) => (globalThis as World)[name]?.cancelPick();
  await browser.scripting.executeScript({ target: { tabId }, func: run, args: [PAGE_TOOLS] }).catch(() => undefined);
}

const MAX_REPORT = 500_000;

/**
 * The structure of the page in a tab, without anybody's data.
 * @returns null when the page went away.
 * @throws AppError as `injectCapture`.
 */
export async function reportPage(tabId: number): Promise<string | null> {
  await injectPageTools(tabId);
  const run = (name: typeof PAGE_TOOLS, own: string) => (globalThis as World)[name]?.report(own) ?? null;
  const { version } = browser.runtime.getManifest();
  const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: run, args: [PAGE_TOOLS, version] });
  return typeof frame?.result === 'string' ? frame.result.slice(0, MAX_REPORT) : null;
}

const MAX_TEXTS = 500;
const MAX_LENGTH = 4000;

/** What came out of the page, checked and bounded: pages can be hostile. */
function asPicked(result: unknown): PickedElement | null {
  const { text, texts, url } = (result ?? {}) as Record<keyof PickedElement, unknown>;
  if (typeof text !== 'string' || typeof url !== 'string' || !Array.isArray(texts)) return null;
  const bounded = texts.slice(0, MAX_TEXTS).filter((one) => typeof one === 'string' && one.length <= MAX_LENGTH);
  return { text: text.slice(0, MAX_LENGTH), texts: bounded, url: url.slice(0, MAX_LENGTH) };
}
