import styles from './Form.module.css';

interface ChoicesProps {
  title: string;
  choices: readonly (readonly [id: string, words: string])[];
  chosen: readonly string[];
  onChange: (id: string, isTaken: boolean) => void;
}

/** Things of which any number can be chosen; nothing when there are none. */
export function Choices({ title, choices, chosen, onChange }: ChoicesProps) {
  if (choices.length === 0) return null;
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {choices.map(([id, words]) => (
        <label key={id} className={styles.check}>
          <input
            type="checkbox"
            checked={chosen.includes(id)}
            onChange={(event) => onChange(id, event.target.checked)}
          />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
}
