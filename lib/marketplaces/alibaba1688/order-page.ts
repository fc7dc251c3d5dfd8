import { Content } from '../../reading/content.ts';
import type { DetectedPage, ReadResult, Viewing } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import { takeOrderText } from '../common/order-text.ts';
import { leaveOutStrangers } from '../common/page-text.ts';
import { orderStatusOf } from '../common/status.ts';
import { itemsIn, takeComponents } from './elements.ts';
import { ORDER_LABELS, ORDER_NUMBER } from './labels.ts';

/** The status on the old page. */
const OLD_STATUS = '.step-detail-header .stress';

/** Reads an order detail, old or new: components, labels, sentences, address. */
export function readOrderPage(document: Document, page: DetectedPage, viewing: Viewing): ReadResult {
  const facts = new FactCollector();
  const content = new Content(document);
  leaveOutStrangers(content, ORDER_NUMBER, page.ids.orderNo ? [page.ids.orderNo] : []);
  const find = (selector: string) => content.query(selector);
  takeComponents(find, ['shopName', 'sellerNick'], facts);
  const items = itemsIn(find);
  facts.offer('items', items, 'element', items.map(({ title }) => title).join('；'));
  for (const status of find(OLD_STATUS)) facts.take('orderStatus', status.textContent, readStatus, 'element');
  takeOrderText(content, ORDER_LABELS, page, facts, viewing);
  return { pageKind: 'orderDetail', role: page.role, partial: false, events: [], ...facts.finish() };
}

function readStatus(text: string): string | null {
  return orderStatusOf(text)?.status ?? null;
}
