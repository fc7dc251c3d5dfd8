import type { ReactNode } from 'react';
import type { CaseView } from '../../lib/cases/view.ts';
import { formatMinute, formatShort } from '../../lib/i18n/format.ts';
import { HOUR_MS, type Instant } from '../../lib/shared/time.ts';
import type { Deadline } from '../../lib/stages/index.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { Chip } from '../ui/Chip.tsx';
import { Countdown } from './Countdown.tsx';
import { useLocalSentence, useLocalText } from './local-text.ts';
import styles from './NowCard.module.css';
import { basisWords, stageWords } from './words.ts';

const URGENT_MS = 24 * HOUR_MS;

interface NowCardProps {
  view: CaseView;
  now: Instant;
  /** What is said under the deadline about reminders of it. */
  reminder?: ReactNode;
}

/** Whose turn it is, until when, how we know, and what happens when it passes. */
export function NowCard({ view, now, reminder }: NowCardProps) {
  const t = useTranslate();
  const { status, deadline, turn } = view;
  const who = t(`owner.${status.owner}`);
  const urgent = turn === 'yours' && deadline !== null && deadline.due - now < URGENT_MS;
  return (
    <Card
      title={turn === 'theirs' ? t('turn.theirs', { who }) : t(`turn.${turn}`)}
      aside={<Chip tone={turn === 'yours' ? 'warn' : 'brand'}>{stageWords(t, status)}</Chip>}
      tone={urgent ? 'urgent' : turn === 'yours' ? 'yours' : 'plain'}
    >
      {deadline ? (
        <DeadlineBlock deadline={deadline} view={view} now={now} />
      ) : (
        <p className={styles.muted}>{t('now.noDeadline')}</p>
      )}
      {reminder}
    </Card>
  );
}

function DeadlineBlock({ deadline, view, now }: { deadline: Deadline; view: CaseView; now: Instant }) {
  const t = useTranslate();
  const local = useLocalText();
  const sentence = useLocalSentence();
  const time = formatMinute(deadline.due);
  return (
    <div className={styles.block}>
      <TimeLeft deadline={deadline} now={now} />
      <p>{t('now.before', { time, action: local(deadline.action) })}</p>
      <p className={styles.muted}>{t('now.consequence', { text: local(deadline.onTimeout) })}</p>
      <p className={styles.muted}>{originWords(deadline, view, now, t, local(deadline.source))}</p>
      {view.disagreements.map((note) => (
        <p key={note.text.zh} className={styles.differs}>
          {sentence(note.text)}
        </p>
      ))}
    </div>
  );
}

/** The countdown, or that it has come to its end, which is not always overdue. */
function TimeLeft({ deadline: { due, overdue, overdueAfter }, now }: { deadline: Deadline; now: Instant }) {
  const t = useTranslate();
  if (overdue) return <p className={styles.overdue}>{t('now.overdue')}</p>;
  if (now < due) return <Countdown until={due} now={now} />;
  return (
    <>
      <p className={styles.passed}>{t('now.passed')}</p>
      <p>{t('now.overdueAfter', { time: formatMinute(overdueAfter) })}</p>
    </>
  );
}

/** `来自页面倒计时 · 11-22 12:08 看到`, or the rule with its article. */
function originWords(
  deadline: Deadline,
  { case: known }: CaseView,
  now: Instant,
  t: ReturnType<typeof useTranslate>,
  source: string,
): string {
  const { basis, provisional, machine } = deadline;
  const seenAt = (machine === 'order' ? known.clocks.order : known.clocks.refund)?.seenAt;
  const words = basisWords(t, known, deadline);
  const isSeen = words === t('basis.page') && seenAt !== undefined;
  const seen = isSeen ? t('basis.seenAt', { time: formatShort(seenAt, now) }) : '';
  const origin = basis === 'page' ? [words, seen] : [source];
  return [...origin, provisional ? t('basis.provisional') : ''].filter(Boolean).join(' · ');
}
