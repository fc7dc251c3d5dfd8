import { originOf } from '../../lib/cases/time/clocks.ts';
import type { Case } from '../../lib/cases/types.ts';
import type { MessageKey, Translate } from '../../lib/i18n/translate.ts';
import type { Deadline, Stage, Status } from '../../lib/stages/index.ts';
import { useTranslate } from '../translate.tsx';

export interface CaseWords {
  /** The user's own name for it, or its goods. */
  title: string;
  /** Its goods when it has a name of its own; shop or other side, marketplace, own role. */
  subject: string;
  amount: string | null;
}

/** How a case is called on every screen. */
export function caseWords(t: Translate, { name, facts, marketplace, role }: Case): CaseWords {
  const [first, ...others] = facts.items ?? [];
  const goods = first && `${first.title}${others.length > 0 ? ` +${others.length}` : ''}`;
  const other = role === 'seller' ? facts.buyerNick : (facts.shopName ?? facts.sellerNick);
  const parts = [name && goods, other, t(`marketplace.${marketplace ?? 'unknown'}`), t(`role.${role}`)];
  return {
    title: name ?? goods ?? t('case.untitled'),
    subject: parts.filter(Boolean).join(' · '),
    amount: amountWords(t, facts),
  };
}

export function useCaseWords(known: Case): CaseWords {
  return caseWords(useTranslate(), known);
}

function amountWords(t: Translate, { refundAmount, paidAmount }: Case['facts']): string | null {
  if (refundAmount) return t('case.refundAmount', { amount: refundAmount });
  return paidAmount ? t('case.paid', { amount: paidAmount }) : null;
}

type OrderStage = 'UNPAID' | 'PAID' | 'SHIPPED' | 'SUCCESS' | 'CLOSED' | 'EXPIRED_PLATFORM';
const ORDER_STAGES: ReadonlySet<Stage> = new Set<OrderStage>([
  'UNPAID',
  'PAID',
  'SHIPPED',
  'SUCCESS',
  'CLOSED',
  'EXPIRED_PLATFORM',
]);

/** The stage in words; SUCCESS and CLOSED mean different things for an order and for a refund. */
export function stageWords(t: Translate, { machine, stage }: Pick<Status, 'machine' | 'stage'>): string {
  const isOrders = machine === 'order' && ORDER_STAGES.has(stage);
  return t((isOrders ? `stage.order.${stage}` : `stage.${stage}`) as MessageKey);
}

/** Where a deadline comes from, in words. */
export function basisWords(t: Translate, known: Case, deadline: Deadline): string {
  return t(`basis.${originOf(known, deadline)}`);
}
