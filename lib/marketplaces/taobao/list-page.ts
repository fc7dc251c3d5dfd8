import { at, findInlineData, listAt, textAt } from '../../reading/inline-data.ts';
import type { Literal } from '../../reading/literal.ts';
import { readId, readInstant, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import { normalizeSpace } from '../../shared/text.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import type { Item, ListedOrder } from '../types.ts';
import { itemIdOfAddress, nickOf, readTaobaoLink } from './links.ts';

/** Reads an order list: the data of the old page, or the rows that the new page has rendered so far. */
export function readListPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const data = findInlineData(document, 'data');
  const old = listAt(data, 'mainOrders').flatMap((order) => orderOfData(order) ?? []);
  facts.offer('orders', old, 'inlineData', `${old.length}`);
  const rows = Array.from(document.querySelectorAll('[id^="shopOrderContainer_"]'));
  const rendered = rows.flatMap((row) => orderOfRow(row) ?? []);
  facts.offer('orders', rendered, 'element', `${rendered.length}`);
  const partial = old.length > 0 ? Number(textAt(data, 'page', 'totalPage') ?? 1) > 1 : isLongerList(document);
  return { pageKind: 'orderList', role: page.role, partial, events: [], ...facts.finish() };
}

/** Rows are created while scrolling and there may be further pages. */
function isLongerList(document: Document): boolean {
  const next = document.querySelector('.ant-pagination-next');
  return next === null || next.getAttribute('aria-disabled') !== 'true';
}

/** One entry of `mainOrders` (pages.md 1.2). */
function orderOfData(order: Literal): ListedOrder | null {
  const orderNo = readId(textAt(order, 'id') ?? textAt(order, 'orderInfo', 'id') ?? '');
  if (!orderNo) return null;
  return {
    orderNo,
    ...present({
      createdAt: readInstant(textAt(order, 'orderInfo', 'createTime') ?? ''),
      shopName: readWords(textAt(order, 'seller', 'shopName') ?? ''),
      sellerNick: readWords(textAt(order, 'seller', 'nick') ?? ''),
      paidAmount: parseYuan(textAt(order, 'payInfo', 'actualFee') ?? ''),
      orderStatus: readWords(textAt(order, 'statusInfo', 'text') ?? ''),
    }),
    items: listAt(order, 'subOrders').flatMap((sub) => itemOfData(sub) ?? []),
    links: linksOfData(order),
  };
}

function itemOfData(sub: Literal): Item | null {
  const title = readWords(textAt(sub, 'itemInfo', 'title') ?? '', 200);
  if (!title) return null;
  const sku = listAt(sub, 'itemInfo', 'skuText').map(
    (part) => `${textAt(part, 'name') ?? ''}：${textAt(part, 'value') ?? ''}`,
  );
  const operations = listAt(sub, 'operations').map((operation) => textAt(operation, 'text') ?? '');
  return {
    title,
    ...present({
      sku: sku.join('；') || null,
      unitPrice: parseYuan(textAt(sub, 'priceInfo', 'realTotal') ?? ''),
      quantity: quantityOf(textAt(sub, 'quantity')),
      subOrderNo: readId(textAt(sub, 'id') ?? ''),
      itemId: readId(textAt(sub, 'itemInfo', 'id') ?? '', 6),
      status: operations.find((text) => /退款|售后/u.test(text) && !/申请|退款\/退/u.test(text)) ?? null,
    }),
  };
}

function linksOfData(order: Literal): ListedOrder['links'] {
  const subOrders = listAt(order, 'subOrders');
  const own = [...listAt(order, 'statusInfo', 'operations'), ...listAt(order, 'operations')];
  const all = [...own, ...subOrders.flatMap((sub) => listAt(sub, 'operations'))];
  const link = (pattern: RegExp) => {
    const operation = all.find((candidate) => pattern.test(textAt(candidate, 'text') ?? ''));
    return readTaobaoLink(textAt(operation, 'url') ?? textAt(operation, 'dataUrl'));
  };
  return present({
    detail: link(/订单详情/u) ?? readTaobaoLink(textAt(at(order, 'statusInfo'), 'url')),
    refund: link(/查看退款/u),
    logistics: link(/查看物流/u),
    complaint: link(/^投诉/u),
  });
}

/** One rendered row of the new page; rows of advertisements have no order number. */
function orderOfRow(row: Element): ListedOrder | null {
  const orderNo = readId(row.id.replace('shopOrderContainer_', ''));
  if (!orderNo) return null;
  const words = (selector: string) => readWords(row.querySelector(selector)?.textContent ?? '');
  const payment = Array.from(row.querySelectorAll('[class*="payment--"] .trade-price-container'), priceText);
  return {
    orderNo,
    ...present({
      createdAt: readInstant(words('[class*="shopInfoOrderTime"]') ?? ''),
      shopName: words('a[class*="shopInfoName"]'),
      sellerNick: nickOf(row),
      paidAmount: parseYuan(payment.find((text) => text.startsWith('实付款'))?.replace('实付款', '') ?? ''),
      orderStatus: words('[class*="shopInfoStatus"]'),
    }),
    items: Array.from(row.querySelectorAll('.trade-bought-list-order-info')).flatMap((box) => itemOfRow(box) ?? []),
    links: linksOfRow(row),
  };
}

const SERVICE_WORDS = /退货|极速|无理由|保障|包邮|运费险|赔/u;

function itemOfRow(box: Element): Item | null {
  const title = readWords(box.querySelector('a[class*="title--"] [class*="titleText"]')?.textContent ?? '', 200);
  if (!title) return null;
  const info = Array.from(box.querySelectorAll('[class*="content--"] > [class*="info--"]'), ({ textContent }) =>
    readWords(textContent ?? '', 200),
  );
  const price = box.querySelector('[class*="itemInfoColPrice"] .trade-price-container');
  const count = normalizeSpace(box.querySelector('[class*="quantity--"]')?.textContent ?? '').replace(/^[x×]\s*/u, '');
  return {
    title,
    ...present({
      sku: info[0] && !SERVICE_WORDS.test(info[0]) ? info[0] : null,
      unitPrice: price && parseYuan(priceText(price)),
      quantity: quantityOf(count),
      itemId: itemIdOfAddress(box.querySelector('a[class*="title--"]')?.getAttribute('href')),
      status: readWords(box.querySelector('[class*="refundStatus"]')?.textContent ?? ''),
    }),
  };
}

function linksOfRow(row: Element): ListedOrder['links'] {
  const links = Array.from(row.querySelectorAll('a[href]'));
  const link = (pattern: RegExp) =>
    readTaobaoLink(links.find(({ textContent }) => pattern.test(textContent ?? ''))?.getAttribute('href'));
  return present({
    detail: link(/订单详情/u),
    refund: link(/查看退款/u),
    logistics: link(/查看物流/u),
    complaint: link(/投诉/u),
  });
}

/** Prices are split over spans: “￥” “8” “.” “27”. */
function priceText(container: Element): string {
  return normalizeSpace(container.textContent ?? '').replace(/\s/gu, '');
}

function quantityOf(text: string | null): number | null {
  const quantity = Number(text ?? Number.NaN);
  return Number.isInteger(quantity) && quantity > 0 ? quantity : null;
}

/** Leaves out what was not read. */
function present<Shape extends object>(entries: { [Key in keyof Shape]: Shape[Key] | null }): Partial<Shape> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== null)) as Partial<Shape>;
}
