import { listAt, textAt } from '../../reading/inline-data.ts';
import type { Literal } from '../../reading/literal.ts';
import { readId, readInstant, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import { present } from '../common/items.ts';
import type { ListedOrder } from '../types.ts';
import { itemOf } from './data-items.ts';
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
    items: listAt(order, 'subOrders')
      .map(itemOf)
      .filter(({ title }) => title),
    links: linksOf(addressesOf(order)),
  };
}

/** The addresses of an order's buttons, its own first. */
function addressesOf(order: Literal): (string | null)[] {
  const own = [...listAt(order, 'statusInfo', 'operations'), ...listAt(order, 'operations')];
  const items = listAt(order, 'subOrders').flatMap((sub) => listAt(sub, 'operations'));
  const buttons = [...own, ...items].flatMap((button) => [textAt(button, 'url'), textAt(button, 'dataUrl')]);
  return [...buttons, textAt(order, 'statusInfo', 'url')];
}
