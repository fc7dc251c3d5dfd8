import type { FactCollector } from '../collector.ts';
import type { FactSource, ListedOrder, ListedRefund } from '../types.ts';

/** Offers the rows of a list of refunds, and the orders that they name: once each, with what the rows say of an order. */
export function takeRefundRows(refunds: readonly ListedRefund[], source: FactSource, facts: FactCollector): void {
  facts.offer('refunds', [...refunds], source, refunds.map(({ refundNo }) => refundNo).join(' '));
  const orders = new Map<string, ListedOrder>();
  for (const { orderNo, shopName, sellerNick } of refunds) {
    if (!orderNo || orders.has(orderNo)) continue;
    orders.set(orderNo, {
      orderNo,
      ...(shopName && { shopName }),
      ...(sellerNick && { sellerNick }),
      items: [],
      links: {},
    });
  }
  facts.offer('orders', [...orders.values()], source, [...orders.keys()].join(' '));
}
