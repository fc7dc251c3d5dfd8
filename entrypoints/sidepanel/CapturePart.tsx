import { CaptureBar } from '../../components/evidence/CaptureBar.tsx';
import { ChatChoiceForm } from '../../components/evidence/ChatChoiceForm.tsx';
import { useCaptureButton } from '../../lib/live/use-capture.ts';
import { useChatOptions } from '../../lib/live/use-chat-options.ts';
import { useExtra } from '../../lib/live/use-extra.ts';
import { useJobs } from '../../lib/live/use-jobs.ts';
import { useCaptureShortcut } from '../../lib/live/use-shortcut.ts';
import { useTabPage } from '../../lib/live/use-tab.ts';

/** The capture button of the panel, which works while the browser's grant for the tab lasts. */
export function CapturePart({ tabId }: { tabId: number | null }) {
  const chat = useChatOptions(useTabPage(tabId));
  const { capture, blocked } = useCaptureButton(tabId, chat?.plan);
  const screenshots = useExtra('screenshotsFromPanel');
  const pageCopy = useExtra('pageCopy');
  const running = useJobs().some(({ kind, state }) => kind === 'capture' && state === 'running');
  return (
    <CaptureBar
      onCapture={capture}
      disabled={tabId === null || running}
      blocked={blocked && screenshots.allowed !== true}
      shortcut={useCaptureShortcut()}
      onAllowScreenshots={screenshots.request}
      onAllowPageCopy={pageCopy.allowed === false ? pageCopy.request : undefined}
    >
      {chat && <ChatChoiceForm {...chat} />}
    </CaptureBar>
  );
}
