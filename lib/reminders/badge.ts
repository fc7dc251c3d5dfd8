import { HOUR_MS, type Instant } from '../shared/time.ts';
import { isHandled } from './plan.ts';
import type { ReminderRecord, Watched } from './types.ts';
import { isSameDeadline } from './watched.ts';

/** The number on the toolbar button: the user's own deadlines that are near, and whether one is very near or over. */
export interface DeadlineBadge {
  count: number;
  urgent: boolean;
  /** When the number changes by itself; null while nothing is coming. */
  changesAt: Instant | null;
}

const NEAR_MS = 24 * HOUR_MS;
const URGENT_MS = 3 * HOUR_MS;
/** A deadline that is over stays in the number for a day; after that it would hide what can still be met. */
const OVER_MS = 24 * HOUR_MS;

/** What the toolbar says at `now`. A deadline that the user has dealt with does not count. */
export function badgeOf(watched: readonly Watched[], records: readonly ReminderRecord[], now: Instant): DeadlineBadge {
  const handled = records.filter((record) => isHandled([record]));
  const own = watched.filter((one) => counts(one) && !handled.some((record) => isSameDeadline(record, one)));
  const near = own.filter(({ due }) => due - now <= NEAR_MS && now - due < OVER_MS);
  const changes = own
    .flatMap(({ due }) => [due - NEAR_MS, due - URGENT_MS, due + OVER_MS])
    .filter((change) => change > now);
  return {
    count: near.length,
    urgent: near.some(({ due }) => due - now <= URGENT_MS),
    changesAt: changes.length > 0 ? Math.min(...changes) : null,
  };
}

/** Of what is over, only the clock that the case stands at: a window that has closed beside it asks for nothing. */
function counts({ isOwn, deadline }: Watched): boolean {
  return isOwn && (!deadline.overdue || deadline.primary);
}
