import type { LabelTable } from '../reading/label-table.ts';
import { readId, readInstant, readMonthDayAfter, readText, readTrackingNo, readWords } from '../reading/values.ts';
import { plainText } from '../shared/text.ts';
import { readRefundNo } from './alibaba1688/labels.ts';
import { ORDER_LABELS, REFUND_LABELS } from './taobao/labels.ts';
import type { FactKey, Facts } from './types.ts';

type Read = (text: string) => unknown;

/** Pages write these beside labels; the label's own reader is the reader of the fact. */
const LABELS: Partial<Record<FactKey, readonly [LabelTable<FactKey>, string]>> = {
  orderNo: [ORDER_LABELS, '订单编号'],
  refundNo: [REFUND_LABELS, '退款编号'],
  paymentNo: [ORDER_LABELS, '支付宝交易号'],
  createdAt: [ORDER_LABELS, '创建时间'],
  paidAt: [ORDER_LABELS, '付款时间'],
  shippedAt: [ORDER_LABELS, '发货时间'],
  completedAt: [ORDER_LABELS, '成交时间'],
  signedAt: [ORDER_LABELS, '签收时间'],
  refundAppliedAt: [REFUND_LABELS, '申请时间'],
  paidAmount: [ORDER_LABELS, '实付款'],
  goodsAmount: [ORDER_LABELS, '商品总价'],
  shippingFee: [ORDER_LABELS, '运费'],
  refundAmount: [REFUND_LABELS, '退款金额'],
  shopName: [ORDER_LABELS, '店铺'],
  sellerNick: [ORDER_LABELS, '卖家'],
  buyerNick: [ORDER_LABELS, '买家'],
  orderStatus: [ORDER_LABELS, '订单状态'],
  refundStatus: [REFUND_LABELS, '退款状态'],
  refundType: [REFUND_LABELS, '退款类型'],
  refundReason: [REFUND_LABELS, '退款原因'],
  refundDescription: [REFUND_LABELS, '退款说明'],
  carrier: [ORDER_LABELS, '物流公司'],
  returnCarrier: [ORDER_LABELS, '物流公司'],
  trackingNo: [ORDER_LABELS, '运单号码'],
  returnTrackingNo: [REFUND_LABELS, '退货单号'],
};

/** What stands in sentences or addresses only, numbers of another form, and statuses in words that nobody has seen yet. */
const OTHERS: Partial<Record<FactKey, Read>> = {
  complaintNo: (text) => readId(text, 6),
  itemId: (text) => readId(text, 6),
  refundNo: readRefundNo,
  orderStatus: (text) => readWords(text, 30),
  refundStatus: (text) => readWords(text, 30),
  trackingNo: readTrackingNo,
  refundDescription: readText,
};

/**
 * Reads a fact from the words of an element that the user has pointed at, by the reader that pages are read with. A label of
 * the fact in front of the value is passed over.
 * @param texts what may be the value, best first.
 * @param after an ISO time that a time without a year must follow.
 * @returns null when none of the texts can be the fact.
 */
export function readFact<Key extends FactKey>(fact: Key, texts: readonly string[], after?: string): Facts[Key] | null {
  const [table, label] = LABELS[fact] ?? [];
  const ordered = fact === 'refundDescription' ? texts.toSorted((a, b) => b.length - a.length) : texts;
  const spec = table?.specOf(label ?? '');
  const readers = [spec?.read, OTHERS[fact], fact === 'shipBy' ? limitReader(after) : undefined];
  for (const read of readers) {
    const value = read && firstOf(ordered, spec?.labels ?? [], read);
    if (value !== null && value !== undefined) return value as Facts[Key];
  }
  return null;
}

function firstOf(texts: readonly string[], labels: readonly string[], read: Read): unknown {
  for (const text of texts) {
    const words = withoutLabel(text, labels);
    const value = words === null ? null : (read(words) ?? null);
    if (value !== null) return value;
  }
  return null;
}

/** `退款编号：919…` → `919…`, null for the label alone; longer labels first, because some begin like others. */
function withoutLabel(text: string, labels: readonly string[]): string | null {
  const plain = plainText(text);
  const label = labels.toSorted((a, b) => b.length - a.length).find((word) => plain.startsWith(word));
  if (!label) return text;
  const behind = /^\s*(?:\([^()]*\))?\s*:?\s*(.*)$/su.exec(plain.slice(label.length))?.[1];
  if (!behind) return null;
  return plain.length === text.length ? text.slice(-behind.length) : behind;
}

/** When the seller must have sent, printed without a year or with 前 behind it. */
function limitReader(after: string | undefined): Read {
  return (text) => readInstant(text.replace(/之?前.*$/u, '')) ?? readMonthDayAfter(text, after);
}
