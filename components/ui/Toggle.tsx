import { useId } from 'react';
import styles from './Toggle.module.css';

interface ToggleProps {
  label: string;
  /** What it means, for those who are not sure. */
  why?: string;
  checked: boolean;
  onChange: (checked: boolean) => void;
}

/** A choice that acts at once, with one sentence of why. */
export function Toggle({ label, why, checked, onChange }: ToggleProps) {
  const id = useId();
  return (
    <div className={styles.toggle}>
      <label>
        <input
          type="checkbox"
          checked={checked}
          aria-describedby={why ? id : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{label}</span>
      </label>
      {why && (
        <p id={id} className={styles.why}>
          {why}
        </p>
      )}
    </div>
  );
}
