import { ArrowLeft } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { CaseHeader } from '../../components/case/CaseHeader.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Button } from '../../components/ui/Button.tsx';
import type { ShownCase } from '../../lib/live/use-case.ts';
import type { Instant } from '../../lib/shared/time.ts';

/** Loaded when it is opened: the channels in two languages are more text than the rest of the panel. */
const Ways = lazy(() => import('../../lib/live/Ways.tsx'));

interface WaysPartProps {
  shown: ShownCase;
  tabId: number;
  now: Instant;
  onClose: () => void;
}

/** Every way out of the case on this tab, in place of the case. */
export function WaysPart({ shown, tabId, now, onClose }: WaysPartProps) {
  const t = useTranslate();
  return (
    <>
      <div>
        <Button kind="quiet" icon={<ArrowLeft aria-hidden="true" />} onClick={onClose}>
          {t('common.back')}
        </Button>
      </div>
      <CaseHeader known={shown.known} />
      <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
        <Ways shown={shown} tabId={tabId} now={now} />
      </Suspense>
    </>
  );
}
