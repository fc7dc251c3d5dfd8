import type { DetectedPage, ReadResult } from '../adapter.ts';
import type { FactKey, Facts } from '../types.ts';

/** What the address tells. */
export function fromAddress(page: DetectedPage): ReadResult {
  const { orderNo, refundNo, itemId } = page.ids;
  const facts: Facts = { ...(orderNo && { orderNo }), ...(refundNo && { refundNo }), ...(itemId && { itemId }) };
  const keys = Object.keys(facts) as FactKey[];
  return {
    pageKind: page.pageKind,
    role: page.role,
    facts,
    source: Object.fromEntries(keys.map((key) => [key, 'url'])),
    text: Object.fromEntries(keys.map((key) => [key, facts[key] as string])),
    disagreements: [],
    events: [],
    partial: false,
    isRendered: false,
  };
}

/**
 * A single-page site changes the address before its content. While the page still shows another order or refund than the
 * address names, nothing on it may be taken for the new one.
 */
export function withoutStrangers(result: ReadResult, page: DetectedPage): ReadResult {
  const { facts } = result;
  const otherRefund = page.ids.refundNo !== undefined && facts.refundNo !== page.ids.refundNo;
  const numbers = [facts.orderNo, ...(facts.subOrderNos ?? [])];
  const otherOrder =
    result.pageKind === 'orderDetail' && page.ids.orderNo !== undefined && !numbers.includes(page.ids.orderNo);
  if (!otherRefund && !otherOrder) return result;
  const { role, disagreements, isRendered } = result;
  return { ...fromAddress(page), role, disagreements, isRendered };
}
