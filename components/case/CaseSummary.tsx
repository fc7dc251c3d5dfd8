import type { CaseView } from '../../lib/cases/view.ts';
import { formatShort, timeLeftWords } from '../../lib/i18n/format.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { Instant } from '../../lib/shared/time.ts';
import type { Deadline } from '../../lib/stages/index.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { Chip } from '../ui/Chip.tsx';
import styles from './CaseSummary.module.css';
import { caseWords, stageWords } from './words.ts';

/** A case in three lines: what, where it stands, until when. `bare` leaves out the card around it. */
export function CaseSummary({ view, now, bare = false }: { view: CaseView; now: Instant; bare?: boolean }) {
  const t = useTranslate();
  const { title, subject } = caseWords(t, view.case);
  const Title = bare ? 'span' : 'h1';
  const content = (
    <span className={styles.summary}>
      <Title className={styles.title}>{title}</Title>
      <span className={styles.subject}>
        {subject} · {stageWords(t, view.status)}
      </span>
      {view.deadline && (
        <span className={styles.due}>
          <Chip tone={view.turn === 'yours' ? 'warn' : 'line'}>
            {turnWords(t, view)} · {leftWords(t, view.deadline, now)}
          </Chip>
          <span className={styles.time}>{formatShort(view.deadline.due, now)}</span>
        </span>
      )}
    </span>
  );
  return bare ? content : <Card>{content}</Card>;
}

function turnWords(t: Translate, { turn, status }: CaseView): string {
  if (turn === 'yours') return t('turn.yoursShort');
  return turn === 'theirs' ? t('turn.theirsShort', { who: t(`owner.${status.owner}`) }) : t('cases.deadline');
}

/** `3 天 4 小时`, `4 小时 12 分`, `12 分钟`, or that the date has come, which is not always overdue. */
export function leftWords(t: Translate, { due, overdue }: Deadline, now: Instant): string {
  if (overdue) return t('now.overdue');
  return now < due ? timeLeftWords(t, due, now) : t('now.passed');
}
