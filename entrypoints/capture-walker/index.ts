import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findPageReader, type PageReader, READS_NOTHING } from '../../lib/capture/page-reader.ts';
import { capturePage, snapshotPage } from '../../lib/capture/run.ts';
import { shootUntilStill } from '../../lib/capture/shoot.ts';
import { hideToast, showToast } from '../../lib/capture/toast.ts';
import { findPageTools } from '../../lib/inspect/page-tools.ts';
import { sendMessage } from '../../lib/platform/send.ts';
import { errorCodeOf } from '../../lib/shared/errors.ts';

/** Injected by a capture gesture into the page it is about; walks the page, asks for pictures, hands everything over. */
export default defineUnlistedScript(() => {
  void captureHere();
});

async function captureHere(): Promise<void> {
  // What we draw is not of the page.
  findPageTools()?.cancelPick();
  hideToast();
  const { read, chat } = await pageReader();
  const { jobId, canShootAreas } = await sendMessage('capture.begin', snapshotPage(read));
  let index = 0;
  try {
    const page = await capturePage({
      now: Date.now,
      read,
      chat: chat(),
      canShootAreas,
      shoot: async (shot) => {
        const request = { jobId, index, ...shot };
        index += 1;
        return shootUntilStill(request, {
          ask: (attempt) => sendMessage('capture.shot', attempt),
          onWait: () => void sendMessage('capture.wait', { jobId }).catch(() => undefined),
        });
      },
    });
    showToast(await sendMessage('capture.finish', { jobId, ...page }));
  } catch (error) {
    const news = await sendMessage('capture.abort', { jobId, code: errorCodeOf(error) });
    if (news) showToast(news);
  }
}

/** A page that was open before the extension was installed or updated has no content script yet; the gesture lets it in. */
async function pageReader(): Promise<PageReader> {
  const present = findPageReader();
  if (present) return present;
  await sendMessage('page.watch', {});
  return findPageReader() ?? READS_NOTHING;
}
