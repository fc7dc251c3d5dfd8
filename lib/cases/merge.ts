import {
  type FactKey,
  type Facts,
  type PageEvent,
  type PageKind,
  type Reading,
  type Role,
  WHOLE_PAGE_FACTS,
} from '../marketplaces/types.ts';
import type { Instant } from '../shared/time.ts';
import { keysWith, withRead } from './facts/correct.ts';
import { clockSkewAfter } from './time/clock-skew.ts';
import { rulesWithPresent } from './time/rules-use.ts';
import type { Case, FactOrigin, PageClock, SeenPage } from './types.ts';

/** What belongs to the page, not to the case; its state and its clock are kept apart (`clocks`). */
const PAGE_ONLY = new Set<FactKey>([...WHOLE_PAGE_FACTS, 'countdown', 'stage']);

/** Opens a case from the first page of it that was seen. */
export function openCase(id: string, page: SeenPage): Case {
  return mergePage(emptyCase(id, page.seenAt), page);
}

/** A case of which nothing is known yet. */
export function emptyCase(id: string, createdAt: Instant): Case {
  return {
    id,
    keys: [],
    marketplace: null,
    role: 'unknown',
    facts: {},
    origins: {},
    corrections: {},
    events: [],
    entries: [],
    name: null,
    note: '',
    closedAt: null,
    rules: [],
    clockSkew: null,
    disputeType: null,
    goodsKind: null,
    ticked: {},
    clocks: {},
    createdAt,
    seenAt: createdAt,
  };
}

/**
 * Adds what a page says to its case. The newer page wins, fact by fact; a page that was seen before the case's last one
 * only fills gaps. Nothing that was known is lost because a page does not show it. What the user has corrected stays; the
 * page's word is kept beside it.
 */
export function mergePage(known: Case, page: SeenPage): Case {
  const { reading, seenAt } = page;
  const facts: Facts = { ...known.facts };
  const origins = { ...known.origins };
  const corrections = { ...known.corrections };
  for (const [key, value] of Object.entries(reading.facts) as [FactKey, never][]) {
    if (PAGE_ONLY.has(key) || !isBetter(known, key, page)) continue;
    const origin = originOf(page, key);
    const correction = corrections[key];
    if (correction) {
      corrections[key] = withRead(correction, { value, origin });
    } else {
      facts[key] = value;
      origins[key] = origin;
    }
  }
  return {
    ...known,
    keys: keysWith(known, reading),
    marketplace: known.marketplace ?? reading.marketplace,
    role: settleRole(known.role, reading.role),
    facts,
    origins,
    corrections,
    events: mergeEvents(known.events, reading.events),
    rules: rulesWithPresent(known.rules, seenAt),
    clockSkew: clockSkewAfter(known.clockSkew, page),
    clocks: { ...known.clocks, ...clockOf(page, known) },
    seenAt: Math.max(known.seenAt, seenAt),
  };
}

function isBetter(known: Case, key: FactKey, { seenAt }: SeenPage): boolean {
  const correction = known.corrections[key];
  const origin = correction ? correction.read?.origin : known.origins[key];
  return origin === undefined || seenAt >= origin.seenAt;
}

function originOf({ reading, url, seenAt }: SeenPage, key: FactKey): FactOrigin {
  return { source: reading.source[key] ?? 'label', text: reading.text[key] ?? '', url, seenAt };
}

/** Pages cut long histories, so what was seen once stays; a step that is listed twice happened once. */
function mergeEvents(known: readonly PageEvent[], seen: readonly PageEvent[]): PageEvent[] {
  const steps = new Map([...known, ...seen].map((event) => [`${event.at} ${event.type}`, event]));
  return [...steps.values()].sort((a, b) => a.at.localeCompare(b.at));
}

/** A person is buyer or seller of an order, not both: the first page that knows decides. */
function settleRole(known: Role, seen: Role): Role {
  return known === 'unknown' ? seen : known;
}

const CLOCK_OF: Partial<Record<PageKind, 'order' | 'refund'>> = {
  orderDetail: 'order',
  orderList: 'order',
  refundDetail: 'refund',
  refundList: 'refund',
};

function clockOf({ reading, seenAt }: SeenPage, known: Case): Case['clocks'] {
  const which = reading.pageKind ? CLOCK_OF[reading.pageKind] : undefined;
  if (!which || !reading.pageKind || seenAt < (known.clocks[which]?.seenAt ?? 0) || !saysSomething(reading)) return {};
  const { stage = null, countdown = null } = reading.facts;
  // A row of a list has a status but no countdown: while it says the same, the one of the page itself goes on.
  const isRow = reading.pageKind === 'orderList' || reading.pageKind === 'refundList';
  if (isRow && known.clocks[which]?.stage === stage) return {};
  const clock: PageClock = { pageKind: which === 'order' ? 'orderDetail' : 'refundDetail', stage, countdown, seenAt };
  return { [which]: clock };
}

/** A page that is still loading shows neither a state nor a clock; it must not wipe out the last one. */
function saysSomething({ facts }: Reading): boolean {
  return facts.stage !== undefined || facts.countdown !== undefined;
}
