import { chinaDate } from '../../shared/time.ts';
import { type CaseFacts, firstAt, lastOf } from '../facts.ts';
import { requireRule } from '../rules/clock-rules.ts';
import type { Condition, Run } from './types.ts';

/** Where the goods were when the request was made; null when neither events nor the page say. */
export function goodsWhenAsked(run: Run, facts: CaseFacts): 'unshipped' | 'shipped' | 'completed' | null {
  const asked = firstAt(run.events, 'refund.applied') ?? run.startedAt;
  const completed = firstAt(facts.events, 'order.completed');
  if (completed !== null && completed <= asked) return 'completed';
  const shipped = firstAt(facts.events, 'order.shipped');
  if (shipped !== null) return shipped <= asked ? 'shipped' : 'unshipped';
  const signed = firstAt(facts.events, 'order.signed');
  if (signed !== null && signed <= asked) return 'shipped';
  if (facts.goods === 'unshipped') return 'unshipped';
  return facts.goods === null ? null : 'shipped';
}

/** The seller shipped while the refund request for unshipped goods was waiting. */
export const shippedAfterRequest: Condition = (run, facts) =>
  goodsWhenAsked(run, facts) === 'unshipped' && firstAt(facts.events, 'order.shipped') !== null;

export const askedUnshipped: Condition = (run, facts) => goodsWhenAsked(run, facts) === 'unshipped';
export const askedShipped: Condition = (run, facts) => goodsWhenAsked(run, facts) === 'shipped';
export const askedCompleted: Condition = (run, facts) => goodsWhenAsked(run, facts) === 'completed';
/** Nothing on record says whether the goods had been shipped. */
export const askedNobodyKnowsWhere: Condition = (run, facts) => goodsWhenAsked(run, facts) === null;
export const askedSent: Condition = (run, facts) => askedShipped(run, facts) || askedCompleted(run, facts);

/** The buyer changed the request after the seller had refused it. */
export const isSecondRequest: Condition = (run) => run.enteredBy?.type === 'refund.modified';

export const isPriceProtection: Condition = (run, facts) => requestedType(run, facts) === 'priceProtection';
export const isResend: Condition = (run, facts) => requestedType(run, facts) === 'resend';

/** What the run's request asks for: the latest kind named by its events, else the case's. */
function requestedType(run: Run, facts: CaseFacts) {
  return run.events.findLast((event) => event.refundType !== undefined)?.refundType ?? facts.refundType;
}

export const isReturnSent: Condition = (run) => hasReturnStarted(run);

/** The return was signed on a day on which signing already set the seller's shorter limit. */
export const isConfirmShortened: Condition = (run) => {
  const signed = lastOf(run.events, 'return.signed');
  const { effectiveFrom } = requireRule('RR.seller_confirm.signed');
  return signed !== null && (effectiveFrom === null || chinaDate(signed.at) >= effectiveFrom);
};
export const isDecided: Condition = (run) => run.enteredBy?.type === 'intervention.decided';

/** The goods are on their way back or have arrived. */
export function hasReturnStarted(run: Run): boolean {
  return lastOf(run.events, 'return.shipped') !== null || lastOf(run.events, 'return.signed') !== null;
}

/** The buyer has handed in proof in this intervention. */
export function hasBuyerSubmitted(run: Run): boolean {
  return run.events.some(({ type, by }) => type === 'intervention.evidenceSubmitted' && by !== 'seller');
}
