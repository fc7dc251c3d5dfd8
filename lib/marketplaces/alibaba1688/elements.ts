import { queryDeep } from '../../reading/tree.ts';
import { readId, readInstant, readLink, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import { normalizeSpace } from '../../shared/text.ts';
import { parseUrl } from '../../shared/url.ts';
import type { FactCollector } from '../collector.ts';
import { present, quantityOf } from '../common/items.ts';
import { readAmount, readNick, readShop } from '../common/label-specs.ts';
import { orderStatusOf } from '../common/status.ts';
import type { Item } from '../types.ts';

/** Finds elements in a part of the page. */
type Find = (selector: string) => Element[];
/** The box of one item. */
const ITEM_BOX = '.order-item-entry';
/** Facts in the components of the new pages: the component, what stands in its open shadow tree, and how it is read. */
const PLACES = {
  createdAt: ['.order-item-header', '.order-time', (text: string) => readInstant(text.replace(/^\D+/u, ''))],
  shopName: ['order-item-seller-info', '.company-name', readShop],
  sellerNick: ['order-item-seller-info', '.seller-id-text', readNick],
  paidAmount: ['order-item-total-price', '.total-price', readAmount],
  orderStatus: ['order-item-status', '.order-status', readStatus],
} as const;

/** Offers what the components in a part of the page say about an order. */
export function takeComponents(find: Find, keys: readonly (keyof typeof PLACES)[], facts: FactCollector): void {
  for (const key of keys) {
    const [component, selector, read] = PLACES[key];
    for (const element of inside(find, component, selector)) {
      facts.take(key, normalizeSpace(element.textContent ?? ''), read, 'element');
    }
  }
}

function inside(find: Find, component: string, selector: string): Element[] {
  return find(component).flatMap((host) => queryDeep(host, selector));
}

/** Known words, or others so short that they are no sentence. */
function readStatus(text: string): string | null {
  return orderStatusOf(text)?.status ?? (text.length <= 10 ? readWords(text) : null);
}

/** The items that the components in a part of the page show. */
export function itemsIn(find: Find): Item[] {
  return find(ITEM_BOX).flatMap((box) => itemOfBox(box) ?? []);
}

function itemOfBox(box: Element): Item | null {
  const find: Find = (selector) => queryDeep(box, selector);
  const [link] = inside(find, 'order-item-entry-product', 'a.product-name');
  const title = readWords(link?.textContent ?? '', 200);
  if (!title) return null;
  const sku = inside(find, 'order-item-entry-product', '.sku-info-item').map((part) =>
    readWords(part.textContent ?? ''),
  );
  const only = (component: string, selector: string) => onlyText(inside(find, component, selector));
  return {
    title,
    ...present({
      sku: sku.filter((part) => part !== null).join('；') || null,
      unitPrice: parseYuan(only('order-item-entry-unit-price', '.actual-unit-price')),
      quantity: quantityOf(only('order-item-entry-quantity-service-status', '.quantity-amount')),
      itemId: offerIn(link?.getAttribute('href')),
    }),
  };
}

/** The text of the only element; of several nobody knows which one counts. */
function onlyText(elements: readonly Element[]): string {
  return elements.length === 1 ? normalizeSpace(elements[0]?.textContent ?? '') : '';
}

/** The number of an offer in its address (`detail.1688.com/offer/900000000001.html`). */
function offerIn(href: string | null | undefined): string | null {
  const path = parseUrl(read1688Link(href))?.pathname ?? '';
  return readId(/^\/offer\/(\d+)\.html$/u.exec(path)?.[1] ?? '', 6);
}

/** An address of 1688 as absolute https; null for every other. */
export function read1688Link(href: string | null | undefined): string | null {
  return /^(?:https?:)?\/\//iu.test(href ?? '') ? readLink(href, 'https://www.1688.com/', ['1688.com']) : null;
}
