import type { CaseView } from '../../lib/cases/view.ts';
import { formatMinute, formatShort } from '../../lib/i18n/format.ts';
import { HOUR_MS, type Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Chip } from '../ui/Chip.tsx';
import { leftWords } from './CaseSummary.tsx';
import styles from './CaseTable.module.css';
import { basisWords, caseWords, stageWords } from './words.ts';

const HOT_MS = 24 * HOUR_MS;

interface CaseRowProps {
  view: CaseView;
  captures: number;
  now: Instant;
  /** Of the row among all rows, when not all are there. */
  index?: number;
  ref?: React.Ref<HTMLTableRowElement>;
}

/** One case of the working list. */
export function CaseRow({ view, captures, now, index, ref }: CaseRowProps) {
  const t = useTranslate();
  const { status, turn } = view;
  const words = caseWords(t, view.case);
  const place = index === undefined ? {} : { 'data-index': index, 'aria-rowindex': index + 2 };
  return (
    <tr ref={ref} className={isHot(view, now) ? styles.hot : undefined} {...place}>
      <td className={styles.number}>
        <DeadlineCell view={view} now={now} />
      </td>
      <td>{turn === 'yours' ? t('cases.you') : t(`owner.${status.owner}`)}</td>
      <td>{stageWords(t, status)}</td>
      <td className={styles.subject}>
        <a href={`#case=${view.case.id}`} aria-label={t('cases.openCase', { title: words.title })}>
          {words.title}
        </a>
        <div className={styles.small}>{words.subject}</div>
      </td>
      <td className={styles.number}>{words.amount ?? '—'}</td>
      <td>
        <Chip tone={captures > 0 ? 'brand' : 'line'}>{t('cases.items', { count: captures })}</Chip>
      </td>
      <td className={`${styles.number} ${styles.small}`}>{formatShort(view.case.seenAt, now)}</td>
    </tr>
  );
}

function DeadlineCell({ view: { deadline, case: known }, now }: { view: CaseView; now: Instant }) {
  const t = useTranslate();
  if (!deadline) return '—';
  return (
    <>
      <strong>{leftWords(t, deadline, now)}</strong>
      <div className={styles.small}>
        {formatMinute(deadline.due)} · {basisWords(t, known, deadline)}
      </div>
    </>
  );
}

function isHot({ turn, deadline }: CaseView, now: Instant): boolean {
  return turn === 'yours' && deadline !== null && !deadline.overdue && deadline.due - now < HOT_MS;
}
