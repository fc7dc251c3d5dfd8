import { useId } from 'react';
import type { QuietHours } from '../../lib/reminders/types.ts';
import { useTranslate } from '../translate.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import styles from './QuietChoice.module.css';

/** Hours without notifications. A time that is only half typed changes nothing. */
export function QuietChoice({ quiet, onChange }: { quiet: QuietHours; onChange: (quiet: QuietHours) => void }) {
  const t = useTranslate();
  const id = useId();
  return (
    <div>
      <Toggle
        label={t('reminderSettings.quiet')}
        why={t('reminderSettings.quietWhy')}
        checked={quiet.on}
        onChange={(on) => onChange({ ...quiet, on })}
      />
      {quiet.on && (
        <div className={styles.times}>
          {(['from', 'to'] as const).map((end) => (
            <span key={end}>
              <label htmlFor={`${id}-${end}`}>
                {t(end === 'from' ? 'reminderSettings.quietFrom' : 'reminderSettings.quietTo')}
              </label>{' '}
              <input
                id={`${id}-${end}`}
                type="time"
                required
                value={quiet[end]}
                onChange={({ target }) => target.value && onChange({ ...quiet, [end]: target.value })}
              />
            </span>
          ))}
        </div>
      )}
    </div>
  );
}
