import { isAboutRefund } from '../../lib/cases/clocks.ts';
import type { Case } from '../../lib/cases/types.ts';
import type { MessageKey, Translate } from '../../lib/i18n/index.ts';
import type { Deadline, Stage, Status } from '../../lib/stages/index.ts';
import { useTranslate } from '../translate.tsx';

export interface CaseWords {
  title: string;
  /** Shop or other side, marketplace, own role. */
  subject: string;
  amount: string | null;
}

/** How a case is called on every screen. */
export function caseWords(t: Translate, { facts, marketplace, role }: Case): CaseWords {
  const [first, ...others] = facts.items ?? [];
  const title = first ? `${first.title}${others.length > 0 ? ` +${others.length}` : ''}` : t('case.untitled');
  const other = role === 'seller' ? facts.buyerNick : (facts.shopName ?? facts.sellerNick);
  const subject = [other, t(`marketplace.${marketplace ?? 'unknown'}`), t(`role.${role}`)].filter(Boolean).join(' · ');
  return { title, subject, amount: amountWords(t, facts) };
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

/** Where a deadline comes from; the end of a countdown that the user corrected is not the page's. */
export function basisWords(t: Translate, known: Case, { basis, machine }: Deadline): string {
  const isCorrected = basis === 'page' && known.corrections.countdown && (machine === 'order') !== isAboutRefund(known);
  return isCorrected ? t('basis.corrected') : t(`basis.${basis}`);
}
