import { firstAt } from '../facts.ts';
import { isKindKnown } from '../machines/after-sales.ts';
import { goodsWhenAsked, isPriceProtection, isResend } from '../machines/conditions.ts';
import { isOpen } from '../machines/run.ts';
import type { Run } from '../machines/types.ts';
import type { Picture } from '../picture.ts';
import { text } from '../text.ts';
import type { Note } from '../types.ts';

/** What is not known and what it keeps from being said. */
export function missingNotes(picture: Picture): Note[] {
  return [...aboutCase(picture), ...aboutOrder(picture), ...aboutRequest(picture), ...aboutDecision(picture)];
}

function aboutCase({ facts, current }: Picture): Note[] {
  const notes: Note[] = [];
  if (current.length === 0) notes.push(NO_EVENTS);
  if (facts.marketplace === null) notes.push(NO_MARKETPLACE);
  else if (facts.marketplace !== 'taobao' && facts.marketplace !== 'tmall') notes.push(OTHER_MARKETPLACE);
  if (facts.role === 'unknown') notes.push(NO_ROLE);
  return notes;
}

function aboutOrder({ facts, order, request, headline, clocks, autoConfirm }: Picture): Note[] {
  if (!order || clocks.has(order) || autoConfirm !== null || request?.stage === 'SUCCESS') return [];
  const lacks = (type: 'order.paid' | 'order.shipped' | 'order.completed') => firstAt(facts.events, type) === null;
  const isAsked = request !== null && request === headline;
  if (order.stage === 'PAID' && (isAsked || order === headline) && lacks('order.paid')) return [NO_PAID_TIME];
  if (order !== headline) return [];
  if (order.stage === 'SHIPPED' && lacks('order.shipped')) return [NO_SHIPPED_TIME];
  return order.stage === 'SUCCESS' && lacks('order.completed') ? [NO_COMPLETED_TIME] : [];
}

function aboutRequest({ facts, request, clocks }: Picture): Note[] {
  if (!request || !isOpen(request)) return [];
  const notes: Note[] = [];
  if (!isKindKnown(request)) notes.push(NO_REFUND_TYPE);
  const dependsOnGoods = request.machine === 'refundOnly' || !isKindKnown(request);
  if (isNotDatedByPage(request, clocks) && dependsOnGoods && goodsWhenAsked(request, facts) === null)
    notes.push(NO_GOODS);
  if (isPriceProtection(request, facts)) notes.push(PRICE_PROTECTION);
  if (isResend(request, facts)) notes.push(RESEND);
  return notes;
}

function isNotDatedByPage(request: Run, clocks: Picture['clocks']): boolean {
  return request.stage === 'WAIT_SELLER_AGREE' && clocks.get(request)?.basis !== 'page';
}

function aboutDecision({ intervention }: Picture): Note[] {
  return intervention?.stage === 'DONE' ? [NO_OUTCOME] : [];
}

const NO_EVENTS: Note = {
  id: 'events.none',
  text: text(
    '还没有任何带时间的记录，算不出阶段和期限：打开订单详情或退款详情即可读取。',
    'Nothing with a time is on record yet: open the order or refund detail.',
  ),
};
const NO_MARKETPLACE: Note = {
  id: 'marketplace.missing',
  text: text(
    '不知道是哪个平台，下面暂按淘宝、天猫的规则估算。',
    'The marketplace is unknown; the dates are estimated by the rules of Taobao and Tmall.',
  ),
};
const OTHER_MARKETPLACE: Note = {
  id: 'marketplace.noRules',
  text: text(
    '这个平台自己的时限还没有收录，只列出法律规定的期限和页面倒计时。',
    'The time limits of this marketplace are not included; only the law and the countdown on the page are shown.',
  ),
};
const NO_ROLE: Note = {
  id: 'role.missing',
  text: text(
    '不知道你是买家还是卖家，下一步暂按买家列出。',
    'It is not known whether you are buyer or seller; the next steps are the buyer’s.',
  ),
};
const NO_PAID_TIME: Note = {
  id: 'order.paid.missing',
  text: text(
    '没有读到付款时间，算不出发货期限：打开订单详情即可读取。',
    'The time of payment is missing, so the shipping limit cannot be counted: open the order detail.',
  ),
};
const NO_SHIPPED_TIME: Note = {
  id: 'order.shipped.missing',
  text: text(
    '没有读到发货时间，算不出自动确认收货的时间：打开订单详情即可读取。',
    'The time of shipping is missing, so auto-confirm cannot be counted: open the order detail.',
  ),
};
const NO_COMPLETED_TIME: Note = {
  id: 'order.completed.missing',
  text: text(
    '没有读到交易成功的时间，算不出售后期：打开订单详情即可读取。',
    'The time the trade succeeded is missing, so the after-sales window cannot be counted: open the order detail.',
  ),
};
const NO_REFUND_TYPE: Note = {
  id: 'refundType.missing',
  text: text(
    '看不出是哪种申请（仅退款、退货退款、换货、维修），期限按各类型中最早的那个估算，照着做不会晚；请打开退款详情，或在“读到的内容与更正”里补填退款类型。',
    'It cannot be told what kind of request this is (refund only, return, exchange, repair); the dates are estimated by the kind with the earliest one, so keeping them is safe. Open the refund detail, or fill in the kind under what was read.',
  ),
};
const NO_GOODS: Note = {
  id: 'goods.missing',
  text: text(
    '看不出申请退款时货发了没有：没发货，卖家要在24小时内答复；发了货是2天。这里按早的24小时估算，过了2天才算逾期；请看退款页的倒计时。',
    'It cannot be told whether the goods were shipped when the refund was asked for: if not, the seller has 24 hours; if so, 2 days. The earlier one is shown as an estimate and counts as overdue only after the 2 days; see the countdown on the refund page.',
  ),
};
const PRICE_PROTECTION: Note = {
  id: 'request.priceProtection',
  text: text(
    '价保没有公布的处理时限，以页面倒计时为准。',
    'No limit is published for price protection; the page decides.',
  ),
};
const RESEND: Note = {
  id: 'request.resend',
  text: text(
    '补寄没有公布的时限，卖家答复期限按换货估算，以页面倒计时为准。',
    'No limit is published for a resend; the answer is estimated as for an exchange, the page decides.',
  ),
};
const NO_OUTCOME: Note = {
  id: 'decision.outcome.missing',
  text: text(
    '没有读到平台支持哪一方，请打开处理结果页或在个案里补上。',
    'It is not known whom the platform supported; open the decision or add it in the case.',
  ),
};
