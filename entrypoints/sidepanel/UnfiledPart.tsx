import { CaptureGrid } from '../../components/evidence/CaptureGrid.tsx';
import { FileInto } from '../../components/evidence/FileInto.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Card } from '../../components/ui/Card.tsx';
import type { Capture } from '../../lib/evidence/types.ts';
import { fileCapture } from '../../lib/live/actions.ts';
import { useRecentCases, useUnfiledCaptures } from '../../lib/live/use-case.ts';
import { usePictures } from '../../lib/live/use-pictures.ts';
import type { Instant } from '../../lib/shared/time.ts';

/** Captures of pages that named no order, such as a product page: the user says which case they belong to. */
export function UnfiledPart({ now, onOpenCapture }: { now: Instant; onOpenCapture: (capture: Capture) => void }) {
  const t = useTranslate();
  const captures = useUnfiledCaptures() ?? [];
  const cases = useRecentCases() ?? [];
  const thumbnails = usePictures(captures, 'thumbnail');
  if (captures.length === 0) return null;
  return (
    <Card title={t('capture.unfiled')}>
      <CaptureGrid captures={captures} thumbnails={thumbnails} now={now} onOpen={onOpenCapture} />
      <FileInto
        cases={cases}
        onChoose={(caseId) => void Promise.all(captures.map(({ id }) => fileCapture(id, caseId)))}
      />
    </Card>
  );
}
