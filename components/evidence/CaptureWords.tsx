import { type FormEvent, useId, useState } from 'react';
import type { Capture } from '../../lib/evidence/types.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './OwnFileViewer.module.css';

/** What the user says of a capture. */
export type CaptureSaid = Pick<Capture, 'purpose' | 'note'>;

interface CaptureWordsProps {
  capture: CaptureSaid;
  onDescribe: (said: CaptureSaid) => Promise<void>;
}

const MAX_WORDS = 500;

/** What a capture is to prove, for the catalogue of the bundle, and a note that stays with the user. */
export function CaptureWords({ capture, onDescribe }: CaptureWordsProps) {
  const t = useTranslate();
  const [said, setSaid] = useState<CaptureSaid>({ purpose: capture.purpose, note: capture.note });
  const [saved, setSaved] = useState(false);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void onDescribe({ purpose: said.purpose.trim(), note: said.note.trim() }).then(() => setSaved(true));
  };
  return (
    <form className={styles.words} onSubmit={save} onChange={() => setSaved(false)}>
      <Words label={t('capture.purpose')} value={said.purpose} onChange={(purpose) => setSaid({ ...said, purpose })} />
      <Words label={t('capture.note')} value={said.note} onChange={(note) => setSaid({ ...said, note })} />
      <div className={styles.said}>
        <Button type="submit">{t('ownFile.keepWords')}</Button>
        <span role="status">{saved && t('ownFile.wordsKept')}</span>
      </div>
    </form>
  );
}

function Words({ label, value, onChange }: { label: string; value: string; onChange: (words: string) => void }) {
  const id = useId();
  return (
    <>
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={2}
        maxLength={MAX_WORDS}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </>
  );
}
