import { Content } from '../../reading/content.ts';
import { findLabelled } from '../../reading/labels.ts';
import { type Line, readLines } from '../../reading/lines.ts';
import { readId, readInstant, readWords } from '../../reading/values.ts';
import { visibility } from '../../reading/visibility.ts';
import { firstOfEach } from '../../shared/lists.ts';
import { parseYuan } from '../../shared/money.ts';
import { normalizeSpace } from '../../shared/text.ts';
import { FactCollector } from '../collector.ts';
import { present, quantityOf } from '../common/items.ts';
import { listedOrder } from '../common/order-text.ts';
import { cardsOf, tableRows, takeColumns } from '../common/page-text.ts';
import { orderStatusOf } from '../common/status.ts';
import type { Item, ListedOrder, Role } from '../types.ts';
import { itemOfBox } from './items.ts';
import { ORDER_LABELS, ORDER_NUMBER } from './labels.ts';
import { addressesIn, idInAddress, itemIdOfAddress, linksOf, nickOf } from './links.ts';

const NEW_ROW = 'shopOrderContainer_';
const OLD_ROW = '.js-order-container, tbody[data-orderid]';
const NICK = '[data-nick], a[href*="amos.alicdn.com"][href*="uid="]';

/** The orders that a list shows as rows with known ids or classes, new or old (docs/marketplaces.md), once each. */
export function orderRows(document: Document, role: Role): ListedOrder[] {
  const isShown = visibility();
  const rows = Array.from(document.querySelectorAll(`[id^="${NEW_ROW}"], ${OLD_ROW}`)).filter(isShown);
  const orders = rows.flatMap((row) => orderOfRow(row, readLines(row), role) ?? []);
  return firstOfEach(orders, ({ orderNo }) => orderNo);
}

/** The orders of a list without known rows: around each order number the largest box that holds no other. */
export function orderCards(document: Document): ListedOrder[] {
  const content = new Content(document);
  const { lines } = content;
  const cards = cardsOf(lines, ORDER_NUMBER);
  const orders = (cards.length > 0 ? cards : tableRows(content, ORDER_NUMBER)).map(({ number, box }) => {
    const facts = new FactCollector();
    takeColumns(box, ORDER_LABELS, facts);
    const links = linksOf(addressesIn(box));
    return listedOrder({ orderNo: number, links }, content.linesIn(box), ORDER_LABELS, facts);
  });
  return orders.filter(({ orderNo, links }) => !leadsElsewhere(orderNo, links.detail));
}

/** A card that is being filled anew shows one order and still leads to another. */
function leadsElsewhere(orderNo: string, detail: string | undefined): boolean {
  return (idInAddress(detail, 'bizOrderId', 'biz_order_id') ?? orderNo) !== orderNo;
}

/** Null for a row of advertisements and for one that is being filled anew and still shows another order. */
function orderOfRow(row: Element, lines: readonly Line[], role: Role): ListedOrder | null {
  const shown = findLabelled(lines, ORDER_NUMBER).map(({ value }) => String(value));
  const reactId = /order-(\d+)/.exec(row.getAttribute('data-reactid') ?? '')?.[1];
  const orderNo = readId(row.id.replace(NEW_ROW, '') || row.getAttribute('data-orderid') || reactId || shown[0] || '');
  if (!orderNo || shown.some((number) => number !== orderNo)) return null;
  const facts = new FactCollector();
  const text = (selector: string) => row.querySelector(selector)?.textContent ?? null;
  const title = (selector: string) => row.querySelector(selector)?.getAttribute('title') ?? null;
  facts.take('createdAt', text('[class*="shopInfoOrderTime"], [class*="create-time"]'), readInstant, 'element');
  facts.take('createdAt', title('.dealtime'), readInstant, 'element');
  facts.take('shopName', text('a[class*="shopInfoName"], a[class*="seller-mod__name"]'), readWords, 'element');
  facts.take('shopName', title('a.shopname'), readWords, 'element');
  facts.take('orderStatus', text('[class*="shopInfoStatus"]'), readWords, 'element');
  for (const words of row.querySelectorAll('[class*="text-mod__"], a.status')) {
    facts.take('orderStatus', words.textContent, wholeStatus, 'element');
  }
  if (role !== 'seller')
    facts.offer('sellerNick', nickOf(Array.from(row.querySelectorAll(NICK))), 'element', 'data-nick');
  facts.take('paidAmount', paidInOldRow(row), parseYuan, 'element');
  const items = [
    ...Array.from(row.querySelectorAll('.trade-bought-list-order-info'), itemOfBox),
    ...Array.from(row.querySelectorAll('[class*="production-mod__production"], .baobei-name'), itemOfOldRow),
  ];
  const known = { orderNo, items: items.filter((item) => item !== null), links: linksOf(addressesIn(row)) };
  return listedOrder(known, lines, ORDER_LABELS, facts);
}

function wholeStatus(text: string): string | null {
  const status = orderStatusOf(text)?.status;
  return status === text.trim() ? status : null;
}

/** The total stands in the only price cell without an item. */
function paidInOldRow(row: Element): string | null {
  const totals = Array.from(row.querySelectorAll('[class*="price-mod__price"] strong, em.real-price')).filter(
    (price) => {
      return (price.closest('td')?.rowSpan ?? 1) > 1 || /含运费/u.test(price.closest('td')?.textContent ?? '');
    },
  );
  return totals.length === 1 ? (totals[0]?.textContent ?? null) : null;
}

function itemOfOldRow(production: Element): Item | null {
  const links = Array.from(production.querySelectorAll('a[href]'));
  const link = links.find(
    (candidate) => candidate.textContent?.trim() && itemIdOfAddress(candidate.getAttribute('href')),
  );
  const title = readWords(link?.textContent ?? '', 200);
  if (!title) return null;
  const sku = Array.from(production.querySelectorAll('[class*="sku-item"]'), ({ textContent }) =>
    normalizeSpace(textContent ?? ''),
  );
  const priceCell = production.closest('td')?.nextElementSibling;
  const isTotal = priceCell?.querySelector('em.real-price') !== null;
  const price = priceCell?.querySelector('strong, .special-num') ?? (isTotal ? null : priceCell);
  return {
    title,
    ...present({
      sku: sku.filter(Boolean).join('；') || null,
      unitPrice: parseYuan(price?.textContent ?? ''),
      quantity: quantityOf(priceCell?.nextElementSibling?.textContent),
      itemId: itemIdOfAddress(link?.getAttribute('href')),
    }),
  };
}
