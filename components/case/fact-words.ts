import { isAboutRefund } from '../../lib/cases/time/clocks.ts';
import type { Case } from '../../lib/cases/types.ts';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { Countdown, FactKey, Facts, PageStage, RefundType } from '../../lib/marketplaces/types.ts';
import { stageWords } from './words.ts';

/** The value of a fact in words; empty when there are none. */
export function factWords(t: Translate, known: Case, key: FactKey, value: Facts[FactKey]): string {
  if (key === 'stage' && value) return pageStageWords(t, known, value as PageStage);
  if (key === 'refundType' && value) return t(`refundType.${value as RefundType}`);
  if (key === 'countdown') return readable((value as Countdown | undefined)?.endsAt ?? '');
  return typeof value === 'string' ? readable(value) : listWords(t, { [key]: value });
}

/** A stage that a page shows, as a stage of the refund or of the order that the case is about. */
export function pageStageWords(t: Translate, known: Case, stage: PageStage): string {
  return stageWords(t, { machine: isAboutRefund(known) ? 'refundOnly' : 'order', stage });
}

function listWords(t: Translate, { items, company, negotiation, subOrderNos }: Facts): string {
  if (items) {
    const goods = items.map(({ title, quantity }) => `${title}${quantity ? ` ×${quantity}` : ''}`);
    return goods.join(t('common.semicolon'));
  }
  if (company) return Object.values(company).join(' · ');
  if (negotiation) return negotiation.map(({ text }) => text.split('\n')[0]).join(t('common.semicolon'));
  return subOrderNos?.join(t('common.comma')) ?? '';
}

/** Times as the marketplace prints them. */
function readable(value: string): string {
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? value.slice(0, 19).replace('T', ' ') : value;
}
