import { listAt, textAt } from '../../reading/inline-data.ts';
import type { Literal } from '../../reading/literal.ts';
import { readId, readInstant, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import type { Item, ListedOrder } from '../types.ts';
import { ITEM_STATUS, present, quantityOf } from './items.ts';
import { linksOf } from './links.ts';

/** One entry of `mainOrders` in the data of an old list (docs/marketplaces.md); null without a number. */
export function orderOfData(order: Literal): ListedOrder | null {
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
    links: linksOf(addressesOf(order)),
  };
}

function itemOfData(sub: Literal): Item | null {
  const title = readWords(textAt(sub, 'itemInfo', 'title') ?? '', 200);
  if (!title) return null;
  const sku = listAt(sub, 'itemInfo', 'skuText').flatMap((part) => {
    const [name, value] = [textAt(part, 'name'), textAt(part, 'value')];
    return value ? [name ? `${name}：${value}` : value] : [];
  });
  const operations = listAt(sub, 'operations').map((operation) => textAt(operation, 'text') ?? '');
  return {
    title,
    ...present({
      sku: sku.join('；') || null,
      unitPrice: parseYuan(textAt(sub, 'priceInfo', 'realTotal') ?? ''),
      quantity: quantityOf(textAt(sub, 'quantity')),
      subOrderNo: readId(textAt(sub, 'id') ?? ''),
      itemId: readId(textAt(sub, 'itemInfo', 'id') ?? '', 6),
      status: operations.find((text) => ITEM_STATUS.test(text)) ?? null,
    }),
  };
}

/** The addresses of an order's buttons, its own first. */
function addressesOf(order: Literal): (string | null)[] {
  const own = [...listAt(order, 'statusInfo', 'operations'), ...listAt(order, 'operations')];
  const items = listAt(order, 'subOrders').flatMap((sub) => listAt(sub, 'operations'));
  const buttons = [...own, ...items].flatMap((button) => [textAt(button, 'url'), textAt(button, 'dataUrl')]);
  return [...buttons, textAt(order, 'statusInfo', 'url')];
}
