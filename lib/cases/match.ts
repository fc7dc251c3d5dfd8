import type { PageKind, Reading } from '../marketplaces/types.ts';
import type { Case } from './types.ts';

/** What a page's case is recognised by. Sub-order and address numbers only find a case, they do not split one. */
export function keysOf(reading: Reading): string[] {
  const { orderNo, refundNo, complaintNo, subOrderNos = [] } = reading.facts;
  return [
    ...(refundNo ? [`refund:${refundNo}`] : []),
    ...(complaintNo ? [`complaint:${complaintNo}`] : []),
    ...(orderNo ? [`order:${orderNo}`] : []),
    ...subOrderNos.filter((number) => number !== orderNo).map((number) => `sub:${number}`),
    ...reading.addressNumbers
      .filter((number) => number !== orderNo && number !== refundNo && number !== complaintNo)
      .map((number) => `address:${number}`),
  ];
}

/** Numbers that were read and corrected. */
const MISREAD = ['misread-order', 'misread-refund', 'misread-complaint'];

/** The number that tells one page of a kind from another. */
const OWN_NUMBER: Partial<Record<PageKind, 'orderNo' | 'refundNo' | 'complaintNo'>> = {
  orderDetail: 'orderNo',
  refundDetail: 'refundNo',
  complaintDetail: 'complaintNo',
  orderList: 'orderNo',
  refundList: 'refundNo',
};

/** A row of a list, kept as a page of its own, is told by the page that it is about. */
const ROW_OF: Partial<Record<PageKind, PageKind>> = { orderList: 'orderDetail', refundList: 'refundDetail' };

/** What one page is told by wherever it was put: its own number first, then those in its address, which stand there before. */
export function pageKeysOf({ pageKind, facts, addressNumbers }: Reading): string[] {
  const fact = pageKind ? OWN_NUMBER[pageKind] : undefined;
  const own = fact && facts[fact];
  const numbers = [...(own ? [own] : []), ...addressNumbers];
  const kind = (pageKind && ROW_OF[pageKind]) ?? pageKind;
  return fact ? [...new Set(numbers)].map((number) => `page:${kind}:${number}`) : [];
}

/** Every key under which a stored case may be found for a page: a number in an address may be any kind of number. */
export function lookupKeys(reading: Reading): string[] {
  const kinds = ['refund', 'order', 'sub', 'complaint', 'address', ...MISREAD];
  const byNumber = numbersIn(reading).flatMap((number) => kinds.map((kind) => `${kind}:${number}`));
  return [...pageKeysOf(reading), ...byNumber];
}

function numbersIn(reading: Reading): string[] {
  const listed = reading.pageKind === 'chat' ? (reading.facts.orders ?? []).map(({ orderNo }) => orderNo) : [];
  return [...new Set([...keysOf(reading).map(numberOf), ...listed])];
}

function numberOf(key: string): string {
  return key.slice(key.indexOf(':') + 1);
}

/**
 * The case a page belongs to, among cases found by its keys. What the user decided comes first. Several refunds of one order stay apart: a page with a refund
 * number never joins the case of another refund, and one without goes by the number in its address. A page whose number is
 * known to be misread belongs to the case that was corrected, unless another case really has that number.
 */
export function findCaseOf(reading: Reading, candidates: readonly Case[]): Case | null {
  const decided = findByDecision(reading, candidates);
  if (decided) return decided;
  const numbers = numbersIn(reading);
  const names = (key: string) => numbers.includes(numberOf(key));
  const isMisread = ({ keys }: Case) =>
    keys.some(names) && keys.filter(names).every((key) => key.startsWith('misread-'));
  const byNumbers = findByNumbers(
    reading,
    candidates.filter((known) => !isMisread(known)),
  );
  return byNumbers ?? candidates.find((known) => isMisreadPageOf(known, reading)) ?? null;
}

/** Where the user put the page when cases were joined or divided. */
function findByDecision(reading: Reading, candidates: readonly Case[]): Case | null {
  for (const key of pageKeysOf(reading)) {
    const chosen = candidates.find(({ keys }) => keys.includes(key));
    if (chosen) return chosen;
  }
  return null;
}

