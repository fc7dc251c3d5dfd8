import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findPageReader, type PageReader, READS_NOTHING } from '../../lib/capture/page-reader.ts';
import { capturePage } from '../../lib/capture/run.ts';
import { shootUntilStill } from '../../lib/capture/shoot.ts';
import { findPageTools } from '../../lib/inspect/page-tools.ts';
import { sendMessage } from '../../lib/platform/send.ts';
import { errorCodeOf } from '../../lib/shared/errors.ts';

/** Injected by a capture gesture into the page it is about; walks the page, asks for pictures, hands everything over. */
export default defineUnlistedScript(() => {
  void captureHere();
});

async function captureHere(): Promise<void> {
  findPageTools()?.cancelPick(); // What it draws is not of the page.
  const { read, chat } = await pageReader();
  const { jobId } = await sendMessage('capture.begin', {
    url: location.href,
    title: document.title,
    reading: read(),
    expectedShots: 0,
  });
  let index = 0;
  try {
    const page = await capturePage({
      now: Date.now,
      read,
      chat: chat(),
      shoot: async (shot) => {
        const request = { jobId, index, ...shot };
        index += 1;
        return shootUntilStill(request, (attempt) => sendMessage('capture.shot', attempt));
      },
    });
    await sendMessage('capture.finish', { jobId, ...page });
  } catch (error) {
    await sendMessage('capture.abort', { jobId, code: errorCodeOf(error) });
  }
}

/** A page that was open before the extension was installed or updated has no content script yet; the gesture lets it in. */
async function pageReader(): Promise<PageReader> {
  const present = findPageReader();
  if (present) return present;
  await sendMessage('page.watch', {});
  return findPageReader() ?? READS_NOTHING;
}
