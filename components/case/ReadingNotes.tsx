import { lackingFacts } from '../../lib/cases/facts/lacking.ts';
import type { Reading } from '../../lib/marketplaces/types.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import styles from './ReadingNotes.module.css';

/** What the page did not show, and where it contradicts itself. */
export function ReadingNotes({ reading }: { reading: Reading }) {
  const t = useTranslate();
  const { pageKind, facts, disagreements } = reading;
  const missing = lackingFacts(reading);
  const names = (keys: readonly (typeof missing)[number][]) =>
    [...new Set(keys)].map((key) => t(`fact.${key}`)).join(t('common.comma'));
  const noNumber = pageKind === 'refundDetail' && facts.refundNo === undefined;
  if (missing.length === 0 && disagreements.length === 0 && !noNumber) return null;
  return (
    <Card>
      <div className={styles.notes}>
        {noNumber && <p>{t('case.noRefundNo')}</p>}
        {missing.length > 0 && <p>{t('case.missing', { facts: names(missing) })}</p>}
        {disagreements.length > 0 && (
          <p>{t('case.disagreements', { facts: names(disagreements.map(({ fact }) => fact)) })}</p>
        )}
      </div>
    </Card>
  );
}
