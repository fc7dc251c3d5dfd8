import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { capturePage } from '../../lib/capture/run.ts';
import { findChat } from '../../lib/marketplaces/chat.ts';
import { readPage } from '../../lib/marketplaces/registry.ts';
import { sendMessage } from '../../lib/platform/send.ts';
import { AppError, errorCodeOf } from '../../lib/shared/errors.ts';

/** Injected by a capture gesture into the page it is about; walks the page, asks for pictures, hands everything over. */
export default defineUnlistedScript(() => {
  void captureHere();
});

const loadedAt = performance.timeOrigin;

function read() {
  return readPage(document, location.href, { at: Date.now(), loadedAt });
}

async function captureHere(): Promise<void> {
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
      chat: findChat(document),
      shoot: async (shot) => {
        if (document.hidden) throw new AppError('capture.tabHidden');
        await sendMessage('capture.shot', { jobId, index, ...shot });
        index += 1;
      },
    });
    await sendMessage('capture.finish', { jobId, ...page });
  } catch (error) {
    await sendMessage('capture.abort', { jobId, code: errorCodeOf(error) });
  }
}
