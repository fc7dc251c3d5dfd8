import { ArrowRight } from 'lucide-react';
import type { Note } from '../../lib/stages/index.ts';
import type { Rung } from '../../lib/stages/ways/types.ts';
import { useLocalSentence, useLocalText } from '../case/local-text.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import styles from './WaysCard.module.css';

interface WaysCardProps {
  ladder: readonly Rung[];
  warnings: readonly Note[];
  onOpen: () => void;
}

/** The steps of the ladder that are to be done now, and the way to all others. */
export function WaysCard({ ladder, warnings, onOpen }: WaysCardProps) {
  const t = useTranslate();
  const local = useLocalText();
  const sentence = useLocalSentence();
  return (
    <Card title={t('ways.card')}>
      <div className={styles.body}>
        {warnings.map(({ id, text }) => (
          <p key={id} className={styles.warning}>
            {local(text)}
          </p>
        ))}
        <ul className={styles.list}>
          {ladder
            .filter(({ state }) => state === 'now')
            .map(({ id, title, reason }) => (
              <li key={id}>
                <strong>{t('ways.now', { what: sentence(title) })}</strong>
                <span className={styles.reason}>{local(reason)}</span>
              </li>
            ))}
        </ul>
        <Button icon={<ArrowRight aria-hidden="true" />} onClick={onOpen}>
          {t('ways.open')}
        </Button>
      </div>
    </Card>
  );
}
