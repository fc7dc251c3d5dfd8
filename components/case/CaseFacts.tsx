import type { Case } from '../../lib/cases/types.ts';
import { formatShort } from '../../lib/i18n/format.ts';
import type { Translate } from '../../lib/i18n/index.ts';
import type { FactKey, RefundType } from '../../lib/marketplaces/types.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import styles from './CaseFacts.module.css';

/** Everything that was read for a case, each with where it came from and when. */
export function CaseFacts({ known, now }: { known: Case; now: Instant }) {
  const t = useTranslate();
  const keys = Object.keys(known.facts) as FactKey[];
  return (
    <Card title={t('cases.facts')}>
      <dl className={styles.facts}>
        {keys.map((key) => {
          const text = factWords(t, key, known);
          const origin = known.origins[key];
          return (
            text && (
              <div key={key}>
                <dt>{t(`fact.${key}`)}</dt>
                <dd>
                  {text}
                  {origin && (
                    <span className={styles.origin} title={origin.text}>
                      {t('cases.factFrom', { source: t(`source.${origin.source}`) })} ·{' '}
                      {formatShort(origin.seenAt, now)}
                    </span>
                  )}
                </dd>
              </div>
            )
          );
        })}
      </dl>
    </Card>
  );
}

function factWords(t: Translate, key: FactKey, { facts }: Case): string {
  const value = facts[key];
  if (typeof value === 'string') return key === 'refundType' ? t(`refundType.${value as RefundType}`) : readable(value);
  if (key === 'items')
    return (facts.items ?? [])
      .map(({ title, quantity }) => `${title}${quantity ? ` ×${quantity}` : ''}`)
      .join(t('common.semicolon'));
  if (key === 'company') return Object.values(facts.company ?? {}).join(' · ');
  if (key === 'negotiation')
    return (facts.negotiation ?? []).map(({ text }) => text.split('\n')[0]).join(t('common.semicolon'));
  return Array.isArray(value) ? value.join(t('common.comma')) : '';
}

/** Times as the marketplace prints them. */
function readable(value: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 19).replace('T', ' ') : value;
}
