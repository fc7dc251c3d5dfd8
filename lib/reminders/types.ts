import type { Case } from '../cases/types.ts';
import type { CaseView } from '../cases/view.ts';
import type { Instant } from '../shared/time.ts';
import type { Deadline, Machine } from '../stages/index.ts';

/** A time of day in China, `HH:MM`. */
export type TimeOfDay = string;

/** Hours in which nobody is disturbed, `from` till `to`, usually over midnight. The same time twice means none. */
export interface QuietHours {
  on: boolean;
  from: TimeOfDay;
  to: TimeOfDay;
}

/** What the user has chosen about reminders. */
export interface ReminderSettings {
  /** Notifications are wanted. */
  on: boolean;
  /** When they were switched on; what was due before is not made up for. */
  since: Instant;
  /** Hours before a deadline, largest first. */
  leads: readonly number[];
  /** Remind also when the time of the other side, an authority or a court is up. */
  theirs: boolean;
  quiet: QuietHours;
  /** Notifications name neither goods nor shop. */
  discreet: boolean;
  /** The number of deadlines on the toolbar button. */
  badge: boolean;
}

/** A deadline by what stays the same when it is computed again; `due` may differ by a little when a page is read again. */
export interface DeadlineRef {
  caseId: string;
  machine: Machine;
  rule: string;
  /** When it counts: the end of the user's own time, or the moment after which somebody else is late. */
  due: Instant;
}

/** A deadline that the user is reminded of. */
export interface Watched extends DeadlineRef {
  deadline: Deadline;
  /** The user must act before it; otherwise somebody else must, and the user can act after it. */
  isOwn: boolean;
  known: Case;
  view: CaseView;
}

/** What has been done about one reminder. `handled` is about the whole deadline: the user needs no more reminders of it. */
export interface ReminderRecord extends DeadlineRef {
  id: string;
  /** Hours before the deadline; 0 for its own moment. */
  lead: number;
  state: 'shown' | 'handled';
  at: Instant;
}

/** A reminder that should be shown now. */
export interface DueReminder {
  id: string;
  watched: Watched;
  /** The leads it stands for: several that were missed are one. */
  leads: readonly number[];
  /** Nobody was there to show it when it should have been. */
  isLate: boolean;
  /** The deadline itself is over. */
  isOver: boolean;
}
