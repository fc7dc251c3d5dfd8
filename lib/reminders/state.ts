import type { CaseView } from '../cases/view.ts';
import { isUser } from '../cases/view.ts';
import type { Instant } from '../shared/time.ts';
import type { Deadline } from '../stages/index.ts';
import { isHandled, openMoments } from './plan.ts';
import type { DeadlineRef, ReminderRecord, ReminderSettings, Watched } from './types.ts';
import { isSameDeadline, watchedDeadlines } from './watched.ts';

/** What a screen says about reminders of a deadline. */
export type ReminderState =
  /** Nothing to say: the case is not kept, put away, or the deadline is over. */
  | { kind: 'none' }
  /** Reminders are switched off, or the browser does not allow them. */
  | { kind: 'off' | 'blocked' }
  | { kind: 'at'; at: Instant; ref: DeadlineRef }
  /** The last reminder has been shown, or the deadline is nearer than all of them. */
  | { kind: 'past' | 'handled'; ref: DeadlineRef };

/** The state of reminders of the deadline that a case is shown with at `now`; `allowed` is what the browser says. */
export function reminderState(
  view: CaseView,
  records: readonly ReminderRecord[],
  settings: ReminderSettings,
  allowed: boolean,
  now: Instant,
): ReminderState {
  const { deadline } = view;
  const watched = deadline && watchedDeadlines(view.case, now).find(isThe(deadline));
  if (!watched || watched.due <= now || !isWanted(watched, settings)) return { kind: 'none' };
  const { caseId, machine, rule, due } = watched;
  const ref = { caseId, machine, rule, due };
  if (isHandled(records.filter((record) => isSameDeadline(record, watched)))) return { kind: 'handled', ref };
  if (!settings.on) return { kind: 'off' };
  if (!allowed) return { kind: 'blocked' };
  const next = openMoments(watched, records, settings, now).find(({ at }) => at > now);
  return next ? { kind: 'at', at: next.at, ref } : { kind: 'past', ref };
}

function isThe(deadline: Deadline): (watched: Watched) => boolean {
  return ({ deadline: other }) =>
    other.id === deadline.id && other.machine === deadline.machine && other.due === deadline.due;
}

function isWanted({ deadline, known }: Watched, { theirs }: ReminderSettings): boolean {
  return theirs || isUser(deadline.owner, known);
}
