import type { CaseFacts } from '../facts.ts';
import type { Stage } from '../types.ts';
import { ORDER } from './order.ts';
import { observed } from './run.ts';
import type { CaseRuns } from './run-case.ts';
import type { Run } from './types.ts';

const PROGRESS: readonly Stage[] = ['NONE', 'UNPAID', 'PAID', 'SHIPPED', 'SUCCESS', 'CLOSED'];

/**
 * The order with what follows from the rest of the case: a request presupposes payment, the state of the goods
 * presupposes shipping, and a full refund closes the order. What is inferred has no time of entry. Null without any trace.
 */
export function orderState(runs: CaseRuns, facts: CaseFacts): Run | null {
  const order = runs.single.order ?? null;
  const refunded = runs.requests.findLast(({ stage }) => stage === 'SUCCESS');
  if (refunded && facts.isFullRefund === true && order?.stage !== 'SUCCESS') {
    const base = order ?? observed('order', ORDER, 'CLOSED', refunded.changedAt);
    return { ...base, stage: 'CLOSED', enteredAt: refunded.enteredAt, enteredBy: null, changedAt: refunded.changedAt };
  }
  const atLeast = impliedStage(runs, facts);
  if (PROGRESS.indexOf(atLeast) <= PROGRESS.indexOf(order?.stage ?? 'NONE')) return order;
  const base = order ?? observed('order', ORDER, atLeast, runs.requests[0]?.startedAt ?? 0);
  return { ...base, stage: atLeast, enteredAt: null, enteredBy: null };
}

function impliedStage(runs: CaseRuns, facts: CaseFacts): Stage {
  if (facts.goods === 'shipped' || facts.goods === 'received') return 'SHIPPED';
  return facts.goods === 'unshipped' || runs.requests.length > 0 ? 'PAID' : 'NONE';
}
