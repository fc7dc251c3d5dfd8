import { CaptureBar } from '../../components/evidence/CaptureBar.tsx';
import { useCaptureButton } from '../../lib/live/use-capture.ts';
import { useExtra } from '../../lib/live/use-extra.ts';
import { useJobs } from '../../lib/live/use-jobs.ts';
import { useCaptureShortcut } from '../../lib/live/use-shortcut.ts';

/** The capture button of the panel, which works while the browser's grant for the tab lasts. */
export function CapturePart({ tabId }: { tabId: number | null }) {
  const { capture, blocked } = useCaptureButton(tabId);
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
    />
  );
}
