import { Save } from 'lucide-react';
import type { StoreReport } from '../../lib/storage/check/problems.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { lookedAtWords, problemWords, reportText } from './check-words.ts';
import styles from './Storage.module.css';

interface CheckReportProps {
  report: StoreReport;
  /** Hands the report over as a text file. */
  onSave: (text: string) => void;
}

/** A screen of findings; whoever has more reads them in the file. */
const SHOWN = 20;

/** What the check of the store has found: what is affected, and what to do. Nothing was repaired. */
export function CheckReport({ report, onSave }: CheckReportProps) {
  const t = useTranslate();
  const { problems } = report;
  const shown = problems.slice(0, SHOWN);
  return (
    <div className={styles.section}>
      {problems.length === 0 ? (
        <Notice tone="ok" title={t('storeCheck.whole')}>
          {lookedAtWords(t, report)}
        </Notice>
      ) : (
        <Notice tone="error" title={t('storeCheck.found', { count: problems.length })}>
          {t('storeCheck.nothingChanged')}
        </Notice>
      )}
      {shown.length > 0 && (
        <ul className={styles.findings}>
          {shown.map((problem) => (
            <li key={`${problem.code} ${problem.subject}`}>
              {problemWords(t, problem)}
              <p className={styles.muted}>{t(`storeCheck.todo.${problem.code}`)}</p>
            </li>
          ))}
        </ul>
      )}
      {problems.length > SHOWN && (
        <p className={styles.muted}>{t('storeCheck.more', { count: problems.length - SHOWN })}</p>
      )}
      <div className={styles.buttons}>
        <Button icon={<Save aria-hidden="true" />} onClick={() => onSave(reportText(t, report))}>
          {t('storeCheck.save')}
        </Button>
      </div>
    </div>
  );
}
