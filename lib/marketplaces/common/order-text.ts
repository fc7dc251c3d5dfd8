import type { Content } from '../../reading/content.ts';
import type { LabelTable } from '../../reading/label-table.ts';
import type { Line } from '../../reading/lines.ts';
import type { DetectedPage, Viewing } from '../adapter.ts';
import type { FactCollector } from '../collector.ts';
import type { FactKey, Item, ListedOrder } from '../types.ts';
import { dropImplausibleTimes, takeShownShipBy } from './order-times.ts';
import { takeLabels } from './page-text.ts';
import { dropSeveralParcels, takeParcelLines, takeShownSigning } from './parcels.ts';
import { takeShownCountdown } from './shown-countdown.ts';
import { takeStatusLine } from './status-line.ts';

/** Offers what an order page says in labels and sentences, after its data and elements, and drops what cannot be. */
export function takeOrderText(
  { lines }: Content,
  labels: LabelTable<FactKey>,
  { ids }: DetectedPage,
  facts: FactCollector,
  viewing: Viewing,
): void {
  takeLabels(lines, labels, facts);
  takeParcelLines(lines, facts);
  takeShownSigning(lines, facts);
  takeStatusLine(lines, facts);
  takeShownCountdown(lines, facts, viewing);
  if (ids.orderNo) facts.offer('orderNo', ids.orderNo, 'url', ids.orderNo);
  dropImplausibleTimes(facts, viewing);
  takeShownShipBy(lines, facts);
  dropSeveralParcels(facts);
}

/** What a row of a list of orders may say. */
export const ORDER_COLUMNS = ['createdAt', 'shopName', 'sellerNick', 'paidAmount', 'orderStatus'] as const;

/** A row of a list of orders: what elements with known names said (`facts`), completed by the labels and words of the row. */
export function listedOrder(
  row: Pick<ListedOrder, 'orderNo' | 'links'> & { items?: Item[] },
  lines: readonly Line[],
  labels: LabelTable<FactKey>,
  facts: FactCollector,
): ListedOrder {
  takeLabels(lines, labels, facts);
  takeStatusLine(lines, facts);
  const { orderNo, items = [], links } = row;
  return { orderNo, ...facts.pick(...ORDER_COLUMNS), items, links };
}
