import { Content } from '../../reading/content.ts';
import type { DetectedPage, ReadResult, Viewing } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import { cardsOf, leaveOutStrangers, REFUND_COLUMNS, takeLabels } from '../common/page-text.ts';
import { takeRefundRows } from '../common/refund-rows.ts';
import { takeShownCountdown } from '../common/shown-countdown.ts';
import { takeRefundStage, takeRowStatus } from '../common/status-line.ts';
import type { ListedRefund } from '../types.ts';
import { REFUND_LABELS, REFUND_NUMBER, readRefundNo } from './labels.ts';
import { isLongerList, linksIn } from './list-page.ts';

/** Steps are named after what may still happen, so their words are no status. */
const STEPS = '[class*="step" i], [role="progressbar"]';

/** Reads a refund by labels and sentences: nobody has published such a page, so no element of it is known. */
export function readRefundPage(document: Document, page: DetectedPage, viewing: Viewing): ReadResult {
  const facts = new FactCollector();
  const content = new Content(document, (element) => element.matches(STEPS));
  leaveOutStrangers(content, REFUND_NUMBER, page.ids.refundNo ? [page.ids.refundNo] : []);
  takeLabels(content.lines, REFUND_LABELS, facts);
  takeShownCountdown(content.lines, facts, viewing);
  takeRefundStage(content.lines, facts);
  if (page.ids.refundNo) facts.offer('refundNo', page.ids.refundNo, 'url', page.ids.refundNo);
  return { pageKind: 'refundDetail', role: page.role, partial: false, events: [], ...facts.finish() };
}

/** Reads the seller's list of refunds: rows that name their refund, else what stands around each number. */
export function readRefundListPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const content = new Content(document);
  const rows = content.query('.mod-refund-list [data-refund-id]').flatMap((box) => {
    const number = readRefundNo(box.getAttribute('data-refund-id') ?? '');
    return number ? [{ number, box }] : [];
  });
  const source = rows.length > 0 ? 'element' : 'label';
  const found = rows.length > 0 ? rows : cardsOf(content.lines, REFUND_NUMBER);
  const refunds = found.map(({ number, box }) => refundOf(number, box, content));
  takeRefundRows(refunds, source, facts);
  const partial = isLongerList(content);
  return { pageKind: 'refundList', role: page.role, partial, events: [], ...facts.finish() };
}

function refundOf(refundNo: string, box: Element, content: Content): ListedRefund {
  const lines = content.linesIn(box);
  const facts = new FactCollector();
  takeLabels(lines, REFUND_LABELS, facts);
  takeRowStatus(lines, facts);
  const { refund } = linksIn(box);
  return { refundNo, ...facts.pick(...REFUND_COLUMNS), links: refund ? { detail: refund } : {} };
}
