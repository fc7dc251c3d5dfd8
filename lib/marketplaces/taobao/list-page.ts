import { findInlineData, listAt, textAt } from '../../reading/inline-data.ts';
import { pageDocuments } from '../../reading/lines.ts';
import type { Literal } from '../../reading/literal.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import type { ListedOrder } from '../types.ts';
import { orderOfData } from './list-data.ts';
import { orderCards, orderRows } from './list-rows.ts';

/**
 * Reads an order list: the data that an old page was loaded with, or the rows that are there now. An old page that has
 * been paged shows other rows than its data, so rows decide which orders are listed, and data tells more about each.
 */
export function readListPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const data = findInlineData(pageDocuments(document), 'data').findLast(
    (candidate) => listAt(candidate, 'mainOrders').length > 0,
  );
  const known = listAt(data, 'mainOrders').flatMap((order) => orderOfData(order) ?? []);
  const rows = orderRows(document, page.role);
  const numberOf = ({ orderNo }: ListedOrder) => orderNo;
  const text = (orders: readonly ListedOrder[]) => orders.map(numberOf).join(' ');
  const isCurrent = rows.every((row) => known.some(({ orderNo }) => orderNo === row.orderNo));
  if (rows.length === 0) facts.offer('orders', known, 'inlineData', text(known));
  else {
    const orders = rows.map((row) => known.find(({ orderNo }) => orderNo === row.orderNo) ?? row);
    facts.offer('orders', orders, isCurrent ? 'inlineData' : 'element', text(orders));
  }
  if (facts.values('orders').length === 0) {
    const cards = orderCards(document);
    facts.offer('orders', cards, 'label', text(cards));
  }
  const partial = data && isCurrent ? hasFurtherPages(data) : isLongerList(document);
  return { pageKind: 'orderList', role: page.role, partial, events: [], ...facts.finish() };
}

function hasFurtherPages(data: Literal): boolean {
  return Number(textAt(data, 'page', 'totalPage') ?? 1) > 1;
}

/** Rows are created while scrolling and there may be further pages. */
export function isLongerList(document: Document): boolean {
  const next = document.querySelector('[class*="pagination-next"]');
  return next === null || next.getAttribute('aria-disabled') !== 'true';
}
