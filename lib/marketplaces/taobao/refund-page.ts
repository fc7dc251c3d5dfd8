import { findCountdown } from '../../reading/countdown.ts';
import { findInlineData } from '../../reading/inline-data.ts';
import type { Line } from '../../reading/lines.ts';
import { readWords } from '../../reading/values.ts';
import { normalizeSpace } from '../../shared/text.ts';
import { formatIso, parsePageTime } from '../../shared/time.ts';
import type { DetectedPage, ReadResult, Viewing } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import type { NegotiationEntry, PageStage, Role } from '../types.ts';
import { REFUND_LABELS } from './labels.ts';
import { idInAddress } from './links.ts';
import { negotiationEvents, partyOf, stageAfter, takeNegotiation } from './negotiation.ts';
import { contentLines, takeLabels, takeShownCountdown } from './page-text.ts';
import { type RefundDataRead, takeRefundData } from './refund-data.ts';
import { refundStageOf } from './status.ts';

const HISTORY = 'pre[data-reactid*="negotiationInfoItem_"]';
/** Steps are named after what may still happen, so their words are no status. */
const STEPS = '[class*="processBar" i], [class*="step" i], [data-reactid*="processBar"], [role="progressbar"]';

/** Reads a refund or dispute detail: Ultron data, the history's elements, labels, sentences, address. */
export function readRefundPage(document: Document, page: DetectedPage, viewing: Viewing): ReadResult {
  const facts = new FactCollector();
  const data = findInlineData(document, 'disputeData');
  const read: RefundDataRead = data
    ? takeRefundData(data, facts)
    : { negotiation: [], progress: null, isSellers: false };
  const history = read.negotiation.length > 0 ? read.negotiation : historyOf(document);
  takeNegotiation(history, facts);
  takeElements(document, page, facts);
  const lines = contentLines(document, (element) => element.matches(`${STEPS}, ${HISTORY}`));
  takeLabels(lines, REFUND_LABELS, facts);
  takeShownCountdown(lines, facts, viewing);
  takeStage(statusLine(lines), read.progress, stageAfter(history), facts);
  takeAddress(page, facts);
  return {
    pageKind: 'refundDetail',
    role: roleOf(lines, page, read),
    partial: false,
    events: negotiationEvents(history),
    ...facts.finish(),
  };
}

/** The rendered history, newest first on the page. Without the data, time and name stand beside the text, if at all. */
function historyOf(document: Document): NegotiationEntry[] {
  const texts = Array.from(document.querySelectorAll(HISTORY));
  return texts.reverse().flatMap((element) => {
    const text = element.textContent?.trim() ?? '';
    const around = element.parentElement?.closest('[data-reactid*="negotiationInfoItem_"]')?.textContent ?? '';
    const time = /\d{4}-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?/.exec(around.replace(text, ''))?.[0];
    const instant = time ? parsePageTime(time) : null;
    const images = Array.from(element.parentElement?.querySelectorAll('img') ?? [], ({ src }) => src).filter((src) =>
      /^https?:/.test(src),
    );
    return text
      ? [{ at: instant === null ? null : formatIso(instant), party: partyOf(text), name: '', text, images }]
      : [];
  });
}

/** The words that say where the refund stands: a heading, or the line beside the running clock. */
function statusLine(lines: readonly Line[]): string | null {
  const clock = lines.findIndex(({ text }) => findCountdown(text) !== null);
  const beside = clock < 0 ? [] : lines.slice(Math.max(0, clock - 2), clock + 2);
  const headings = lines.filter(({ block }) =>
    block.matches('h1, h2, h3, h4, [class*="status" i], [class*="title" i]'),
  );
  return [...headings, ...beside].find(({ text }) => text.length <= 40 && refundStageOf(text) !== null)?.text ?? null;
}

/** What the page says in words beats what the progress bar and the history allow to conclude. */
function takeStage(
  words: string | null,
  progress: PageStage | null,
  history: PageStage | null,
  facts: FactCollector,
): void {
  if (words) {
    facts.offer('refundStatus', words, 'sentence', words);
    facts.offer('stage', refundStageOf(words), 'sentence', words);
    return;
  }
  const overtaken = history === 'SELLER_REFUSE_BUYER' || history === 'INTERVENTION' || history === 'CLOSED';
  if (progress && progress !== 'SUCCESS' && overtaken) return; // The bar stays on its step after a refusal.
  if (progress) facts.offer('stage', progress, 'inlineData', progress);
  else facts.offer('stage', history, 'sentence', history ?? '');
}

/** The row with the other side's nick: its label says whose it is; without one it is the buyer's on a seller's page. */
function takeNickRow(document: Document, page: DetectedPage, facts: FactCollector): void {
  const row = normalizeSpace(document.querySelector('[data-reactid*="nickRow4OrderDetail"]')?.textContent ?? '');
  const match = /^(?:(买家|卖家|商家)\s*[:：]\s*)?(.+)$/u.exec(row);
  const label = match?.[1] ?? (page.role === 'seller' ? '买家' : null);
  if (match && label) facts.take(label === '买家' ? 'buyerNick' : 'sellerNick', match[2] ?? null, readWords, 'element');
}

/** The order's link and the other side's row, known by their place in the rendered page (pages.md 1.4). */
function takeElements(document: Document, page: DetectedPage, facts: FactCollector): void {
  const links = Array.from(document.querySelectorAll('.value-options a[href]'), (link) => link.getAttribute('href'));
  for (const href of links) {
    facts.offer('orderNo', idInAddress(href, 'biz_order_id', 'bizOrderId'), 'element', href ?? '');
  }
  takeNickRow(document, page, facts);
}

function takeAddress(page: DetectedPage, facts: FactCollector): void {
  if (page.ids.refundNo) facts.offer('refundNo', page.ids.refundNo, 'url', page.ids.refundNo);
}

const SELLER_BUTTONS = /^(?:同意退款|同意退货|拒绝退款|拒绝申请|同意并退款|确认收货[，,]\s*同意退款|修改备注)$/u;
const BUYER_BUTTONS =
  /^(?:撤销申请|修改申请|要求客服介入|申请客服介入|申请平台介入|填写退货物流|我要退货|填写物流单号)$/u;

/** Whose page it is: what it lets one do says more than the address, which both sides can open. */
function roleOf(lines: readonly Line[], page: DetectedPage, { isSellers }: RefundDataRead): Role {
  const words = lines.flatMap(({ segments }) => segments.map(({ text }) => text));
  if (isSellers || words.some((text) => SELLER_BUTTONS.test(text))) return 'seller';
  if (words.some((text) => BUYER_BUTTONS.test(text))) return 'buyer';
  return page.role;
}
