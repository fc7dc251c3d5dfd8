import { findInlineData, listAt, textAt } from '../../reading/inline-data.ts';
import { pageDocuments } from '../../reading/lines.ts';
import type { Literal } from '../../reading/literal.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import type { FactSource, ListedOrder, Role } from '../types.ts';
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
  const known = new Map(
    listAt(data, 'mainOrders').flatMap((entry) => {
      const order = orderOfData(entry);
      return order ? [[order.orderNo, order]] : [];
    }),
  );
  const { rows, source } = shownOrders(document, page.role);
  const isCurrent = rows.every(({ orderNo }) => known.has(orderNo));
  const orders = rows.length > 0 ? rows.map((row) => known.get(row.orderNo) ?? row) : [...known.values()];
  facts.offer('orders', orders, isCurrent ? 'inlineData' : source, orders.map(({ orderNo }) => orderNo).join(' '));
  const partial = data && isCurrent ? hasFurtherPages(data) : isLongerList(document);
  return { pageKind: 'orderList', role: page.role, partial, events: [], ...facts.finish() };
}

/** Rows with known names, else what stands around each order number. */
function shownOrders(document: Document, role: Role): { rows: ListedOrder[]; source: FactSource } {
  const rows = orderRows(document, role);
  return rows.length > 0 ? { rows, source: 'element' } : { rows: orderCards(document), source: 'label' };
}

function hasFurtherPages(data: Literal): boolean {
  return Number(textAt(data, 'page', 'totalPage') ?? 1) > 1;
}

/** Rows are created while scrolling and there may be further pages. */
export function isLongerList(document: Document): boolean {
  const next = document.querySelector('[class*="pagination-next"]');
  return next === null || next.getAttribute('aria-disabled') !== 'true';
}
