import type { PageAt } from './left-over.ts';
import type { Facts, ListedComplaint, ListedOrder, ListedRefund, Reading } from './types.ts';

/** Enough for whoever scrolls through years of orders; a page that invents rows must not fill the memory. */
const MAX_ROWS = 1000;

/**
 * Adds the rows of a list that were there before: lists create rows while one scrolls and take others away, and paging puts
 * new ones in their place. What is there now replaces what was known of the same order. A list that has taken rows away
 * shows only a part at a time, so nobody can say that it is complete: it is marked as partial.
 * @param before the reading that was collected so far; of another list or null it adds nothing.
 */
export function withEarlierRows(before: PageAt | null, now: PageAt): Reading {
  const { reading } = now;
  if (!before || !isSameList(before, now)) return reading;
  const earlier = before.reading.facts;
  const facts: Facts = { ...reading.facts };
  const gone = [
    addEarlier(facts, earlier, 'orders', ({ orderNo }: ListedOrder) => orderNo),
    addEarlier(facts, earlier, 'refunds', ({ refundNo }: ListedRefund) => refundNo),
    addEarlier(facts, earlier, 'complaints', keyOfComplaint),
  ].some((count) => count > 0);
  if (!gone) return { ...reading, facts };
  const { source, text } = before.reading;
  return {
    ...reading,
    facts,
    missing: reading.missing.filter((fact) => facts[fact] === undefined),
    source: { ...source, ...reading.source },
    text: { ...text, ...reading.text },
    partial: true,
  };
}

function keyOfComplaint(row: ListedComplaint): string {
  return row.complaintNo ?? JSON.stringify(row);
}

function isSameList(before: PageAt, now: PageAt): boolean {
  const [last, current] = [before.reading, now.reading];
  const isList = /List$/.test(current.pageKind ?? '');
  return isList && last.pageKind === current.pageKind && last.role === current.role && before.address === now.address;
}

/** In the order in which rows were first seen. Returns how many of the earlier ones are not there now. */
function addEarlier<Key extends 'orders' | 'refunds' | 'complaints', Row extends NonNullable<Facts[Key]>[number]>(
  facts: Facts,
  earlier: Facts,
  fact: Key,
  keyOf: (row: Row) => string,
): number {
  const current = (facts[fact] ?? []) as Row[];
  const known = (earlier[fact] ?? []) as Row[];
  const rows = new Map([...known, ...current].slice(0, MAX_ROWS).map((row) => [keyOf(row), row]));
  for (const row of current) if (rows.has(keyOf(row))) rows.set(keyOf(row), row);
  if (rows.size > 0) Object.assign(facts, { [fact]: [...rows.values()] });
  const shown = new Set(current.map(keyOf));
  return known.filter((row) => !shown.has(keyOf(row))).length;
}
