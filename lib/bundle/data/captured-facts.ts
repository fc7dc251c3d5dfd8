import type { FactKey, Facts } from '../../marketplaces/types.ts';
import type { EvidenceItem, EvidenceRef } from '../types.ts';
import type { CaptureContent } from './evidence-items.ts';

/** Facts that the included captures show, each with the evidence it stands in. */
export interface CapturedFacts {
  facts: Facts;
  /** The evidence for one or several facts, without doubles. */
  refs: (...keys: FactKey[]) => EvidenceRef[];
  /** The complainant has said what it is; the evidence shows something else, or nothing. */
  isCorrected: (key: FactKey) => boolean;
}

/** What the contract was, the order's own page knows best: a refund may be about one of several items only. */
const OF_CONTRACT: ReadonlySet<FactKey> = new Set<FactKey>([
  'orderNo',
  'items',
  'createdAt',
  'paidAt',
  'shippedAt',
  'paidAmount',
  'goodsAmount',
  'shippingFee',
  'shopName',
  'sellerNick',
  'carrier',
  'trackingNo',
]);

/**
 * What the chosen captures prove, and nothing else: a fact that was only seen but not captured stays out of the documents.
 * The newest capture that shows a fact counts; for the contract, the newest of the order's page.
 */
export function capturedFacts(contents: readonly CaptureContent[], items: readonly EvidenceItem[]): CapturedFacts {
  const facts: Facts = {};
  const shownIn: Partial<Record<FactKey, string>> = {};
  const ordersFirst = [...contents].sort((a, b) => isOrder(b) - isOrder(a) || a.capture.takenAt - b.capture.takenAt);
  for (const { capture } of ordersFirst) {
    const no = items.find(({ captureId }) => captureId === capture.id)?.no;
    for (const key of Object.keys(capture.facts) as FactKey[]) {
      const isWorse = OF_CONTRACT.has(key) && capture.pageKind !== 'orderDetail' && facts[key] !== undefined;
      if (!no || capture.facts[key] === undefined || isWorse) continue;
      Object.assign(facts, { [key]: capture.facts[key] });
      shownIn[key] = no;
    }
  }
  const refs = (...keys: FactKey[]) => {
    const numbers = keys.flatMap((key) => (facts[key] === undefined ? [] : (shownIn[key] ?? [])));
    return [...new Set(numbers)].sort().map((no) => ({ no }));
  };
  return { facts, refs, isCorrected: () => false };
}

function isOrder({ capture }: CaptureContent): number {
  return capture.pageKind === 'orderDetail' ? 1 : 0;
}
