import { formatMinute } from '../../lib/i18n/format.ts';
import type { StampRow } from '../../lib/stamps/types.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './StampSection.module.css';

/** How far the stamps are: how many there are, the last one, and what waits or was given up, with the reason. */
export function StampQueue({ rows, on, onRetry }: { rows: readonly StampRow[]; on: boolean; onRetry: () => void }) {
  const t = useTranslate();
  const stamps = rows.flatMap(({ stamp }) => stamp ?? []);
  const open = on ? rows.filter(({ state }) => state !== 'stamped') : [];
  const last = Math.max(...stamps.map(({ genTime }) => genTime));
  return (
    <div className={styles.queue} role="status">
      {stamps.length > 0 && <p>{t('stampSettings.stamped', { count: stamps.length, time: formatMinute(last) })}</p>}
      {open.map(({ id, state, service, reason }) => (
        <p key={id}>
          {t(state === 'failed' ? 'stampSettings.failed' : 'stampSettings.waiting', { name: service.name })}
          {reason && ` ${t(`sealReason.${reason}`)}`}
        </p>
      ))}
      {open.some(({ reason }) => reason !== null) && <Button onClick={onRetry}>{t('stampSettings.retry')}</Button>}
    </div>
  );
}
