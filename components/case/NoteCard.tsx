import { useId, useRef, useState } from 'react';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import styles from './NoteCard.module.css';

interface NoteCardProps {
  note: string;
  /** Keeps what stands in the field now; it is called again when more was typed meanwhile. */
  onSave: (note: string) => Promise<void>;
}

type Saving = 'idle' | 'saving' | 'saved' | 'failed';

/**
 * The user's own notes, kept with every change: one write at a time, and the newest words when that is done. What is being
 * typed is never replaced by what comes from the store.
 */
export function NoteCard({ note, onSave }: NoteCardProps) {
  const t = useTranslate();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [saving, setSaving] = useState<Saving>('idle');
  const latest = useRef<string | null>(null);
  const isBusy = useRef(false);
  const save = async () => {
    if (isBusy.current) return;
    isBusy.current = true;
    setSaving('saving');
    try {
      for (let kept: string | null = null; kept !== latest.current; ) {
        kept = latest.current;
        if (kept !== null) await onSave(kept);
      }
      setSaving('saved');
    } catch {
      setSaving('failed'); // The words are still in the field; the next change tries again.
    } finally {
      isBusy.current = false;
    }
  };
  const change = (text: string) => {
    setTyped(text);
    latest.current = text;
    void save();
  };
  const leave = () => {
    if (saving === 'saved') setTyped(null);
  };
  return (
    <Card title={t('caseNote.title')} aside={saving === 'saving' || saving === 'saved' ? t(`caseNote.${saving}`) : ''}>
      <textarea
        id={id}
        className={styles.note}
        rows={4}
        maxLength={MAX_LENGTH}
        aria-label={t('caseNote.title')}
        aria-describedby={`${id}hint`}
        placeholder={t('caseNote.placeholder')}
        value={typed ?? note}
        onChange={(event) => change(event.target.value)}
        onBlur={leave}
      />
      <p id={`${id}hint`} className={styles.hint}>
        {t('caseNote.hint')}
      </p>
      {saving === 'failed' && (
        <p role="alert" className={styles.failed}>
          {t('caseNote.failed')}
        </p>
      )}
    </Card>
  );
}

const MAX_LENGTH = 50_000;
