import type { Facts } from '../../marketplaces/types.ts';
import { type Instant, MINUTE_MS, parseIso } from '../../shared/time.ts';
import type { ClockSkew, SeenPage } from '../types.ts';

/** Loading a slow page takes a while, and pages cut their times to the minute. */
export const TOLERATED_SKEW_MS = 5 * MINUTE_MS;

/**
 * What a page tells about the computer's clock, beside what an earlier one did. A page that carries its server's time says
 * how far the clock is off, both ways. Any other can only prove that the clock is slow: by a past time on it that is later
 * than now. So a clock that is fast stays unnoticed there; nothing is asked of the network to find out.
 */
export function clockSkewAfter(known: ClockSkew | null, page: SeenPage): ClockSkew | null {
  const { seenAt } = page;
  if (known && seenAt < known.seenAt) return known;
  const off = offServer(page);
  if (off !== null) return { ms: off, from: 'server', seenAt };
  const latest = Math.max(...pastTimes(page), Number.NEGATIVE_INFINITY);
  if (latest - seenAt > TOLERATED_SKEW_MS) return { ms: seenAt - latest, from: 'shown', seenAt };
  // A page that shows nothing later than now takes back what another has proved only when that is within the tolerance.
  return known && latest > known.seenAt ? null : known;
}

function offServer({ reading: { serverClock } }: SeenPage): number | null {
  const [served, loaded] = [parseIso(serverClock?.servedAt ?? ''), parseIso(serverClock?.loadedAt ?? '')];
  return served === null || loaded === null ? null : loaded - served;
}

/** Facts that are times at which something has happened. */
const PAST: readonly (keyof Facts)[] = [
  'createdAt',
  'paidAt',
  'shippedAt',
  'signedAt',
  'completedAt',
  'refundAppliedAt',
  'complainedAt',
];

function pastTimes({ reading: { facts, events } }: SeenPage): Instant[] {
  const said = [
    ...PAST.map((fact) => facts[fact]),
    ...(facts.negotiation ?? []).map(({ at }) => at),
    ...(facts.messages ?? []).map(({ at }) => at),
    ...events.map(({ at }) => at),
  ];
  return said.flatMap((time) => (typeof time === 'string' ? (parseIso(time) ?? []) : []));
}
