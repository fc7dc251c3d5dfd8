import { useState } from 'react';
import { timeOfEntry } from '../../lib/cases/entries/entry-time.ts';
import type { JoinedPart } from '../../lib/cases/history.ts';
import { divideProblem } from '../../lib/cases/moves/divide.ts';
import { type CasePart, capturesOfPages, pagesOfCase } from '../../lib/cases/moves/parts.ts';
import type { Case, Visit } from '../../lib/cases/types.ts';
import type { Capture } from '../../lib/evidence/types.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Choices } from '../ui/Choices.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from '../ui/Form.module.css';
import { Notice } from '../ui/Notice.tsx';
import { entryWords } from './entry-words.ts';

interface SplitDialogProps {
  known: Case;
  visits: readonly Visit[];
  captures: readonly Capture[];
  /** Newest first. */
  joined: readonly JoinedPart[];
  failed: boolean;
  now: Instant;
  onSplit: (part: CasePart) => void;
  onClose: () => void;
}

const NOTHING: CasePart = {
  pages: [],
  captureIds: [],
  entryIds: [],
  correctionIds: [],
  title: '',
  name: null,
  note: '',
};

/** Chooses what of a case becomes one of its own: pages, with their captures, and what was noted. */
export function SplitDialog({ known, visits, captures, joined, failed, now, onSplit, onClose }: SplitDialogProps) {
  const t = useTranslate();
  const [part, setPart] = useState(NOTHING);
  const [asked, setAsked] = useState(false);
  const pages = pagesOfCase(visits);
  const problem = divideProblem(visits, part.pages);
  const takePage = (key: string, isTaken: boolean) => {
    const own = capturesOfPages(
      captures,
      pages.filter((page) => page.key === key),
    );
    const others = part.captureIds.filter((id) => !own.includes(id));
    setPart({
      ...part,
      pages: toggled(part.pages, key, isTaken),
      captureIds: isTaken ? [...others, ...own] : others,
    });
  };
  const split = () => {
    setAsked(true);
    if (!problem) onSplit(part);
  };
  return (
    <Dialog title={t('split.title')} onClose={onClose}>
      <div className={styles.form}>
        <p>{t('split.text')}</p>
        {joined.length > 0 && (
          <div className={styles.buttons}>
            {joined.map(({ id, at, part: before }) => (
              <Button key={id} onClick={() => setPart(before)}>
                {t('split.undo', { title: before.title, time: formatShort(at, now) })}
              </Button>
            ))}
          </div>
        )}
        <Choices
          title={t('split.pages')}
          choices={pages.map(({ key, visits: own }) => [key, pageWords(t, own, now)])}
          chosen={part.pages}
          onChange={takePage}
        />
        <Choices
          title={t('split.captures')}
          choices={captures.map(({ id, pageKind, title, takenAt }) => [
            id,
            `${t(`pageKind.${pageKind ?? 'other'}`)} · ${formatShort(takenAt, now)} · ${title}`,
          ])}
          chosen={part.captureIds}
          onChange={(id, isTaken) => setPart({ ...part, captureIds: toggled(part.captureIds, id, isTaken) })}
        />
        <Choices
          title={t('split.entries')}
          choices={known.entries.map((entry) => [
            entry.id,
            `${timeOfEntry(entry).slice(0, 16).replace('T', ' ')} · ${entryWords(t, entry)}`,
          ])}
          chosen={part.entryIds}
          onChange={(id, isTaken) => setPart({ ...part, entryIds: toggled(part.entryIds, id, isTaken) })}
        />
        <p className={styles.hint}>{t('split.keep')}</p>
        {asked && problem && (
          <p role="alert" className={styles.problem}>
            {t(`split.problem.${problem}`)}
          </p>
        )}
        {failed && <Notice tone="error">{t('caseMenu.failed')}</Notice>}
        <div className={styles.buttons}>
          <Button kind="primary" onClick={split}>
            {t('split.do')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function toggled(list: readonly string[], id: string, isIn: boolean): string[] {
  const others = list.filter((other) => other !== id);
  return isIn ? [...others, id] : others;
}

/** `退款详情 90…67890（3 次记录，最近 11-22 12:08）`. */
function pageWords(t: ReturnType<typeof useTranslate>, visits: readonly Visit[], now: Instant): string {
  const newest = visits.reduce((one, other) => (other.lastSeenAt > one.lastSeenAt ? other : one));
  const { pageKind, facts, addressNumbers } = newest.reading;
  const own =
    pageKind === 'refundDetail' ? facts.refundNo : pageKind === 'complaintDetail' ? facts.complaintNo : facts.orderNo;
  return t('split.pageWords', {
    kind: t(`pageKind.${pageKind ?? 'other'}`),
    number: own ?? addressNumbers[0] ?? '',
    count: visits.length,
    time: formatShort(newest.lastSeenAt, now),
  });
}