/** The page on which a number was misread goes on being misread; its address tells it from one that really has the number. */
function isMisreadPageOf({ keys }: Case, { facts: { orderNo, refundNo }, addressNumbers }: Reading): boolean {
  const misread = refundNo === undefined ? `misread-order:${orderNo}` : `misread-refund:${refundNo}`;
  const isOwn = (key: string) => !key.startsWith('misread-') && addressNumbers.includes(numberOf(key));
  return keys.includes(misread) && (addressNumbers.length === 0 || keys.some(isOwn));
}

function findByNumbers(reading: Reading, candidates: readonly Case[]): Case | null {
  const { refundNo, complaintNo } = reading.facts;
  const newestFirst = [...candidates].sort((a, b) => b.seenAt - a.seenAt);
  const complained = newestFirst.find(({ keys }) => complaintNo && keys.includes(`complaint:${complaintNo}`));
  if (complained) return complained;
  if (!refundNo) {
    const sameAddress = newestFirst.find(({ keys }) => hasAddress(keys, reading));
    return sameAddress ?? newestFirst.find((known) => !isOfOtherItem(known, reading)) ?? null;
  }
  const same = newestFirst.find(({ keys }) => keys.includes(`refund:${refundNo}`));
  return same ?? newestFirst.find(({ facts }) => facts.refundNo === undefined) ?? null;
}

function hasAddress(keys: readonly string[], { addressNumbers }: Reading): boolean {
  return addressNumbers.some((number) => keys.includes(`address:${number}`));
}

/** A refund page whose address names an item of the order that the case is not about. */
function isOfOtherItem({ keys }: Case, { pageKind, addressNumbers }: Reading): boolean {
  if (pageKind !== 'refundDetail' || addressNumbers.length === 0) return false;
  const isKnown = addressNumbers.some((number) => keys.some((key) => numberOf(key) === number));
  return !isKnown && keys.some((key) => key.startsWith('address:'));
}

/** A page opens a case when it shows a refund, an order or a complaint of its own; the form of a complaint is none yet. */
export function canOpenCase({ pageKind, facts, addressNumbers }: Reading): boolean {
  if (pageKind === 'complaintDetail') return facts.complaintNo !== undefined;
  if (pageKind !== 'orderDetail' && pageKind !== 'refundDetail') return false;
  return facts.orderNo !== undefined || facts.refundNo !== undefined || addressNumbers.length > 0;
}

/**
 * The one case that a page without a number can only mean: a chat with the seller, a product page of the item. With
 * several candidates the user decides.
 */
export function findCaseBySubject({ facts }: Reading, cases: readonly Case[]): Case | null {
  const fitting = cases.filter(
    (known) =>
      (facts.sellerNick !== undefined && namesOf(known, 'sellerNick').includes(facts.sellerNick)) ||
      (facts.itemId !== undefined && known.facts.items?.some(({ itemId }) => itemId === facts.itemId)),
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

/** True when a page names another seller, item or order than the case. */
export function isAboutAnother({ facts }: Pick<Reading, 'facts'>, known: Case): boolean {
  const items = (known.facts.items ?? []).flatMap(({ itemId }) => itemId ?? []);
  return (
    differs(facts.sellerNick, namesOf(known, 'sellerNick')) ||
    differs(facts.orderNo, namesOf(known, 'orderNo')) ||
    (facts.itemId !== undefined && items.length > 0 && !items.includes(facts.itemId))
  );
}

function differs(one: string | undefined, others: readonly string[]): boolean {
  return one !== undefined && others.length > 0 && !others.includes(one);
}

/** What a case is called: what counts, and what pages go on writing although it was corrected. */
function namesOf({ facts, corrections }: Case, fact: 'sellerNick' | 'orderNo'): string[] {
  return [facts[fact], corrections[fact]?.read?.value].filter((name) => typeof name === 'string');
}
