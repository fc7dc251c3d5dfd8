import { useId } from 'react';
import type { ChatChoice, ChatPast, ChatReach } from '../../lib/evidence/chat/choice.ts';
import { formatMinute } from '../../lib/i18n/format.ts';
import { parseIso } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import form from '../ui/Form.module.css';
import styles from './ChatChoiceForm.module.css';

interface ChatChoiceFormProps {
  choice: ChatChoice;
  /** What earlier captures of this conversation hold; null when there are none. */
  past: ChatPast | null;
  onChange: (choice: ChatChoice) => void;
}

/** How much of a conversation is to be captured. Everything, unless the user wants less. */
export function ChatChoiceForm({ choice, past, onChange }: ChatChoiceFormProps) {
  const t = useTranslate();
  const name = useId();
  const reaches: [ChatReach, string][] = [
    ['all', t('chatChoice.all')],
    ['day', t('chatChoice.day')],
    ...(past ? [['new', t('chatChoice.new', { time: minuteOf(past.newest) })] as [ChatReach, string]] : []),
    ...(past && !past.reachedStart
      ? [['older', t('chatChoice.older', { time: minuteOf(past.oldest) })] as [ChatReach, string]]
      : []),
  ];
  return (
    <details className={styles.choice} open={past !== null}>
      <summary>{t('chatChoice.title')}</summary>
      <div className={form.form}>
        <fieldset className={form.group}>
          <legend>{t('chatChoice.reach')}</legend>
          {reaches.map(([reach, words]) => (
            <label key={reach} className={form.check}>
              <input
                type="radio"
                name={name}
                checked={choice.reach === reach}
                onChange={() => onChange({ ...choice, reach })}
              />
              <span>{words}</span>
            </label>
          ))}
        </fieldset>
        {choice.reach === 'day' && <DayField day={choice.day} onChange={(day) => onChange({ ...choice, day })} />}
        <label className={form.check}>
          <input
            type="checkbox"
            checked={choice.everyScreen}
            onChange={(event) => onChange({ ...choice, everyScreen: event.target.checked })}
          />
          <span>
            {t('chatChoice.everyScreen')}
            <span className={styles.hint}>{t('chatChoice.everyScreenHint')}</span>
          </span>
        </label>
      </div>
    </details>
  );
}

function DayField({ day, onChange }: { day: string; onChange: (day: string) => void }) {
  const t = useTranslate();
  const id = useId();
  return (
    <p className={form.field}>
      <label htmlFor={id}>{t('chatChoice.dayLabel')}</label>
      <input id={id} type="date" value={day} onChange={(event) => onChange(event.target.value)} />
    </p>
  );
}

function minuteOf(iso: string): string {
  const instant = parseIso(iso);
  return instant === null ? iso : formatMinute(instant);
}
