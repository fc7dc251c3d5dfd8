import { type HistoryRow, historyOf } from '../../lib/cases/history.ts';
import type { ActRecord } from '../../lib/cases/moves/acts.ts';
import type { Case, Visit } from '../../lib/cases/types.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import { type Instant, parseIso } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { Chip } from '../ui/Chip.tsx';
import { channelWords, entryWords } from './entry-words.ts';
import styles from './History.module.css';
import { useLocalText } from './local-text.ts';
import { stageWords } from './words.ts';

interface HistoryProps {
  known: Case;
  visits: readonly Visit[];
  acts?: readonly ActRecord[];
  now: Instant;
}

/** What the pages said at each visit that showed something new, what the user noted and did; newest first. */
export function History({ known, visits, acts = [], now }: HistoryProps) {
  const t = useTranslate();
  const rows = historyOf(known, visits, acts);
  return (
    <Card title={t('cases.history')}>
      {rows.length === 0 && <p className={styles.muted}>{t('cases.historyEmpty')}</p>}
      <ol className={styles.list}>
        {rows.map((row) => (
          <li key={row.id}>
            <span className={styles.time}>{formatShort(row.at, now)}</span>
            <span>
              <RowWords row={row} now={now} />
            </span>
          </li>
        ))}
      </ol>
      {visits.length > 0 && <p className={styles.note}>{t('history.note')}</p>}
    </Card>
  );
}

function RowWords({ row, now }: { row: HistoryRow; now: Instant }) {
  const t = useTranslate();
  switch (row.kind) {
    case 'visit':
      return <VisitWords visit={row.visit} now={now} />;
    case 'entry':
      return <EntryWords row={row} />;
    case 'rules':
      return (
        <>
          {t('history.rules', { version: row.rules.version })}
          <span className={styles.more}>{t('history.rulesText')}</span>
        </>
      );
    case 'merged':
      return t('history.merged');
    case 'split':
      return t('history.split');
  }
}

function VisitWords({ visit: { reading, firstSeenAt, lastSeenAt }, now }: { visit: Visit; now: Instant }) {
  const t = useTranslate();
  const { pageKind, facts } = reading;
  const { refundStatus, orderStatus, complaintStatus, stage, countdown } = facts;
  const said =
    pageKind === 'orderDetail' ? (orderStatus ?? refundStatus) : (refundStatus ?? complaintStatus ?? orderStatus);
  const stageName = stage && stageWords(t, { machine: pageKind === 'orderDetail' ? 'order' : 'refundOnly', stage });
  const end = parseIso(countdown?.endsAt ?? '');
  const clock = [
    countdown?.text,
    end !== null && t('history.countdown', { time: formatShort(end, now) }),
    formatShort(lastSeenAt, now) !== formatShort(firstSeenAt, now) &&
      t('history.until', { time: formatShort(lastSeenAt, now) }),
  ].filter(Boolean);
  return (
    <>
      {t(`pageKind.${pageKind ?? 'other'}`)}
      {' · '}
      {said ?? stageName ?? t('common.notRead')}
      {said && stageName && stageName !== said && <span className={styles.muted}> · {stageName}</span>}
      {clock.length > 0 && <span className={styles.more}>{clock.join(' · ')}</span>}
    </>
  );
}

function EntryWords({ row: { entry } }: { row: Extract<HistoryRow, { kind: 'entry' }> }) {
  const t = useTranslate();
  const local = useLocalText();
  const details = [channelWords(local, entry), entry.note].filter(Boolean).join(' · ');
  return (
    <>
      {entryWords(t, entry)} <Chip tone="brand">{t('entry.mine')}</Chip>
      {details && <span className={styles.more}>{details}</span>}
    </>
  );
}
