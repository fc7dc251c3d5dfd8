import { browser } from 'wxt/browser';
import type { CaptureGap } from '../evidence/types.ts';
import { isAllowed } from './permissions.ts';

/**
 * A copy of the page as MHTML, when the browser has it and the user has allowed it. The file behind the Blob can vanish
 * (performance.md 2), so its bytes are read at once, and once more if that fails.
 * @returns the copy, or why there is none.
 */
export async function copyPage(tabId: number): Promise<Blob | CaptureGap> {
  if (!(await isAllowed('pageCopy')) || !browser.pageCapture) return 'pageCopyNotAllowed';
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const bytes = await browser.pageCapture
      .saveAsMHTML({ tabId })
      .then((copy) => copy?.arrayBuffer())
      .catch(() => undefined); // The second attempt decides; the gap is recorded with the capture.
    if (bytes) return new Blob([bytes], { type: 'multipart/related' });
  }
  return 'pageCopyFailed';
}
