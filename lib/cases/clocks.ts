import type { Case, PageClock } from './types.ts';

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

/** A case is about its order until it has a refund. */
export function isAboutRefund({ clocks, facts }: Case): boolean {
  return clocks.refund !== undefined || facts.refundNo !== undefined;
}
