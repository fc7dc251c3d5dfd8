import type { Countdown, FactKey, Facts, Reading } from '../../marketplaces/types.ts';
import type { Instant } from '../../shared/time.ts';
import { keysOf } from '../match.ts';
import { endTogether, isAboutRefund } from '../time/clocks.ts';
import type { Case, Correction, PageClock, PickedPlace, ReadFact } from '../types.ts';

/** What the user says a fact is: typed, or read from an element of the page that they pointed at. */
export interface NewCorrection {
  id: string;
  fact: FactKey;
  value: NonNullable<Facts[FactKey]>;
  at: Instant;
  picked: PickedPlace | null;
}

/** Numbers by which a case is recognised, with the kind of key that each makes. */
const KEY_KINDS = { orderNo: 'order', refundNo: 'refund', complaintNo: 'complaint' } as const;
const NUMBERS = ['orderNo', 'refundNo', 'complaintNo'] as const;

/** True for the facts by which pages find their case. */
export function isKey(fact: FactKey): fact is keyof typeof KEY_KINDS {
  return Object.hasOwn(KEY_KINDS, fact);
}

/** The case with a fact as the user says it is. Correcting again replaces the correction; what the pages say stays. */
export function correctCase(known: Case, { id, fact, value, at, picked }: NewCorrection): Case {
  const read = readFactOf(known, fact);
  const correction: Correction = { id, at, read, readChangedAt: null };
  const origin = { source: 'user' as const, text: picked?.text ?? '', url: picked?.url ?? '', seenAt: at };
  return {
    ...known,
    keys: keysAfter(known, fact, value, read),
    facts: { ...known.facts, [fact]: value },
    origins: { ...known.origins, [fact]: origin },
    corrections: { ...known.corrections, [fact]: correction },
  };
}

/** The case with a fact as the pages say it is; unchanged when it was not corrected. */
export function restoreFact(known: Case, fact: FactKey): Case {
  const correction = known.corrections[fact];
  if (!correction) return known;
  const { [fact]: _value, ...facts } = known.facts;
  const { [fact]: _origin, ...origins } = known.origins;
  const { [fact]: _correction, ...corrections } = known.corrections;
  const { read } = correction;
  const isClock = fact === 'stage' || fact === 'countdown';
  const back = read && !isClock ? { facts: { [fact]: read.value }, origins: { [fact]: read.origin } } : {};
  return {
    ...known,
    keys: keysAfter(known, fact, read?.value, null),
    facts: { ...facts, ...back.facts },
    origins: { ...origins, ...back.origins },
    corrections,
  };
}

/** What the pages say about a fact, whatever the user says; null when no page has shown it. */
export function readFactOf(known: Case, fact: FactKey): ReadFact | null {
  if (fact === 'stage' || fact === 'countdown')
    return clockFact(known.clocks[isAboutRefund(known) ? 'refund' : 'order'], fact);
  const correction = known.corrections[fact];
  if (correction) return correction.read;
  const value = known.facts[fact];
  const origin = known.origins[fact];
  return value === undefined || !origin ? null : { value, origin };
}

/**
 * What the pages say now about a corrected fact, and since when that is news: they said something else when it was
 * corrected, and it is not what the user says either.
 */
export function newsOf(known: Case, fact: FactKey): ReadFact | null {
  const correction = known.corrections[fact];
  const read = readFactOf(known, fact);
  if (!correction || !read || same(fact, read.value, known.facts[fact])) return null;
  if (fact === 'stage' || fact === 'countdown') return same(fact, read.value, correction.read?.value) ? null : read;
  return correction.readChangedAt === null ? null : read;
}

function same(fact: FactKey, one: unknown, other: unknown): boolean {
  if (fact !== 'countdown') return JSON.stringify(one) === JSON.stringify(other);
  return endTogether(one as Countdown | undefined, other as Countdown | undefined);
}

function clockFact(clock: PageClock | undefined, fact: 'stage' | 'countdown'): ReadFact | null {
  const value = clock?.[fact];
  if (!clock || !value) return null;
  const text = fact === 'countdown' ? (clock.countdown?.text ?? '') : '';
  return { value, origin: { source: 'label', text, url: '', seenAt: clock.seenAt } };
}

/** A correction after a page has been read again: what it says now, and since when that is something else. */
export function withRead(correction: Correction, read: ReadFact): Correction {
  const isSame = JSON.stringify(correction.read?.value) === JSON.stringify(read.value);
  return { ...correction, read, readChangedAt: correction.readChangedAt ?? (isSame ? null : read.origin.seenAt) };
}

/** The keys of a case after one more of its pages; numbers on it that are known to be misread are kept apart. */
export function keysWith(known: Case, reading: Reading): string[] {
  const facts: Facts = { ...reading.facts };
  const misread = NUMBERS.flatMap((fact) => {
    const [said, correct] = [facts[fact], known.facts[fact]];
    if (!known.corrections[fact] || correct === undefined) return [];
    facts[fact] = correct;
    return said === undefined || said === correct ? [] : [`misread-${KEY_KINDS[fact]}:${said}`];
  });
  return [...new Set([...known.keys, ...keysOf({ ...reading, facts }), ...misread])];
}

/** The case has the new number from now on; under the one that was read, only its own page still finds it. */
function keysAfter(known: Case, fact: FactKey, value: unknown, read: ReadFact | null): string[] {
  if (fact === 'subOrderNos') return subOrderKeys(known, value);
  if (!isKey(fact)) return known.keys;
  const kind = KEY_KINDS[fact];
  const isGone = (key: string) =>
    key === `${kind}:${known.facts[fact]}` ||
    key === `address:${value}` ||
    (!read && key.startsWith(`misread-${kind}:`));
  const kept = known.keys.filter((key) => !isGone(key));
  const misread = read && read.value !== value ? misreadKeys(kind, read) : [];
  return [...new Set([...kept, ...(value === undefined ? [] : [`${kind}:${value}`]), ...misread])];
}

/** Pages of an item of the order belong to the case; a number that is none of its items finds it no more. */
function subOrderKeys({ keys, facts }: Case, value: unknown): string[] {
  const [gone = [], come = []] = [facts.subOrderNos, value as Facts['subOrderNos']];
  const kept = keys.filter((key) => !gone.some((number) => key === `sub:${number}`));
  return [...new Set([...kept, ...come.map((number) => `sub:${number}`)])];
}

/** A number that stands in the address of its page is a number of that address in any case. */
function misreadKeys(kind: string, { value, origin }: ReadFact): string[] {
  return [`misread-${kind}:${value}`, ...(origin.url.includes(String(value)) ? [`address:${value}`] : [])];
}

/**
 * The case that would be the same dispute as the corrected one: the same refund or complaint, or the same order without two different
 * refunds that keep them apart. A correction never merges cases, so such a correction is not made.
 */
export function findClash(corrected: Case, others: readonly Case[]): Case | null {
  const { orderNo, refundNo, complaintNo } = corrected.facts;
  const isSame = ({ id, facts, keys }: Case) => {
    if (id === corrected.id) return false;
    if (refundNo !== undefined && keys.includes(`refund:${refundNo}`)) return true;
    if (complaintNo !== undefined && keys.includes(`complaint:${complaintNo}`)) return true;
    if (refundNo !== undefined && facts.refundNo !== undefined) return false;
    return orderNo !== undefined && facts.orderNo === orderNo;
  };
  return others.find(isSame) ?? null;
}
