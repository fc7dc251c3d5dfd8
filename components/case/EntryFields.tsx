import { useEffect, useId, useRef, useState } from 'react';
import {
  choicesNow,
  ENTRY_CHOICE_NAMES,
  ENTRY_CHOICES,
  ENTRY_GROUPS,
  type EntryChoice,
} from '../../lib/cases/entries/entry-choices.ts';
import type { Case } from '../../lib/cases/types.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { CHANNELS } from '../../lib/stages/rules/channels.ts';
import { useTranslate } from '../translate.tsx';
import styles from '../ui/Form.module.css';
import { useLocalText } from './local-text.ts';

interface ChoiceFieldProps {
  known: Case;
  now: Instant;
  value: EntryChoice | '';
  onChange: (choice: EntryChoice | '') => void;
}

/** What can have happened by now, in groups; everything else is one tick away, because people note things late. */
export function ChoiceField({ known, now, value, onChange }: ChoiceFieldProps) {
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

/** The way by which it was done, when it was done by one that the rules know. */
export function ChannelField({ value, onChange }: { value: string; onChange: (channel: string) => void }) {
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
