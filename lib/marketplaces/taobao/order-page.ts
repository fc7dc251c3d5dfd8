import { Content } from '../../reading/content.ts';
import { findInlineData } from '../../reading/inline-data.ts';
import { type Line, pageDocuments } from '../../reading/lines.ts';
import type { Literal } from '../../reading/literal.ts';
import type { DetectedPage, ReadResult, Viewing } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import { takeOrderText } from '../common/order-text.ts';
import { leaveOutStrangers } from '../common/page-text.ts';
import type { Role } from '../types.ts';
import { ORDER_LABELS, ORDER_NUMBER } from './labels.ts';
import { numbersOfOldOrder, numbersOfTmallOrder, takeOldOrder, takeTmallOrder } from './order-data.ts';
import { takeNewElements } from './order-elements.ts';

/** Reads an order detail of any generation: data in scripts, elements with stable ids, labels, sentences, address. */
export function readOrderPage(document: Document, page: DetectedPage, viewing: Viewing): ReadResult {
  const facts = new FactCollector();
  const own = new Set(page.ids.orderNo ? [page.ids.orderNo] : []);
  takeData(document, own, facts, viewing);
  const content = new Content(document);
  leaveOutStrangers(content, ORDER_NUMBER, [...own]);
  const role = roleOf(document, page, content.lines, facts);
  takeNewElements(content, role, facts);
  takeOrderText(content, ORDER_LABELS, page, facts, viewing);
  return { pageKind: 'orderDetail', role, partial: false, events: [], ...facts.finish() };
}

/** Takes the data in the page's scripts, unless it is about another order than the address: then the page has moved on. */
function takeData(document: Document, own: Set<string>, facts: FactCollector, viewing: Viewing): void {
  const documents = pageDocuments(document);
  const old = ownData(findInlineData(documents, 'data'), numbersOfOldOrder, own);
  if (old) takeOldOrder(old, facts, viewing);
  const tmall = ownData(findInlineData(documents, 'detailData'), numbersOfTmallOrder, own);
  if (tmall) takeTmallOrder(tmall, facts, viewing);
}

/** The last data of its kind that is about the page's order; its numbers join the page's own. */
function ownData(
  candidates: readonly Literal[],
  numbersOf: (data: Literal) => string[] | null,
  own: Set<string>,
): Literal {
  for (const data of candidates.toReversed()) {
    const numbers = numbersOf(data);
    const isOwn = own.size === 0 || numbers?.length === 0 || numbers?.some((number) => own.has(number));
    if (!numbers || !isOwn) continue;
    for (const number of numbers) own.add(number);
    return data;
  }
  return null;
}

const BUYER_WORDS = /^(?:商家|卖家|掌柜)[:：]?$|^(?:确认收货|延长收货时间|申请售后|申请退款|立即付款|提醒发货)$/u;
const SELLER_WORDS = /^买家[:：]?$|^(?:发货|修改价格|修改地址|关闭交易|标记发货|卖家备忘)$/u;

/** Whose page it is: what the page says of itself, else the address, else whose name it shows and what it lets one do. */
function roleOf(document: Document, page: DetectedPage, lines: readonly Line[], facts: FactCollector): Role {
  const body = document.body?.classList;
  if (body?.contains('tm-buyer')) return 'buyer';
  if (body?.contains('tm-seller')) return 'seller';
  if (page.role !== 'unknown') return page.role;
  const words = lines.flatMap(({ segments }) => segments.map(({ text }) => text));
  const isBuyers = facts.values('sellerNick').length > 0 || words.some((text) => BUYER_WORDS.test(text));
  const isSellers = facts.values('buyerNick').length > 0 || words.some((text) => SELLER_WORDS.test(text));
  return isBuyers === isSellers ? 'unknown' : isBuyers ? 'buyer' : 'seller';
}
