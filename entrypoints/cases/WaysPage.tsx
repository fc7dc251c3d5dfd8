import { ArrowLeft } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { CaseHeader } from '../../components/case/CaseHeader.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { useCase } from '../../lib/live/use-case.ts';
import type { Instant } from '../../lib/shared/time.ts';
import styles from './App.module.css';

/** Loaded when it is opened: the channels in two languages are more text than the rest of the page. */
const Ways = lazy(() => import('../../lib/live/Ways.tsx'));

/** Every way out of one case. */
export function WaysPage({ caseId, now }: { caseId: string; now: Instant }) {
  const t = useTranslate();
  const known = useCase(caseId);
  return (
    <>
      <p>
        <a className={styles.back} href={`#case=${caseId}`}>
          <ArrowLeft aria-hidden="true" /> {t('common.back')}
        </a>
      </p>
      {known === null && <p className={styles.empty}>{t('cases.emptySearch')}</p>}
      {known && (
        <>
          <CaseHeader known={known} />
          <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
            <Ways shown={{ known, stored: true }} tabId={null} now={now} />
          </Suspense>
        </>
      )}
    </>
  );
}
