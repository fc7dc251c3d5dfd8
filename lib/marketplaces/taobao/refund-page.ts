import { Content } from '../../reading/content.ts';
import { findInlineData } from '../../reading/inline-data.ts';
import { findLabelled } from '../../reading/labels.ts';
import { type Line, pageDocuments } from '../../reading/lines.ts';
import { readWords } from '../../reading/values.ts';
import type { DetectedPage, ReadResult, Viewing } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import { leaveOutStrangers, takeLabels } from '../common/page-text.ts';
import { takeParcelLines } from '../common/parcels.ts';
import { takeShownCountdown } from '../common/shown-countdown.ts';
import { takeRefundStage } from '../common/status-line.ts';
import type { PageStage, Role } from '../types.ts';
import { REFUND_LABELS, REFUND_NUMBER } from './labels.ts';
import { idInAddress } from './links.ts';
import { negotiationEvents, oldestFirst, takeNegotiation, takeOpening, withParties } from './negotiation.ts';
import { stageAfter } from './negotiation-steps.ts';
import { type RefundData, refundDataOf } from './refund-components.ts';
import { takeRefundData } from './refund-data.ts';
import { HISTORY, shownHistory } from './refund-history.ts';

/** Steps are named after what may still happen, so their words are no status. */
const STEPS = '[class*="processBar" i], [class*="step" i], [data-reactid*="processBar"], [role="progressbar"]';
/** What stands under these is what was said before; the rows beside it say what is so now. */
const isHistoryHeading = (text: string) =>
  /^(?:协商(?:历史|记录|详情|过程)|留言(?:记录|历史)|历史记录)(?:$|[\s:：（(])/u.test(text);

/** Reads a refund or dispute detail: Ultron data, the history's elements, labels, sentences, address. */
export function readRefundPage(document: Document, page: DetectedPage, viewing: Viewing): ReadResult {
  const facts = new FactCollector();
  const content = new Content(document, (element) => element.matches(`${STEPS}, ${HISTORY}`));
  const data = ownData(document, page, content.lines);
  const read = data && takeRefundData(data, facts);
  const own = page.ids.refundNo ?? data?.refundNo;
  leaveOutStrangers(content, REFUND_NUMBER, own ? [own] : []);
  takeOpening(content.lines, facts);
  content.leaveOutSections(isHistoryHeading);
  const role = roleOf(content.lines, page, read?.otherSide ?? null);
  takeElements(content, role, facts);
  takeLabels(content.lines, REFUND_LABELS, facts);
  takeParcelLines(content.lines, facts);
  takeShownCountdown(content.lines, facts, viewing);
  const isFromData = read !== null && read.negotiation.length > 0;
  const history = withParties(
    oldestFirst(isFromData ? read.negotiation : shownHistory(document)),
    facts.finish().facts,
  );
  takeNegotiation(history, isFromData ? 'inlineData' : 'element', facts);
  takeStage(content.lines, read?.progress ?? null, stageAfter(history), facts);
  dropOvertakenStage(facts);
  if (page.ids.refundNo) facts.offer('refundNo', page.ids.refundNo, 'url', page.ids.refundNo);
  return { pageKind: 'refundDetail', role, partial: false, events: negotiationEvents(history), ...facts.finish() };
}

/** The page's data, unless the address, or else what is shown, is about another refund: then the page has moved on. */
function ownData(document: Document, page: DetectedPage, lines: readonly Line[]): RefundData | null {
  const candidates = findInlineData(pageDocuments(document), 'disputeData').map(refundDataOf);
  const { refundNo } = page.ids;
  const current = refundNo ? [refundNo] : findLabelled(lines, REFUND_NUMBER).map(({ value }) => value);
  const isOwn = (data: RefundData | null) =>
    data !== null && (!data.refundNo || current.length === 0 || current.includes(data.refundNo));
  return candidates.findLast(isOwn) ?? null;
}

/** What the page says in words beats what the progress bar and the history allow to conclude. */
function takeStage(
  lines: readonly Line[],
  progress: PageStage | null,
  history: PageStage | null,
  facts: FactCollector,
): void {
  if (takeRefundStage(lines, facts)) return;
  const isOver = (stage: PageStage | null) => stage === 'SUCCESS' || stage === 'CLOSED';
  if (!progress || progress === history) facts.offer('stage', history, 'sentence', history ?? '');
  else if (!history || (!isOver(progress) && !overtakes(history)))
    facts.offer('stage', progress, 'inlineData', progress);
  // The bar stays on its step after a refusal, so then neither is sure.
  else if (!isOver(progress)) facts.offer('stage', history, 'sentence', history);
}

function overtakes(history: PageStage): boolean {
  return (
    history === 'SELLER_REFUSE_BUYER' || history === 'INTERVENTION' || history === 'CLOSED' || history === 'SUCCESS'
  );
}

/** Goods that are on their way back show that the seller has agreed; a page that says otherwise contradicts itself. */
function dropOvertakenStage(facts: FactCollector): void {
  const isReturning = facts.values('returnTrackingNo').length > 0;
  facts.keep(
    'stage',
    (stage) => !isReturning || (stage !== 'WAIT_SELLER_AGREE' && stage !== 'WAIT_BUYER_RETURN_GOODS'),
  );
}

/** The order's link and the other side's row, known by their place in the rendered page (docs/marketplaces.md). */
function takeElements(content: Content, role: Role, facts: FactCollector): void {
  for (const link of content.query('.value-options a[href]')) {
    const href = link.getAttribute('href');
    facts.offer('orderNo', idInAddress(href, 'biz_order_id', 'bizOrderId'), 'element', href ?? '');
  }
  if (role === 'unknown') return;
  for (const nick of content.query('[data-reactid*="nickRow4OrderDetail"][data-reactid$=".1.$1"]')) {
    facts.take(role === 'seller' ? 'buyerNick' : 'sellerNick', nick.textContent, readWords, 'element');
  }
}

const SELLER_BUTTONS =
  /^(?:同意退款|同意退货|拒绝退款|拒绝申请|同意并退款|确认收货[，,]\s*同意退款|修改备注|发送退货地址)$/u;
const BUYER_BUTTONS =
  /^(?:撤销申请|修改申请|要求客服介入|申请客服介入|申请平台介入|填写退货物流|填写退货单号|我要退货|填写物流单号)$/u;

/** Whose page it is: what it lets one do and whose nick it shows says more than the address, which both sides can open. */
function roleOf(lines: readonly Line[], page: DetectedPage, otherSide: 'buyer' | 'seller' | null): Role {
  const words = lines.flatMap(({ segments }) => segments.map(({ text }) => text));
  const isSellers = otherSide === 'buyer' || words.some((text) => SELLER_BUTTONS.test(text));
  const isBuyers = otherSide === 'seller' || words.some((text) => BUYER_BUTTONS.test(text));
  return isSellers === isBuyers ? page.role : isSellers ? 'seller' : 'buyer';
}
