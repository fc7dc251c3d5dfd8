import { isCorrectable } from '../../cases/facts/correction-input.ts';
import type { FactKey, NegotiationEntry } from '../../marketplaces/types.ts';
import { truncate } from '../../shared/text.ts';
import { parseIso } from '../../shared/time.ts';
import { FACT_WORDS } from '../documents/fact-words.ts';
import { dateWords, marketplaceWords, moneyWords, timeWords } from '../documents/words.ts';
import type { DisputeSummary, EvidenceItem, Statement } from '../types.ts';
import type { CapturedFacts } from './captured-facts.ts';

/** How much of somebody's words is quoted in a sentence. */
const QUOTE_LENGTH = 120;
const BRIEF_QUOTE_LENGTH = 30;

/** Section 二: what was bought, from whom, for how much, and how it arrived. */
export function transactionStatements(dispute: DisputeSummary, captured: CapturedFacts): Statement[] {
  const { facts, refs } = captured;
  const statements: Statement[] = [];
  if (dispute.orderNo && dispute.itemTitle) {
    const used = ['orderNo', 'items', 'paidAmount', 'createdAt', 'shopName'] as const;
    const text = marked(purchaseWords(dispute), captured, ...used);
    statements.push({ text, brief: briefPurchaseWords(dispute), evidence: refs(...used) });
  }
  if (dispute.paidAt !== undefined) {
    const text = marked(`${timeWords(dispute.paidAt)}，投诉人付款。`, captured, 'paidAt');
    statements.push({ text, evidence: refs('paidAt') });
  }
  if (facts.shippedAt) {
    const parcel = [facts.carrier, facts.trackingNo && `运单号${facts.trackingNo}`].filter(Boolean).join('，');
    const words = `${instantWords(facts.shippedAt)}，商家发货${parcel ? `（${parcel}）` : ''}。`;
    const text = marked(words, captured, 'shippedAt', 'carrier', 'trackingNo');
    statements.push({ text, evidence: refs('shippedAt', 'trackingNo') });
  }
  if (dispute.signedAt !== undefined) {
    const text = marked(`${timeWords(dispute.signedAt)}，包裹显示签收。`, captured, 'signedAt');
    statements.push({ text, evidence: refs('signedAt') });
  }
  return statements;
}

/** Says of a sentence which of its facts the complainant has corrected, so that nobody looks for them in the evidence. */
function marked(sentence: string, { isCorrected }: CapturedFacts, ...used: FactKey[]): string {
  const names = used.flatMap((fact) => (isCorrectable(fact) && isCorrected(fact) ? [FACT_WORDS[fact]] : []));
  return names.length > 0 ? sentence.replace(/。$/u, `（${names.join('、')}由投诉人更正）。`) : sentence;
}

function purchaseWords(dispute: DisputeSummary): string {
  const { createdAt, itemTitle = '', quantity, orderNo, paidAmount } = dispute;
  return [
    createdAt === undefined ? '' : `${timeWords(createdAt)}，`,
    `投诉人在${placeWords(dispute)}购买“${itemTitle}”`,
    quantity === undefined ? '' : `，数量${quantity}`,
    `，订单编号${orderNo}`,
    paidAmount ? `，实付款${moneyWords(paidAmount)}` : '',
    '。',
  ].join('');
}

function briefPurchaseWords(dispute: DisputeSummary): string {
  const { createdAt, itemTitle = '', orderNo, paidAmount } = dispute;
  const date = createdAt === undefined ? '' : dateWords(createdAt);
  const paid = paidAmount ? `，实付${paidAmount}元` : '';
  return `${date}在${placeWords(dispute)}购买“${truncate(itemTitle, 20)}”，订单${orderNo}${paid}。`;
}

/** A shop by its name, or the seller by the nick when the pages show no shop. */
function placeWords({ marketplace, shopName, sellerNick }: DisputeSummary): string {
  const platform = marketplaceWords(marketplace) ?? '网络平台';
  if (shopName) return `${platform}店铺“${shopName}”`;
  return sellerNick ? `${platform}向卖家“${sellerNick}”` : platform;
}

/** Section 三: why a refund was asked for. */
export function courseStatements(dispute: DisputeSummary, captured: CapturedFacts): Statement[] {
  const { refundAppliedAt, refundType, refundReason, refundAmount, refundDescription, refundNo } = dispute;
  if (!refundReason && !refundDescription && !refundAmount) return [];
  const parts = [
    refundAppliedAt === undefined ? '' : `${timeWords(refundAppliedAt)}，`,
    `投诉人${refundReason ? `以“${refundReason}”为由` : ''}在平台申请${refundType ?? '退款'}`,
    refundAmount ? `，金额${moneyWords(refundAmount)}` : '',
    refundNo ? `，退款编号${refundNo}` : '',
    refundDescription ? `，说明为：“${truncate(oneLine(refundDescription), QUOTE_LENGTH)}”` : '',
    '。',
  ];
  const used = ['refundAppliedAt', 'refundReason', 'refundAmount', 'refundDescription', 'refundNo'] as const;
  const evidence = captured.refs(...used);
  const text = marked(parts.join(''), captured, ...used, 'refundType');
  const reason = refundReason ? `因“${refundReason}”` : '';
  const amount = refundAmount ? `${refundAmount}元` : '';
  return [{ text, brief: `${reason}申请${refundType ?? '退款'}${amount}。`, evidence }];
}

/** Section 四: what the seller and the platform answered, entry by entry, and that there was a conversation. */
export function negotiationStatements({ facts, refs }: CapturedFacts, items: readonly EvidenceItem[]): Statement[] {
  const answers = (facts.negotiation ?? []).filter(({ party }) => party !== 'buyer');
  return [
    ...items.flatMap(chatStatement),
    ...answers.map((entry) => ({
      text: answerWords(entry, QUOTE_LENGTH),
      brief: answerWords(entry, BRIEF_QUOTE_LENGTH),
      evidence: refs('negotiation'),
    })),
  ];
}

function chatStatement({ no, messages }: EvidenceItem): Statement[] {
  const times = messages.flatMap(({ at }) => at ?? []).sort();
  const [first, last] = [times[0], times.at(-1)];
  if (!first || !last) return [];
  const text = `投诉人与商家通过平台聊天工具沟通，${instantWords(first)}至${instantWords(last)}共${messages.length}条消息。`;
  return [{ text, evidence: [{ no }] }];
}

const PARTIES = { seller: '商家', platform: '平台', buyer: '投诉人', unknown: '对方' } as const;

function answerWords({ at, party, text }: NegotiationEntry, length: number): string {
  const time = at ? `${instantWords(at)}，` : '';
  return `${time}${PARTIES[party]}在退款页面答复：“${truncate(oneLine(text), length)}”。`;
}

function instantWords(iso: string): string {
  return timeWords(parseIso(iso) ?? undefined) ?? '';
}

/** Several lines as one, for a sentence. */
export function oneLine(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim().replace(/[。；;]$/u, ''))
    .filter(Boolean)
    .join('；');
}
