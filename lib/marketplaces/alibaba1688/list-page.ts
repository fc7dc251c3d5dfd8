import { Content } from '../../reading/content.ts';
import { findLabelled } from '../../reading/labels.ts';
import type { Line } from '../../reading/lines.ts';
import { queryDeep } from '../../reading/tree.ts';
import { readId } from '../../reading/values.ts';
import { parseUrl } from '../../shared/url.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import { listedOrder, ORDER_COLUMNS } from '../common/order-text.ts';
import { cardsOf } from '../common/page-text.ts';
import type { ListedOrder } from '../types.ts';
import { itemsIn, read1688Link, takeComponents } from './elements.ts';
import { ORDER_LABELS, ORDER_NUMBER } from './labels.ts';

const ROW = 'order-item';

/** Reads an order list: the rows of the new page, else what stands around each order number. */
export function readListPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const content = new Content(document);
  const rows = content.query(ROW).flatMap((row) => orderOfRow(row, content.linesIn(row)) ?? []);
  const numbers = (orders: readonly ListedOrder[]) => orders.map(({ orderNo }) => orderNo).join(' ');
  if (rows.length > 0) facts.offer('orders', rows, 'element', numbers(rows));
  else {
    const cards = ordersOfCards(content);
    facts.offer('orders', cards, 'label', numbers(cards));
  }
  return { pageKind: 'orderList', role: page.role, partial: isLongerList(content), events: [], ...facts.finish() };
}

/** Rows are created while scrolling, and there may be further pages. */
export function isLongerList(content: Content): boolean {
  const buttons = content.query('.ui-page-next');
  return buttons.length === 0 || !buttons.every((button) => button.hasAttribute('disabled'));
}

/** Null for a row without a number and for one that is being filled anew and names two. */
function orderOfRow(row: Element, lines: readonly Line[]): ListedOrder | null {
  const named = /(?:^|[?&])orderId=(\d+)/u.exec(row.getAttribute('data-tracker-args') ?? '')?.[1] ?? '';
  const copied = queryDeep(row, '.order-id copy-to-clipboard').map((button) => button.getAttribute('text') ?? '');
  const shown = findLabelled(lines, ORDER_NUMBER).map(({ value }) => String(value));
  const numbers = new Set([named, ...copied, ...shown].map((text) => readId(text)).filter((number) => number !== null));
  const [orderNo] = numbers;
  if (!orderNo || numbers.size > 1) return null;
  const find = (selector: string) => queryDeep(row, selector);
  const facts = new FactCollector();
  takeComponents(find, ORDER_COLUMNS, facts);
  return listedOrder({ orderNo, items: itemsIn(find), links: linksIn(row) }, lines, ORDER_LABELS, facts);
}

function ordersOfCards(content: Content): ListedOrder[] {
  return cardsOf(content.lines, ORDER_NUMBER).map(({ number, box }) =>
    listedOrder({ orderNo: number, links: linksIn(box) }, content.linesIn(box), ORDER_LABELS, new FactCollector()),
  );
}

const LINKS = {
  detail: /\/(?:trade-order-detail\/index\.html|(?:new_step_order|unify_buyer)_detail\.htm)$/u,
  refund: /\/order\/refund\/assure_?refund_?detail\.htm$/iu,
} as const;

/** Where the buttons of a row lead: the first of each kind. */
export function linksIn(box: Element): { detail?: string; refund?: string } {
  const links = queryDeep(box, 'a[href]').flatMap((link) => read1688Link(link.getAttribute('href')) ?? []);
  const first = (path: RegExp) => links.find((link) => path.test(parseUrl(link)?.pathname ?? ''));
  const [detail, refund] = [first(LINKS.detail), first(LINKS.refund)];
  return { ...(detail && { detail }), ...(refund && { refund }) };
}
