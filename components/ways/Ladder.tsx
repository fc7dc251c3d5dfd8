import type { Rung } from '../../lib/stages/ways/types.ts';
import { useLocalSentence, useLocalText } from '../case/local-text.ts';
import { useTranslate } from '../translate.tsx';
import { Chip } from '../ui/Chip.tsx';
import styles from './Ladder.module.css';

const TONES = { done: 'line', now: 'brand', later: 'line', closed: 'line', unneeded: 'line' } as const;

/** The suggested order of the ways out, with the reason for where each step stands. */
export function Ladder({ ladder }: { ladder: readonly Rung[] }) {
  const t = useTranslate();
  const local = useLocalText();
  const sentence = useLocalSentence();
  return (
    <ol className={styles.ladder}>
      {ladder.map(({ id, title, state, reason }) => (
        <li
          key={id}
          className={state === 'now' ? styles.now : undefined}
          aria-current={state === 'now' ? 'step' : undefined}
        >
          <div className={styles.head}>
            <strong className={styles.title}>{sentence(title)}</strong>
            <Chip tone={TONES[state]}>{t(`ways.rung.${state}`)}</Chip>
          </div>
          <p className={styles.reason}>{local(reason)}</p>
        </li>
      ))}
    </ol>
  );
}
