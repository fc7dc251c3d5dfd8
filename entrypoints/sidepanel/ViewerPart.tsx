import { CaptureViewer } from '../../components/evidence/CaptureViewer.tsx';
import type { Capture } from '../../lib/evidence/types.ts';
import { useCapturePictures } from '../../lib/live/use-pictures.ts';

/** A capture in full, with its pictures from the store. */
export function ViewerPart({ capture, onClose }: { capture: Capture; onClose: () => void }) {
  return <CaptureViewer capture={capture} pictures={useCapturePictures(capture)} onClose={onClose} />;
}
