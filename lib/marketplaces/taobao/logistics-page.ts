import { Content } from '../../reading/content.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import { takeLabels } from '../common/page-text.ts';
import { dropSeveralParcels, takeParcelLines, takeShownSigning } from '../common/parcels.ts';
import { PARCEL_LABELS } from './labels.ts';
import { orderCards } from './list-rows.ts';

/**
 * Reads a page about one parcel by its text alone, which is all that is known of it. The seller's list of orders to be sent
 * has no number in its address; it is read as a list.
 */
export function readLogisticsPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  if (page.role === 'seller' && !page.ids.orderNo) {
    const orders = orderCards(document);
    facts.offer('orders', orders, 'label', orders.map(({ orderNo }) => orderNo).join(' '));
    return { pageKind: 'logistics', role: page.role, partial: true, events: [], ...facts.finish() };
  }
  const { lines } = new Content(document);
  takeLabels(lines, PARCEL_LABELS, facts);
  takeParcelLines(lines, facts);
  takeShownSigning(lines, facts);
  dropSeveralParcels(facts);
  const isReturn = facts.values('returnTrackingNo').length > 0;
  if (isReturn) facts.keep('signedAt', () => false); // Signed for by the seller.
  if (page.ids.orderNo) facts.offer('orderNo', page.ids.orderNo, 'url', page.ids.orderNo);
  return { pageKind: 'logistics', role: page.role, partial: false, events: [], ...facts.finish() };
}
