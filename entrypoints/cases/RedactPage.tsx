import { lazy, Suspense, useEffect, useRef } from 'react';
import { useTranslate } from '../../components/translate.tsx';
import styles from './App.module.css';

/** Loaded when it is opened: few open it, and it brings the rules and the painter. */
const Redact = lazy(() => import('../../lib/live/Redact.tsx'));

/** Covering personal data in one capture, with room for its pictures. */
export function RedactPage({ captureId }: { captureId: string }) {
  const t = useTranslate();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const toCase = (caseId: string | null) => {
    location.hash = caseId === null ? '#list' : `#case=${caseId}`;
  };
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {t('redaction.title')}
      </h1>
      <p className={styles.muted}>{t('redaction.purpose')}</p>
      <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
        <Redact captureId={captureId} onDone={toCase} />
      </Suspense>
    </>
  );
}
