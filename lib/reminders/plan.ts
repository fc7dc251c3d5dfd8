import { lastWordOf } from '../cases/view.ts';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '../shared/time.ts';
import { reminderId } from './identity.ts';
import { heldUntil, outsideQuiet } from './quiet.ts';
import type { DueReminder, ReminderRecord, ReminderSettings, Watched } from './types.ts';
import { isSameDeadline } from './watched.ts';

/** One moment to remind of a deadline: `lead` hours before it, moved out of quiet hours. */
export interface Moment {
  lead: number;
  at: Instant;
}

/** What is to be shown now, and when to look again. */
export interface Plan {
  due: DueReminder[];
  next: Instant | null;
}

/** A reminder that comes later than this says so. */
const LATE_MS = 15 * MINUTE_MS;
/** What has been over for so long is no news; the case list has it. */
const OLD_MS = 30 * DAY_MS;

/**
 * The reminders that are due at `now`, and the moment of the next one. A moment that the user has seen the case after, or
 * that was before reminders were switched on, is not made up for.
 */
export function planReminders(
  watched: readonly Watched[],
  records: readonly ReminderRecord[],
  settings: ReminderSettings,
  now: Instant,
): Plan {
  const byCase = Map.groupBy(records, ({ caseId }) => caseId);
  const plans = watched.map((one) => planOne(one, byCase.get(one.caseId) ?? [], settings, now));
  const nexts = plans.flatMap(({ next }) => next ?? []);
  return { due: plans.flatMap(({ due }) => due), next: nexts.length > 0 ? Math.min(...nexts) : null };
}

/** The moments at which the user is still to be reminded of a deadline, earliest first; those of the past were missed. */
export function openMoments(
  watched: Watched,
  records: readonly ReminderRecord[],
  settings: ReminderSettings,
  now: Instant,
): Moment[] {
  const done = records.filter((record) => isSameDeadline(record, watched));
  if (isHandled(done) || watched.due < now - OLD_MS) return [];
  const shown = Math.min(Number.POSITIVE_INFINITY, ...done.map(({ lead }) => lead));
  return momentsOf(watched, settings).filter(({ lead }) => lead < shown);
}

/** True when the user wants no more reminders of the deadline that these records are about. */
export function isHandled(records: readonly ReminderRecord[]): boolean {
  return records.some(({ state }) => state === 'handled');
}

function planOne(watched: Watched, records: readonly ReminderRecord[], settings: ReminderSettings, now: Instant): Plan {
  const moments = openMoments(watched, records, settings, now);
  const next = moments.find(({ at }) => at > now)?.at ?? null;
  const missed = moments.filter(({ at }) => at <= now);
  const [latest, smallest] = [missed.at(-1)?.at, missed.at(-1)?.lead];
  if (latest === undefined || smallest === undefined) return { due: [], next };
  const held = heldUntil(now, watched.due, settings.quiet);
  if (held > now) return { due: [], next: Math.min(held, next ?? held) };
  const reminder: DueReminder = {
    id: reminderId(watched, smallest),
    watched,
    leads: missed.map(({ lead }) => lead),
    isLate: now - latest > LATE_MS,
    isOver: now >= watched.due,
  };
  return { due: [reminder], next };
}

/** All moments of a deadline that come after the user knew of it, earliest first. */
function momentsOf({ due, isOwn, known }: Watched, { leads, theirs, quiet, since }: ReminderSettings): Moment[] {
  const knownSince = Math.max(since, lastWordOf(known));
  if (!isOwn) return theirs && due > knownSince ? [{ lead: 0, at: heldUntil(due, due, quiet) }] : [];
  return [...leads]
    .sort((one, other) => other - one)
    .flatMap((lead) => {
      const wanted = due - lead * HOUR_MS;
      return wanted > knownSince ? [{ lead, at: outsideQuiet(wanted, due, knownSince, quiet) }] : [];
    });
}
