import { type FormEvent, useId, useState } from 'react';
import type { FilingDraft } from '../../lib/cases/entries/filing.ts';
import { formatIso, type Instant } from '../../lib/shared/time.ts';
import type { Filing } from '../../lib/stages/rules/channels.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './FilingForm.module.css';
import { filingWords } from './words.ts';

/** Notes a filing; what is wrong with it, or null when it is kept. */
export type OnFile = (draft: FilingDraft) => Promise<'time' | 'future' | 'note' | 'gone' | null>;

interface FilingFormProps {
  channel: string;
  filings: readonly [Filing, ...Filing[]];
  /** What speaks against filing here as well; null when nothing does. */
  warning: string | null;
  now: Instant;
  onFile: OnFile;
  onClose: () => void;
}

/** What was handed in here and when. Nothing is sent anywhere. */
export function FilingForm({ channel, filings, warning, now, onFile, onClose }: FilingFormProps) {
  const t = useTranslate();
  const id = useId();
  const [filing, setFiling] = useState<Filing>(filings[0]);
  const [time, setTime] = useState(() => formatIso(now).slice(0, 16));
  const [note, setNote] = useState('');
  const [problem, setProblem] = useState<Awaited<ReturnType<OnFile>>>(null);
  const [isSaving, setSaving] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    setSaving(true);
    void onFile({ channel, filing, time, note }).then((result) => {
      setSaving(false);
      if (result === null) onClose();
      else setProblem(result);
    });
  };
  return (
    <form className={styles.form} onSubmit={save} onKeyDown={({ key }) => key === 'Escape' && onClose()} noValidate>
      {warning && (
        <Notice tone="info" title={t('ways.duplicate')}>
          {warning}
        </Notice>
      )}
      {filings.length > 1 && (
        <fieldset className={styles.kinds}>
          <legend>{t('ways.which')}</legend>
          {filings.map((one) => (
            <label key={one}>
              <input type="radio" name={`${id}kind`} checked={filing === one} onChange={() => setFiling(one)} />
              {filingWords(t, one)}
            </label>
          ))}
        </fieldset>
      )}
      <label htmlFor={`${id}time`}>{t('ways.when')}</label>
      <input
        id={`${id}time`}
        type="datetime-local"
        value={time}
        aria-invalid={problem === 'time' || problem === 'future'}
        aria-describedby={`${id}problem`}
        onChange={({ target }) => setTime(target.value)}
      />
      <label htmlFor={`${id}note`}>{t('ways.note')}</label>
      <textarea id={`${id}note`} rows={2} value={note} onChange={({ target }) => setNote(target.value)} />
      <div id={`${id}problem`}>
        {problem && (
          <p role="alert" className={styles.problem}>
            {t(`ways.problem.${problem}`)}
          </p>
        )}
      </div>
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" disabled={isSaving}>
          {t('ways.save')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
      <p className={styles.hint}>{t(filing === null ? 'ways.onRecord' : 'ways.follows')}</p>
    </form>
  );
}
