import { useId } from 'react';
import { useTranslate } from '../translate.tsx';
import styles from './Chooser.module.css';

interface ChooserProps<Value extends string> {
  label: string;
  /** Each value with its words. */
  choices: readonly (readonly [value: Value, words: string])[];
  onChoose: (value: Value) => void;
}

/** A choice that acts at once and stands empty again; nothing when there is nothing to choose. */
export function Chooser<Value extends string>({ label, choices, onChoose }: ChooserProps<Value>) {
  const t = useTranslate();
  const id = useId();
  if (choices.length === 0) return null;
  return (
    <p className={styles.row}>
      <label htmlFor={id}>{label}</label>
      <select id={id} value="" onChange={(event) => onChoose(event.target.value as Value)}>
        <option value="" disabled>
          {t('capture.choose')}
        </option>
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </p>
  );
}
