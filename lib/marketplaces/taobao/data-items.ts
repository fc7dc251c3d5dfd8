import { dataPairs } from '../../reading/data-pairs.ts';
import { at, listAt, textAt } from '../../reading/inline-data.ts';
import type { Literal } from '../../reading/literal.ts';
import { readId, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import type { FactCollector } from '../collector.ts';
import type { Item } from '../types.ts';
import { present, quantityOf } from './items.ts';
import { idInAddress, itemIdOfAddress } from './links.ts';

/** Offers the items of an old order detail, Taobao or Tmall, and their numbers. */
export function takeItems(subOrders: readonly Literal[], facts: FactCollector): void {
  const items = subOrders.map(itemOf).filter(({ title }) => title);
  const numbers = items.flatMap(({ subOrderNo }) => subOrderNo ?? []);
  const areDistinct = new Set(numbers).size === numbers.length; // Otherwise they are all the main order's.
  const own = areDistinct ? items : items.map(({ subOrderNo: _number, ...item }) => item);
  facts.offer('items', own, 'inlineData', items.map(({ title }) => title).join('；'));
  if (areDistinct) facts.offer('subOrderNos', numbers, 'inlineData', numbers.join(' '));
}

function itemOf(sub: Literal): Item {
  const info = at(sub, 'itemInfo');
  const sku = dataPairs(at(info, 'skuText')).map(({ label, value }) => `${label}：${value}`);
  const addresses = ['auctionUrl', 'itemUrl', 'snapUrl'].map((key) => textAt(info, key));
  const number = textAt(sub, 'idStr') ?? textAt(sub, 'id');
  return {
    title: readWords(textAt(info, 'title') ?? '', 200) ?? '',
    ...present({
      sku: sku.join('；') || null,
      unitPrice: parseYuan(textAt(sub, 'priceInfo') ?? textAt(sub, 'priceInfo', 0, 'text') ?? ''),
      quantity: quantityOf(textAt(sub, 'quantity')),
      subOrderNo: number ? readId(number) : firstOf(addresses, snapshotNumber),
      itemId: firstOf(addresses, itemIdOfAddress),
      status: readWords(statusOf(sub) ?? ''),
    }),
  };
}

/** A snapshot is of one item, so the number in its address is the item's. */
function snapshotNumber(address: string | null): string | null {
  return address?.includes('tradeSnap') ? idInAddress(address, 'trade_id', 'tradeID', 'tradeId') : null;
}

function firstOf<Value>(addresses: readonly (string | null)[], read: (address: string | null) => Value | null) {
  return addresses.map(read).find((value) => value !== null) ?? null;
}

/** `tradeStatus[].content[]` holds words and links; the one about a refund says more than 未确认收货 beside it. */
function statusOf(sub: Literal): string | null {
  const texts = listAt(sub, 'tradeStatus')
    .flatMap((line) => listAt(line, 'content'))
    .flatMap((cell) => textAt(cell, 'value') ?? textAt(cell, 'value', 'text') ?? textAt(cell, 'text') ?? []);
  return texts.find((text) => /退|售后/u.test(text) && !/申请|查看/u.test(text)) ?? texts[0] ?? null;
}
