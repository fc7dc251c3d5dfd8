import type { CaseEvidenceLimit } from '../../lib/cases/checklist/evidence-limit.ts';
import type { Case } from '../../lib/cases/types.ts';
import { formatMinute } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { describeSources } from '../../lib/stages/rules/describe.ts';
import { Countdown } from '../case/Countdown.tsx';
import { useLocalText } from '../case/local-text.ts';
import { basisWords } from '../case/words.ts';
import { useTranslate } from '../translate.tsx';
import styles from './EvidenceLimit.module.css';

/** Until when the proof has to be there; without the time from which it counts, that it cannot be said. */
export function EvidenceLimit({ known, found, now }: { known: Case; found: CaseEvidenceLimit; now: Instant }) {
  const t = useTranslate();
  const local = useLocalText();
  const { row, limit, deadline } = found;
  const length = t(limit.duration.unit === 'h' ? 'dispute.hours' : 'dispute.days', { count: limit.duration.amount });
  const since = t(`limitSince.${limit.since}`, { length });
  const source = deadline ? local(deadline.source) : local(describeSources(row.sources, row.confidence));
  return (
    <div className={`${styles.limit} ${deadline?.overdue ? styles.overdue : ''}`}>
      {deadline &&
        (deadline.overdue ? <strong>{t('now.overdue')}</strong> : <Countdown until={deadline.due} now={now} />)}
      <p>
        {deadline
          ? t('now.before', { time: formatMinute(deadline.due), action: local(limit.action) })
          : t('dispute.limit', { since, action: local(limit.action) })}
      </p>
      {!deadline && <p>{t(`limitUnknown.${limit.since}`)}</p>}
      <p className={styles.source}>{t('now.consequence', { text: local(limit.onTimeout) })}</p>
      <p className={styles.source}>
        {[...(deadline ? [since, basisWords(t, known, deadline)] : []), source].join(' · ')}
      </p>
    </div>
  );
}
