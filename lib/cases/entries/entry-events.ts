import { DAY_MS, parseIso } from '../../shared/time.ts';
import type { CaseEvent } from '../../stages/index.ts';
import type { CaseEntry } from '../types.ts';
import { timeOfEntry } from './entry-time.ts';

/** People note a thing days after it happened, the page knows the second; two requests so close are parted by a withdrawal. */
const SAME_STEP_MS = 3 * DAY_MS;
/** The same noted twice on one day is one thing. */
const TWICE_MS = DAY_MS;
/** An order is signed for once, whenever somebody remembers it to have been. */
const ONCE_IN_A_CASE = new Set<CaseEvent['type']>(['order.signed']);

/** The events that count besides those that pages say: what a page says too, and what was entered before, is left out. */
export function countedEntries(entries: readonly CaseEntry[], said: readonly CaseEvent[]): CaseEvent[] {
  const counted = entries.filter((entry) => !isOnPage(entry, said) && !isRepeated(entry, entries));
  return counted.flatMap(({ event }) => event ?? []);
}

/** True when a page says the same step: the same thing within three days, with no withdrawal between. */
export function isOnPage({ event }: CaseEntry, said: readonly CaseEvent[]): boolean {
  if (!event) return false;
  const isSame = (page: CaseEvent) =>
    page.type === event.type &&
    (event.of ?? page.of) === (page.of ?? event.of) &&
    (ONCE_IN_A_CASE.has(event.type) || distance(page, event) <= SAME_STEP_MS) &&
    !said.some((other) => other.type === 'withdrawn' && event.type !== 'withdrawn' && isBetween(other, page, event));
  return said.some(isSame);
}

/** True when an earlier entry of the case says the same of the same day, by the same way. */
export function isRepeated(entry: CaseEntry, entries: readonly CaseEntry[]): boolean {
  const before = entries.slice(
    0,
    entries.findIndex(({ id }) => id === entry.id),
  );
  return before.some(
    (other) =>
      other.channel === entry.channel &&
      distance({ at: timeOfEntry(other) }, { at: timeOfEntry(entry) }) < TWICE_MS &&
      JSON.stringify({ ...other.event, at: '' }) === JSON.stringify({ ...entry.event, at: '' }),
  );
}

function distance(one: { at: string }, other: { at: string }): number {
  return Math.abs((parseIso(one.at) ?? Number.NaN) - (parseIso(other.at) ?? Number.NaN));
}

/** Times of one zone sort as text. */
export function isBetween({ at }: CaseEvent, one: { at: string }, other: { at: string }): boolean {
  return (one.at < at && at < other.at) || (other.at < at && at < one.at);
}
