import type { Countdown } from '../../marketplaces/types.ts';
import type { Deadline } from '../../stages/index.ts';
import type { Case, PageClock } from '../types.ts';

/** The clocks that count: a stage or an end of the countdown that the user corrected is that of the case's own page. */
export function clocksOf(known: Case): Case['clocks'] {
  const { stage, countdown } = known.corrections;
  if (!stage && !countdown) return known.clocks;
  const which = isAboutRefund(known) ? 'refund' : 'order';
  const pageKind = which === 'refund' ? 'refundDetail' : 'orderDetail';
  const clock = known.clocks[which] ?? { pageKind, stage: null, countdown: null, seenAt: 0 };
  const corrected: PageClock = {
    ...clock,
    ...(stage && { stage: known.facts.stage ?? null }),
    ...(countdown && { countdown: known.facts.countdown ?? null }),
    seenAt: Math.max(clock.seenAt, stage?.at ?? 0, countdown?.at ?? 0),
  };
  return { ...known.clocks, [which]: corrected };
}

/** A clock that is read again is never the same to the second. */
export const CLOCK_TOLERANCE_MS = 90_000;

/** True for two looks at one countdown: they end at the same time, or both at none that is known. */
export function endTogether(one: Countdown | undefined, other: Countdown | undefined): boolean {
  const [end, otherEnd] = [one?.endsAt ?? null, other?.endsAt ?? null];
  if (!end || !otherEnd) return end === otherEnd;
  return Math.abs(Date.parse(end) - Date.parse(otherEnd)) <= CLOCK_TOLERANCE_MS;
}

/** A case is about its order until it has a refund. */
export function isAboutRefund({ clocks, facts }: Case): boolean {
  return clocks.refund !== undefined || facts.refundNo !== undefined;
}

/** Where a deadline comes from; the end of a countdown that the user corrected is not the page's. */
export function originOf(known: Case, { basis, machine }: Deadline): Deadline['basis'] | 'corrected' {
  const isCorrected = basis === 'page' && known.corrections.countdown && (machine === 'order') !== isAboutRefund(known);
  return isCorrected ? 'corrected' : basis;
}
