import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { findPageReader, type PageReader, READS_NOTHING } from '../../lib/capture/page-reader.ts';
import { capturePage, snapshotPage } from '../../lib/capture/run.ts';
import { askServerTime } from '../../lib/capture/server-time.ts';
import { askAgain, shootUntilStill } from '../../lib/capture/shoot.ts';
import { textBoxes } from '../../lib/capture/text-boxes.ts';
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
  const begun = await sendMessage('capture.begin', snapshotPage(read));
  const { jobId, plan, canShootAreas, zoom, askServerTime: mayAsk } = begun;
  let index = 0;
  try {
    const page = await capturePage({
      now: Date.now,
      read,
      chat: chat(),
      plan,
      canShootAreas,
      progress: (progress) => askAgain(() => sendMessage('capture.progress', { jobId, ...progress })),
      keepPicture: async (address, picture) => {
        const handed = { jobId, address, picture: await dataAddress(picture) };
        await askAgain(() => sendMessage('capture.picture', handed));
      },
      zoom,
      serverTime: mayAsk ? askServerTime(Date.now) : null,
      shoot: async (shot) => {
        const request = { jobId, index, ...shot };
        index += 1;
        return shootUntilStill(request, {
          ask: (attempt) => sendMessage('capture.shot', { ...attempt, words: textBoxes(window) }),
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

/** Bytes as text, because nothing else travels in a message. */
function dataAddress(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener('load', () => resolve(String(reader.result)));
    reader.addEventListener('error', () => reject(reader.error));
    reader.readAsDataURL(blob);
  });
}

/** A page that was open before the extension was installed or updated has no content script yet; the gesture lets it in. */
async function pageReader(): Promise<PageReader> {
  const present = findPageReader();
  if (present) return present;
  await sendMessage('page.watch', {});
  return findPageReader() ?? READS_NOTHING;
}
