import { Check, Circle } from 'lucide-react';
import type { ChecklistItem } from '../../lib/cases/checklist.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import styles from './Checklist.module.css';

interface ChecklistProps {
  items: readonly ChecklistItem[];
  now: Instant;
  /** Opens a page where a missing item can be captured. */
  onOpen: (url: string) => void;
}

/** What a complaint needs, what is there, what is missing and where to get it. */
export function Checklist({ items, now, onOpen }: ChecklistProps) {
  const t = useTranslate();
  return (
    <ul className={styles.list}>
      {items.map((item) => {
        const { key, capture, url } = item;
        const name =
          key === 'chat' && capture ? t('checklist.chatCount', { count: capture.messageCount }) : t(`checklist.${key}`);
        return (
          <li key={key} className={capture ? styles.covered : styles.missing}>
            {capture ? (
              <Check role="img" aria-label={t('checklist.covered')} />
            ) : (
              <Circle role="img" aria-label={t('checklist.missing')} />
            )}
            <span className={styles.name}>
              {name}
              {key === 'licence' && !capture && <span className={styles.hint}>{t('checklist.licenceHint')}</span>}
            </span>
            {capture && <span className={styles.time}>{formatShort(capture.takenAt, now)}</span>}
            {!capture && url && (
              <button type="button" className={styles.open} onClick={() => onOpen(url)}>
                {t('checklist.open')}
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
