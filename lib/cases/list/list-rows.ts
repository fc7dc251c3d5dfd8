import { orderStatusOf, refundStatusOf } from '../../marketplaces/common/status.ts';
import { NOTHING } from '../../marketplaces/nothing.ts';
import type { FactKey, Facts, ListedOrder, ListedRefund, Reading } from '../../marketplaces/types.ts';
import type { SeenPage } from '../types.ts';

/**
 * The rows of a list of orders or refunds, each as a page of its own that says what the row says, seen when the list was.
 * Other pages have none: a chat names orders, too, but says nothing about them.
 */
export function pagesOfRows(page: SeenPage): SeenPage[] {
  const { pageKind, facts } = page.reading;
  const orders = pageKind === 'orderList' ? (facts.orders ?? []) : [];
  const refunds = pageKind === 'refundList' ? (facts.refunds ?? []) : [];
  const readings = [
    ...refunds.map((refund) => readingOf(page.reading, 'refunds', factsOfRefund(refund))),
    ...orders.map((order) => readingOf(page.reading, 'orders', factsOfOrder(order))),
  ];
  return readings.map((reading) => ({ ...page, reading }));
}

/** The same row as if it were the page of its order or refund: that is what its case is found by. */
export function asOwnPage(reading: Reading): Reading {
  return { ...reading, pageKind: reading.pageKind === 'refundList' ? 'refundDetail' : 'orderDetail' };
}

function factsOfRefund({ links: _links, ...row }: ListedRefund): Facts {
  const stage = refundStatusOf(row.refundStatus ?? '')?.stage;
  return { ...row, ...(stage && { stage }) };
}

function factsOfOrder({ links: _links, items, ...row }: ListedOrder): Facts {
  const stage = orderStatusOf(row.orderStatus ?? '')?.stage;
  const subOrderNos = items.flatMap(({ subOrderNo }) => subOrderNo ?? []);
  return {
    ...row,
    ...(items.length > 0 && { items }),
    ...(subOrderNos.length > 0 && { subOrderNos }),
    ...(stage && { stage }),
  };
}

function readingOf(list: Reading, rows: 'orders' | 'refunds', facts: Facts): Reading {
  const keys = Object.keys(facts) as FactKey[];
  const source = list.source[rows] ?? 'element';
  return {
    ...NOTHING,
    marketplace: list.marketplace,
    pageKind: rows === 'refunds' ? 'refundList' : 'orderList',
    role: list.role,
    facts,
    source: Object.fromEntries(keys.map((fact) => [fact, source])),
    text: Object.fromEntries(
      keys.flatMap((fact) => (typeof facts[fact] === 'string' ? [[fact, facts[fact] as string]] : [])),
    ),
    adapter: list.adapter,
  };
}
