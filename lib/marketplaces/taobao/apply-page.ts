import { Content } from '../../reading/content.ts';
import { findInlineData } from '../../reading/inline-data.ts';
import { pageDocuments } from '../../reading/lines.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import { takeLabels } from '../common/page-text.ts';
import { SUBJECT_LABELS } from './labels.ts';
import { refundDataOf } from './refund-components.ts';
import { takeRefundItems } from './refund-data.ts';

/** Reads what a refund is about to be asked for. Reason and amount are a draft until they are sent, so they are no facts. */
export function readApplyPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const data = refundDataOf(findInlineData(pageDocuments(document), 'disputeData').at(-1) ?? null);
  if (data) {
    facts.offer('orderNo', data.orderNo, 'inlineData', data.orderNo ?? '');
    takeRefundItems(data, facts);
  }
  takeLabels(new Content(document).lines, SUBJECT_LABELS, facts);
  return { pageKind: 'refundApply', role: page.role, partial: false, events: [], ...facts.finish() };
}
