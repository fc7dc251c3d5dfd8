import { Check } from 'lucide-react';
import type { Step } from '../../lib/cases/steps.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import { useTranslate } from '../translate.tsx';
import styles from './Stepper.module.css';

/** Where the case stands on its way. The current step differs by shape and weight, not by colour alone. */
export function Stepper({ steps }: { steps: readonly Step[] }) {
  const t = useTranslate();
  return (
    <ol className={styles.steps} aria-label={progressWords(t, steps)}>
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

/** `进度：第 2 步，共 5 步，卖家处理`; the last step when all are done. */
function progressWords(t: Translate, steps: readonly Step[]): string {
  const now = steps.findIndex(({ state }) => state === 'now');
  const index = now < 0 ? steps.length - 1 : now;
  const step = steps[index];
  return step ? t('step.progress', { now: index + 1, total: steps.length, name: t(`step.${step.key}`) }) : '';
}
