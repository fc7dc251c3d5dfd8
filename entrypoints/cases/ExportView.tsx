import { ArrowLeft } from 'lucide-react';
import { ExportPanel } from '../../components/bundle/ExportPanel.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { useExport } from '../../lib/live/use-export.ts';
import type { Instant } from '../../lib/shared/time.ts';
import styles from './App.module.css';

/** The export of one case, with room to read. */
export function ExportView({ caseId, now }: { caseId: string; now: Instant }) {
  const t = useTranslate();
  const toCase = () => {
    location.hash = `#case=${caseId}`;
  };
  const { choose, start, ...state } = useExport(caseId, toCase);
  return (
    <div className={styles.narrow}>
      <p>
        <a className={styles.back} href={`#case=${caseId}`}>
          <ArrowLeft aria-hidden="true" /> {t('common.back')}
        </a>
      </p>
      <h1>{t('export.title')}</h1>
      <p className={styles.muted}>{t('export.purpose')}</p>
      <ExportPanel {...state} now={now} onChooseCase={choose} onStart={start} />
    </div>
  );
}
