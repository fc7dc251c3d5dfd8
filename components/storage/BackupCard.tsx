import { Archive } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatBytes } from '../../lib/i18n/format.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './Storage.module.css';

/** A backup that was written and read back. */
export interface FinishedBackup {
  file: { size: number };
  fileName: string;
  cases: number;
  captures: number;
  unreadable: readonly string[];
  oddRows: readonly string[];
}

interface BackupCardProps {
  isRunning: boolean;
  onBackUp: () => void;
  /** Progress and outcome of the backup. */
  outcome: ReactNode;
  /** Restoring. */
  children: ReactNode;
}

/** Everything into one file, and back. */
export function BackupCard({ isRunning, onBackUp, outcome, children }: BackupCardProps) {
  const t = useTranslate();
  return (
    <Card title={t('backup.title')}>
      <div className={styles.section}>
        <p>{t('backup.why')}</p>
        <p className={styles.muted}>{t('backup.private')}</p>
        {!isRunning && (
          <div className={styles.buttons}>
            <Button icon={<Archive aria-hidden="true" />} onClick={onBackUp}>
              {t('backup.do')}
            </Button>
          </div>
        )}
        {outcome}
        <h3>{t('restore.title')}</h3>
        {children}
      </div>
    </Card>
  );
}

/** The backup is in the downloads; what could not go into it is said. */
export function BackupDone({ backup }: { backup: FinishedBackup }) {
  const t = useTranslate();
  const { file, fileName, cases, captures, unreadable, oddRows } = backup;
  return (
    <>
      <Notice tone="ok" title={t('backup.done')}>
        <p>{t('backup.doneText', { name: fileName, cases, captures, size: formatBytes(file.size) })}</p>
        <p>{t('backup.after')}</p>
      </Notice>
      {unreadable.length > 0 && <Notice tone="error">{t('backup.unreadable', { count: unreadable.length })}</Notice>}
      {oddRows.length > 0 && <Notice tone="error">{t('backup.oddRows', { count: oddRows.length })}</Notice>}
    </>
  );
}
