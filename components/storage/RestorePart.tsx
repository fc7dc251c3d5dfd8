import { FileUp } from 'lucide-react';
import { useRef, useState } from 'react';
import { formatMinute } from '../../lib/i18n/format.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './Storage.module.css';

/** What is in a backup that was read as a whole. */
export interface BackupContents {
  createdAt: number | null;
  cases: number;
  captures: number;
  knownCaptures: number;
  hasSettings: boolean;
  problems: readonly { code: 'cutOff' | 'table' | 'row' | 'log' | 'record' | 'file'; subject: string }[];
}

/** Lets the user choose a backup file. */
export function ChooseBackup({ onChoose }: { onChoose: (file: File) => void }) {
  const t = useTranslate();
  const input = useRef<HTMLInputElement>(null);
  return (
    <div className={styles.section}>
      <p className={styles.muted}>{t('restore.why')}</p>
      <div className={styles.buttons}>
        <Button icon={<FileUp aria-hidden="true" />} onClick={() => input.current?.click()}>
          {t('restore.choose')}
        </Button>
        <input
          ref={input}
          aria-label={t('restore.choose')}
          type="file"
          accept=".zip,application/zip"
          hidden
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) onChoose(file);
            target.value = ''; // The same file can be chosen again.
          }}
        />
      </div>
    </div>
  );
}

interface BackupPreviewProps {
  contents: BackupContents;
  onRestore: (withSettings: boolean) => void;
  onClose: () => void;
}

/** Damage that is listed; a file with more has it in too many places to read. */
const SHOWN = 10;

/** What a backup holds and what of it is damaged, before anything is changed. */
export function BackupPreview({ contents, onRestore, onClose }: BackupPreviewProps) {
  const t = useTranslate();
  const [withSettings, setWithSettings] = useState(false);
  const { createdAt, cases, captures, knownCaptures, hasSettings, problems } = contents;
  const time = createdAt === null ? t('common.notRead') : formatMinute(createdAt);
  return (
    <div className={styles.section}>
      <p>{t('restore.contents', { time, cases, captures })}</p>
      {knownCaptures > 0 && <p className={styles.muted}>{t('restore.known', { count: knownCaptures })}</p>}
      {problems.length === 0 ? (
        <Notice tone="ok">{t('restore.whole')}</Notice>
      ) : (
        <Notice tone="error" title={t('restore.damaged', { count: problems.length })}>
          {t('restore.damagedText')}
        </Notice>
      )}
      {problems.length > 0 && (
        <ul className={styles.findings}>
          {problems.slice(0, SHOWN).map(({ code, subject }) => (
            <li key={`${code} ${subject}`}>{t(`backup.problem.${code}`, { subject })}</li>
          ))}
          {problems.length > SHOWN && <li>{t('restore.moreDamage', { count: problems.length - SHOWN })}</li>}
        </ul>
      )}
      {hasSettings && (
        <label className={styles.check}>
          <input type="checkbox" checked={withSettings} onChange={() => setWithSettings(!withSettings)} />
          <span>{t('restore.settings')}</span>
        </label>
      )}
      <div className={styles.buttons}>
        <Button kind="primary" onClick={() => onRestore(withSettings)}>
          {t('restore.do')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('restore.forget')}
        </Button>
      </div>
    </div>
  );
}

interface RestoreDoneProps {
  counts: { cases: number; changedCases: number; captures: number; knownCaptures: number; files: number };
  onClose: () => void;
}

/** What a restore has done. */
export function RestoreDone({ counts, onClose }: RestoreDoneProps) {
  const t = useTranslate();
  const { cases, changedCases, captures, knownCaptures, files } = counts;
  return (
    <Notice tone="ok" title={t('restore.done')} onDismiss={onClose} dismissLabel={t('job.gotIt')}>
      <p>{t('restore.doneText', { cases, captures })}</p>
      {knownCaptures + changedCases > 0 && (
        <p>{t('restore.doneKnown', { captures: knownCaptures, cases: changedCases })}</p>
      )}
      {files > 0 && <p>{t('restore.doneFiles', { count: files })}</p>}
    </Notice>
  );
}
