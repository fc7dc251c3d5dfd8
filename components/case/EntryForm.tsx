import { type FormEvent, useId, useState } from 'react';
import { draftOf, type EntryDraft, type EntryProblem, parseEntry } from '../../lib/cases/entries/entry-input.ts';
import type { Case, CaseEntry } from '../../lib/cases/types.ts';
import { errorCodeOf } from '../../lib/shared/errors.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from '../ui/Form.module.css';
import { Notice } from '../ui/Notice.tsx';
import { ChannelField, ChoiceField } from './EntryFields.tsx';

interface EntryFormProps {
  known: Case;
  /** The entry to change; null for a new one. */
  entry: CaseEntry | null;
  now: Instant;
  /** Keeps the entry; the form stays, with what was typed, when that fails. */
  onKeep: (entry: CaseEntry) => Promise<void>;
  onClose: () => void;
}

type Answer = { problem: EntryProblem } | { failure: ReturnType<typeof errorCodeOf> } | 'saving' | null;

/** What happened, when, by which way, and a note: for what no page of the marketplace shows. */
export function EntryForm({ known, entry, now, onKeep, onClose }: EntryFormProps) {
  const t = useTranslate();
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(entry, now));
  const [answer, setAnswer] = useState<Answer>(null);
  const change = (part: Partial<EntryDraft>) => {
    setDraft({ ...draft, ...part });
    setAnswer(null);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    const parsed = parseEntry(draft, { id: entry?.id ?? crypto.randomUUID(), now: Date.now(), known });
    if ('problem' in parsed) return setAnswer(parsed);
    setAnswer('saving');
    onKeep(parsed.entry).then(onClose, (error: unknown) => setAnswer({ failure: errorCodeOf(error) }));
  };
  const problem = answer && typeof answer === 'object' && 'problem' in answer ? answer.problem : null;
  return (
    <form
      className={styles.form}
      onSubmit={save}
      onKeyDown={({ key }) => key === 'Escape' && onClose()}
      noValidate
      aria-label={t('entry.add')}
    >
      <ChoiceField known={known} now={now} value={draft.choice} onChange={(choice) => change({ choice })} />
      <div className={styles.field}>
        <label htmlFor={`${id}at`}>{t('entry.when')}</label>
        <input id={`${id}at`} type="datetime-local" value={draft.at} onChange={(e) => change({ at: e.target.value })} />
      </div>
      <ChannelField value={draft.channel} onChange={(channel) => change({ channel })} />
      <div className={styles.field}>
        <label htmlFor={`${id}note`}>{t('entry.note')}</label>
        <textarea
          id={`${id}note`}
          rows={3}
          aria-describedby={`${id}hint`}
          value={draft.note}
          onChange={(e) => change({ note: e.target.value })}
        />
        <p id={`${id}hint`} className={styles.hint}>
          {t('entry.noteHint')}
        </p>
      </div>
      {problem && (
        <p role="alert" className={styles.problem}>
          {t(`entry.problem.${problem}`)}
        </p>
      )}
      {answer && typeof answer === 'object' && 'failure' in answer && (
        <Notice tone="error">{t(`error.${answer.failure}`)}</Notice>
      )}
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" disabled={answer === 'saving'}>
          {t('entry.save')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('common.cancel')}
        </Button>
      </div>
    </form>
  );
}
