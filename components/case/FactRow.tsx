import { Pencil, Undo2 } from 'lucide-react';
import { newsOf, readFactOf } from '../../lib/cases/facts/correct.ts';
import { type CorrectableFact, isCorrectable } from '../../lib/cases/facts/correction-input.ts';
import type { Case } from '../../lib/cases/types.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import type { FactKey } from '../../lib/marketplaces/types.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Chip } from '../ui/Chip.tsx';
import styles from './FactsCard.module.css';
import { factWords } from './fact-words.ts';

interface FactRowProps {
  fact: FactKey;
  known: Case;
  now: Instant;
  onEdit: (fact: CorrectableFact) => void;
  onUndo: (fact: CorrectableFact) => void;
}

/** One fact: its value with where it came from; what the page writes and what the user says side by side once corrected. */
export function FactRow({ fact, known, now, onEdit, onUndo }: FactRowProps) {
  const t = useTranslate();
  const label = t(`fact.${fact}`);
  const isCorrected = known.corrections[fact] !== undefined;
  const hasValue = isCorrected || readFactOf(known, fact) !== null;
  return (
    <div className={isCorrected ? styles.corrected : undefined}>
      <dt>{label}</dt>
      <dd>
        <div className={styles.value}>
          {isCorrected ? (
            <BothWords fact={fact} known={known} now={now} />
          ) : (
            <ReadWords fact={fact} known={known} now={now} />
          )}
        </div>
        {isCorrectable(fact) && (
          <span className={styles.actions}>
            {isCorrected && (
              <Button
                kind="quiet"
                icon={<Undo2 aria-hidden="true" />}
                onClick={() => onUndo(fact)}
                aria-label={t('correction.undoThis', { what: label })}
                title={t('correction.undoThis', { what: label })}
              />
            )}
            <Button
              kind="quiet"
              icon={<Pencil aria-hidden="true" />}
              onClick={() => onEdit(fact)}
              data-edit={fact}
              aria-label={t(hasValue ? 'correction.editThis' : 'correction.fillThis', { what: label })}
              title={t(hasValue ? 'correction.editThis' : 'correction.fillThis', { what: label })}
            />
          </span>
        )}
      </dd>
    </div>
  );
}

type WordsProps = Pick<FactRowProps, 'fact' | 'known' | 'now'>;

function ReadWords({ fact, known, now }: WordsProps) {
  const t = useTranslate();
  const read = readFactOf(known, fact);
  if (!read) return <span className={styles.muted}>{t('common.notRead')}</span>;
  const { source, text, seenAt } = read.origin;
  return (
    <>
      {factWords(t, known, fact, read.value)}
      {source !== 'user' && (
        <span className={styles.origin} title={text}>
          {t('cases.factFrom', { source: t(`source.${source}`) })} · {formatShort(seenAt, now)}
        </span>
      )}
    </>
  );
}

function BothWords({ fact, known, now }: WordsProps) {
  const t = useTranslate();
  const read = readFactOf(known, fact);
  const at = known.corrections[fact]?.at ?? now;
  const picked = known.origins[fact]?.text;
  return (
    <>
      <strong>{t('correction.yours', { value: factWords(t, known, fact, known.facts[fact]) })}</strong>{' '}
      <Chip tone="brand">{t('correction.corrected')}</Chip>
      <span className={styles.origin} title={picked}>
        {formatShort(at, now)}
        {picked && ` · ${t('correction.fromPage')}`}
      </span>
      <span className={styles.page}>
        {read ? t('correction.page', { value: factWords(t, known, fact, read.value) }) : t('correction.pageNothing')}
        {read && <span className={styles.origin}>{formatShort(read.origin.seenAt, now)}</span>}
      </span>
      {newsOf(known, fact) && <span className={styles.news}>{t('correction.news')}</span>}
    </>
  );
}
