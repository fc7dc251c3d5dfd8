import type { Reading } from '../marketplaces/types.ts';
import type { Case } from './types.ts';

/** What a page's case is recognised by. Sub-order and address numbers only find a case, they do not split one. */
export function keysOf(reading: Reading): string[] {
  const { orderNo, refundNo, subOrderNos = [] } = reading.facts;
  return [
    ...(refundNo ? [`refund:${refundNo}`] : []),
    ...(orderNo ? [`order:${orderNo}`] : []),
    ...subOrderNos.filter((number) => number !== orderNo).map((number) => `sub:${number}`),
    ...reading.addressNumbers
      .filter((number) => number !== orderNo && number !== refundNo)
      .map((number) => `address:${number}`),
  ];
}

/** Every key under which a stored case may be found for a page: a number in an address may be any kind of number. */
export function lookupKeys(reading: Reading): string[] {
  const listed = reading.pageKind === 'chat' ? (reading.facts.orders ?? []).map(({ orderNo }) => orderNo) : [];
  const numbers = [...keysOf(reading).map((key) => key.slice(key.indexOf(':') + 1)), ...listed];
  return [...new Set(numbers)].flatMap((number) =>
    ['refund', 'order', 'sub', 'address'].map((kind) => `${kind}:${number}`),
  );
}

/**
 * The case a page belongs to, among cases found by its keys. Several refunds of one order stay apart: a page with a refund
 * number never joins the case of another refund, and one without goes by the number in its address.
 */
export function findCaseOf(reading: Reading, candidates: readonly Case[]): Case | null {
  const { refundNo } = reading.facts;
  const newestFirst = [...candidates].sort((a, b) => b.seenAt - a.seenAt);
  if (!refundNo) {
    const sameAddress = newestFirst.find(({ keys }) => hasAddress(keys, reading));
    return sameAddress ?? newestFirst.find((known) => !isOfOtherItem(known, reading)) ?? null;
  }
  const same = newestFirst.find(({ facts }) => facts.refundNo === refundNo);
  return same ?? newestFirst.find(({ facts }) => facts.refundNo === undefined) ?? null;
}

function hasAddress(keys: readonly string[], { addressNumbers }: Reading): boolean {
  return addressNumbers.some((number) => keys.includes(`address:${number}`));
}

/** A refund page whose address names an item of the order that the case is not about. */
function isOfOtherItem({ keys }: Case, { pageKind, addressNumbers }: Reading): boolean {
  if (pageKind !== 'refundDetail' || addressNumbers.length === 0) return false;
  const isKnown = addressNumbers.some((number) => keys.some((key) => key.endsWith(`:${number}`)));
  return !isKnown && keys.some((key) => key.startsWith('address:'));
}

/** A page opens a case when it shows a refund or an order of its own. */
export function canOpenCase({ pageKind, facts, addressNumbers }: Reading): boolean {
  if (pageKind !== 'orderDetail' && pageKind !== 'refundDetail') return false;
  return facts.orderNo !== undefined || facts.refundNo !== undefined || addressNumbers.length > 0;
}

/**
 * The one case that a page without a number can only mean: a chat with the seller, a product page of the item. With
 * several candidates the user decides.
 */
export function findCaseBySubject({ facts }: Reading, cases: readonly Case[]): Case | null {
  const fitting = cases.filter(
    ({ facts: known }) =>
      (facts.sellerNick !== undefined && known.sellerNick === facts.sellerNick) ||
      (facts.itemId !== undefined && known.items?.some(({ itemId }) => itemId === facts.itemId)),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** True when a page names another seller, item or order than the case. */
export function isAboutAnother({ facts }: Reading, { facts: known }: Case): boolean {
  const items = (known.items ?? []).flatMap(({ itemId }) => itemId ?? []);
  return (
    differs(facts.sellerNick, known.sellerNick) ||
    differs(facts.orderNo, known.orderNo) ||
    (facts.itemId !== undefined && items.length > 0 && !items.includes(facts.itemId))
  );
}

function differs(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other;
}
