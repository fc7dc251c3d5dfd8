import type { Visit } from '../../lib/cases/types.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import styles from './History.module.css';

/** What the pages said at each visit that showed something new; newest first. */
export function History({ visits, now }: { visits: readonly Visit[]; now: Instant }) {
  const t = useTranslate();
  return (
    <Card title={t('cases.history')}>
      {visits.length === 0 && <p className={styles.muted}>{t('cases.historyEmpty')}</p>}
      <ol className={styles.list}>
        {visits.toReversed().map(({ id, firstSeenAt, reading }) => (
          <li key={id}>
            <span className={styles.time}>{formatShort(firstSeenAt, now)}</span>
            <span>
              {t(`pageKind.${reading.pageKind ?? 'other'}`)}
              {' · '}
              {reading.facts.refundStatus ?? reading.facts.orderStatus ?? t('common.notRead')}
              {reading.facts.countdown && <span className={styles.muted}> · {reading.facts.countdown.text}</span>}
            </span>
          </li>
        ))}
      </ol>
    </Card>
  );
}
