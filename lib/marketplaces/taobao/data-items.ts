import { dataPairs } from '../../reading/data-pairs.ts';
import { at, listAt, textAt } from '../../reading/inline-data.ts';
import type { Literal } from '../../reading/literal.ts';
import { readId, readWords } from '../../reading/values.ts';
import { parseYuan } from '../../shared/money.ts';
import type { FactCollector } from '../collector.ts';
import { present, quantityOf } from '../common/items.ts';
import type { Item } from '../types.ts';
import { ITEM_STATUS } from './items.ts';
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

/** An entry of `subOrders` in the data of an old list or order detail; without a title when it has none. */
export function itemOf(sub: Literal): Item {
  const info = at(sub, 'itemInfo');
  const addresses = ['auctionUrl', 'itemUrl', 'snapUrl'].map((key) => textAt(info, key));
  const number = textAt(sub, 'idStr') ?? textAt(sub, 'id');
  const prices = [['priceInfo'], ['priceInfo', 0, 'text'], ['priceInfo', 'realTotal']];
  return {
    title: readWords(textAt(info, 'title') ?? '', 200) ?? '',
    ...present({
      sku: skuOf(at(info, 'skuText')),
      unitPrice: parseYuan(firstOf(prices, (path) => textAt(sub, ...path)) ?? ''),
      quantity: quantityOf(textAt(sub, 'quantity')),
      subOrderNo: number ? readId(number) : firstOf(addresses, snapshotNumber),
      itemId: readId(textAt(info, 'id') ?? '', 6) ?? firstOf(addresses, itemIdOfAddress),
      status: readWords(statusOf(sub) ?? ''),
    }),
  };
}

function skuOf(parts: Literal): string | null {
  const named = dataPairs(parts).map(({ label, value }) => `${label}：${value}`);
  const bare = listAt(parts).flatMap((part) => textAt(part, 'value') ?? []);
  return (named.length > 0 ? named : bare).join('；') || null;
}

/** A snapshot is of one item, so the number in its address is the item's. */
function snapshotNumber(address: string | null): string | null {
  return address?.includes('tradeSnap') ? idInAddress(address, 'trade_id', 'tradeID', 'tradeId') : null;
}

function firstOf<From, Value>(sources: readonly From[], read: (source: From) => Value | null) {
  return sources.map(read).find((value) => value !== null) ?? null;
}

/**
 * `tradeStatus[].content[]` holds words and links; the one about a refund says more than 未确认收货 beside it. Lists have
 * buttons instead, whose words may be a status.
 */
function statusOf(sub: Literal): string | null {
  const texts = listAt(sub, 'tradeStatus')
    .flatMap((line) => listAt(line, 'content'))
    .flatMap((cell) => textAt(cell, 'value') ?? textAt(cell, 'value', 'text') ?? textAt(cell, 'text') ?? []);
  const buttons = listAt(sub, 'operations').flatMap((button) => textAt(button, 'text') ?? []);
  const aboutRefund = texts.find((text) => /退|售后/u.test(text) && !/申请|查看/u.test(text));
  return aboutRefund ?? texts[0] ?? buttons.find((text) => ITEM_STATUS.test(text)) ?? null;
}
