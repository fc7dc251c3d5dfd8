import { browser } from 'wxt/browser';
import { type HtmlCopy, htmlCopySchema, type PageCopy } from '../evidence/capture-record.ts';
import type { CaptureGap } from '../evidence/types.ts';
import { PAGE_COPY } from '../messaging/types.ts';
import { isAllowed } from './permissions.ts';

/** More is not read into memory; the pictures of the capture are what counts. */
const MAX_BYTES = 100_000_000;
/** A page that does not answer for so long is busy with itself. */
const PATIENCE_MS = 30_000;

/**
 * A copy of the page: as MHTML, when the browser has it and the user has allowed it, else as one HTML file made in the page.
 * @returns the copy, or why there is none.
 */
export async function copyPage(tabId: number): Promise<PageCopy | CaptureGap> {
  return (await saveAsMhtml(tabId)) ?? (await within(PATIENCE_MS, saveAsHtml(tabId)));
}

/** Null where MHTML is not to be had. Its file can vanish (performance.md 2): it is read at once, and once more then. */
async function saveAsMhtml(tabId: number): Promise<PageCopy | CaptureGap | null> {
  if (!(await isAllowed('pageCopy')) || !browser.pageCapture) return null;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const file = await browser.pageCapture.saveAsMHTML({ tabId }).catch(() => undefined); // The next way decides.
    if (file && file.size > MAX_BYTES) return 'pageCopyTooLarge';
    const bytes = await file?.arrayBuffer().catch(() => undefined);
    if (bytes) return copyOf('mhtml', new Blob([bytes], { type: 'multipart/related' }));
  }
  return null;
}

async function saveAsHtml(tabId: number): Promise<PageCopy | CaptureGap> {
  const target = { tabId };
  const fetchCopy = (name: typeof PAGE_COPY) => (globalThis as { [PAGE_COPY]?: Promise<HtmlCopy> })[name] ?? null;
  const results = browser.scripting
    .executeScript({ target, files: ['/page-copy.js'] })
    .then(() => browser.scripting.executeScript({ target, func: fetchCopy, args: [PAGE_COPY] }));
  const [frame] = await results.catch(() => []); // The page has gone, or it is none that may be read.
  const { data: copy } = htmlCopySchema.safeParse(frame?.result);
  if (!copy) return 'pageCopyFailed';
  if (copy.html === null) return copy.gap;
  // With a byte-order mark, so that no browser has to guess.
  const blob = new Blob(['\uFEFF', copy.html], { type: 'text/html;charset=utf-8' });
  return { ...copyOf('html', blob), missing: copy.missing, missingCount: copy.missingCount };
}

function copyOf(method: PageCopy['method'], blob: Blob): PageCopy {
  return { method, blob, missing: [], missingCount: 0 };
}

function within<Result>(ms: number, work: Promise<Result>): Promise<Result | CaptureGap> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<CaptureGap>((resolve) => {
    timer = setTimeout(() => resolve('pageCopyFailed'), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
