import { timeLeft } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import styles from './Countdown.module.css';

/** The time left, large. It ticks for the eye; a screen reader hears the sentence when it asks, not every minute. */
export function Countdown({ until, now }: { until: Instant; now: Instant }) {
  const t = useTranslate();
  const left = timeLeft(until, now);
  const two = (value: number) => String(value).padStart(2, '0');
  return (
    <p className={styles.count} role="timer" aria-live="off" aria-label={t('now.left', { ...left })}>
      <span aria-hidden="true">
        {left.days > 0 && (
          <>
            {left.days}
            <small>{t('now.days')}</small>
          </>
        )}
        {two(left.hours)}
        <small>{t('now.hours')}</small>
        {two(left.minutes)}
        <small>{t('now.minutes')}</small>
      </span>
    </p>
  );
}
