import { Content } from '../../reading/content.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import { PARCEL_LABELS } from './labels.ts';
import { takeLabels } from './page-text.ts';
import { dropSeveralParcels, takeParcelLines, takeShownSigning } from './parcels.ts';

/** Reads the buyer's logistics page: the parcel by its text alone, which is all that is known of this page. */
export function readLogisticsPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const { lines } = new Content(document);
  takeLabels(lines, PARCEL_LABELS, facts);
  takeParcelLines(lines, facts);
  takeShownSigning(lines, facts);
  dropSeveralParcels(facts);
  if (page.ids.orderNo) facts.offer('orderNo', page.ids.orderNo, 'url', page.ids.orderNo);
  return { pageKind: 'logistics', role: page.role, partial: false, events: [], ...facts.finish() };
}
