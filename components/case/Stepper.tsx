import { Check } from 'lucide-react';
import type { Step } from '../../lib/cases/steps.ts';
import { useTranslate } from '../translate.tsx';
import styles from './Stepper.module.css';

/** Where the case stands on its way. The current step differs by shape and weight, not by colour alone. */
export function Stepper({ steps }: { steps: readonly Step[] }) {
  const t = useTranslate();
  return (
    <ol className={styles.steps}>
      {steps.map(({ key, state }) => (
        <li
          key={key}
          className={`${styles.step} ${state === 'todo' ? '' : styles[state]}`}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <span className={styles.dot}>{state === 'done' && <Check aria-hidden="true" />}</span>
          <span className={styles.label}>{t(`step.${key}`)}</span>
        </li>
      ))}
    </ol>
  );
}
