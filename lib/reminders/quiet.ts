import { addDays, chinaDate, HOUR_MS, type Instant, MINUTE_MS, startOfChinaDay } from '../shared/time.ts';
import type { QuietHours, TimeOfDay } from './types.ts';

/** One night of quiet: `start` belongs to it, `end` does not. */
interface QuietSpan {
  start: Instant;
  end: Instant;
}

/** So long before quiet hours comes what cannot wait for their end: an alarm may ring a minute late. */
const BEFORE_QUIET_MS = 5 * MINUTE_MS;
/** With less than this left after quiet hours, the deadline would as good as be missed. */
const ENOUGH_MS = HOUR_MS;

/** The quiet hours around an instant; null outside. */
export function quietAt(at: Instant, { on, from, to }: QuietHours): QuietSpan | null {
  const [fromMs, toMs] = [sinceMidnight(from), sinceMidnight(to)];
  if (!on || fromMs === toMs) return null;
  const today = chinaDate(at);
  for (const day of [addDays(today, -1), today]) {
    const start = startOfChinaDay(day) + fromMs;
    const end = startOfChinaDay(fromMs < toMs ? day : addDays(day, 1)) + toMs;
    if (start <= at && at < end) return { start, end };
  }
  return null;
}

/**
 * When to remind of a deadline so that quiet hours are kept: after them when enough of the time is left then, otherwise
 * before them; in the middle of them when even that is in the past (`notBefore`). Never after `due`.
 */
export function outsideQuiet(at: Instant, due: Instant, notBefore: Instant, quiet: QuietHours): Instant {
  const span = quietAt(at, quiet);
  if (!span) return at;
  if (canWait(at, due, span.end)) return span.end;
  const before = span.start - BEFORE_QUIET_MS;
  return before > notBefore ? before : at;
}

/** Until when a reminder that is due now is held back: the end of quiet hours when it can wait so long, otherwise `now`. */
export function heldUntil(now: Instant, due: Instant, quiet: QuietHours): Instant {
  const span = quietAt(now, quiet);
  return span && (due <= now || canWait(now, due, span.end)) ? span.end : now;
}

function canWait(at: Instant, due: Instant, end: Instant): boolean {
  return end + Math.min(due - at, ENOUGH_MS) <= due;
}

function sinceMidnight(time: TimeOfDay): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * HOUR_MS + minutes * MINUTE_MS;
}
