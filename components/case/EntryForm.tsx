import { type FormEvent, useEffect, useId, useRef, useState } from 'react';
import {
  choicesNow,
  ENTRY_CHOICE_NAMES,
  ENTRY_CHOICES,
  ENTRY_GROUPS,
  type EntryChoice,
} from '../../lib/cases/entry-choices.ts';
import { draftOf, type EntryDraft, type EntryProblem, parseEntry } from '../../lib/cases/entry-input.ts';
import type { Case, CaseEntry } from '../../lib/cases/types.ts';
import { errorCodeOf } from '../../lib/shared/errors.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { CHANNELS } from '../../lib/stages/rules/channels.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from '../ui/Form.module.css';
import { Notice } from '../ui/Notice.tsx';
import { useLocalText } from './local-text.ts';

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

interface ChoiceFieldProps {
  known: Case;
  now: Instant;
  value: EntryChoice | '';
  onChange: (choice: EntryChoice | '') => void;
}

/** What can have happened by now, in groups; everything else is one tick away, because people note things late. */
function ChoiceField({ known, now, value, onChange }: ChoiceFieldProps) {
  const t = useTranslate();
  const id = useId();
  const select = useRef<HTMLSelectElement>(null);
  const [fitting] = useState(() => choicesNow(known, now));
  const [all, setAll] = useState(value !== '' && !fitting.includes(value));
  useEffect(() => select.current?.focus(), []);
  const offered = all
    ? ENTRY_CHOICE_NAMES
    : ENTRY_CHOICE_NAMES.filter((name) => fitting.includes(name) || name === value);
  const ofGroup = (group: (typeof ENTRY_GROUPS)[number]) =>
    offered.filter((name) => ENTRY_CHOICES[name].group === group);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('entry.what')}</label>
      <select ref={select} id={id} value={value} onChange={(e) => onChange(e.target.value as EntryChoice | '')}>
        <option value="">{t('capture.choose')}</option>
        {ENTRY_GROUPS.filter((group) => ofGroup(group).length > 0).map((group) => (
          <optgroup key={group} label={t(`entry.group.${group}`)}>
            {ofGroup(group).map((name) => (
              <option key={name} value={name}>
                {t(`entry.choice.${name}`)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <label className={styles.check}>
        <input type="checkbox" checked={all} onChange={(e) => setAll(e.target.checked)} />
        <span className={styles.hint}>{t('entry.all')}</span>
      </label>
    </div>
  );
}

function ChannelField({ value, onChange }: { value: string; onChange: (channel: string) => void }) {
  const t = useTranslate();
  const local = useLocalText();
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{t('entry.channel')}</label>
      <select id={id} value={value} onChange={(e) => onChange(e.target.value)}>
        <option value="">{t('entry.noChannel')}</option>
        {CHANNELS.map((channel) => (
          <option key={channel.id} value={channel.id}>
            {local(channel.name)}
          </option>
        ))}
      </select>
    </div>
  );
}
