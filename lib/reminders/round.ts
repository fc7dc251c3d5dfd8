import type { Case } from '../cases/types.ts';
import type { Translate } from '../i18n/translate.ts';
import { HOUR_MS, type Instant } from '../shared/time.ts';
import { badgeOf, type DeadlineBadge } from './badge.ts';
import { reminderId } from './identity.ts';
import { planReminders } from './plan.ts';
import type { DueReminder, ReminderRecord, ReminderSettings, Watched } from './types.ts';
import { watchedDeadlines } from './watched.ts';
import { type ReminderWords, reminderWords, summaryWords } from './words.ts';

/** A notification as the browser is asked for it; `id` names it, so that it is never shown twice. */
export interface Notice extends ReminderWords {
  id: string;
  /** About a single deadline, with what can be done about it. */
  isSingle: boolean;
}

/** What a round works with; everything outside it is passed in. */
export interface RoundDeps {
  now: () => Instant;
  t: Translate;
  load: () => Promise<{ cases: readonly Case[]; records: readonly ReminderRecord[]; settings: ReminderSettings }>;
  mayNotify: () => Promise<boolean>;
  /** Does nothing when a notification of this id is there already. */
  show: (notice: Notice) => Promise<void>;
  keep: (records: readonly ReminderRecord[]) => Promise<void>;
  /** Asks to be woken at an instant; null for never. */
  wakeAt: (at: Instant | null) => Promise<void>;
  showBadge: (badge: DeadlineBadge) => Promise<void>;
  /** Lets other work of the background go on. */
  pause: () => Promise<void>;
}

/** More than this at once are one notification: a desk full of them is read by nobody. */
const MAX_SINGLE = 3;
/** The clock is looked at this often at least: it may be set, and alarms may be lost. */
const HEARTBEAT_MS = HOUR_MS;
/** Cases computed without a pause. */
const AT_ONCE = 100;

/**
 * Looks at everything once: shows what is due, notes that it was shown, renews the number on the toolbar and asks to be woken
 * for the next. What is shown is kept after it was shown: a worker that dies in between finds the notification by its id.
 */
export async function runRound(deps: RoundDeps): Promise<void> {
  const { cases, records, settings } = await deps.load();
  const now = deps.now();
  const watched = await watchAll(cases, now, deps.pause);
  const badge = settings.badge ? badgeOf(watched, records, now) : { count: 0, urgent: false, changesAt: null };
  await deps.showBadge(badge);
  const canShow = settings.on && (await deps.mayNotify());
  const plan = canShow ? planReminders(watched, records, settings, now) : { due: [], next: null };
  // Before anything is shown: a notification that the browser refuses must not be the end of all others.
  const wakes = [plan.next, badge.changesAt].filter((at) => at !== null);
  await deps.wakeAt(wakes.length > 0 ? Math.min(...wakes, now + HEARTBEAT_MS) : null);
  for (const [notice, shown] of noticesOf(plan.due, settings.discreet, deps.t, now)) {
    await deps.show(notice);
    await deps.keep(shown.flatMap((reminder) => recordsOf(reminder, now)));
  }
}

async function watchAll(cases: readonly Case[], now: Instant, pause: () => Promise<void>): Promise<Watched[]> {
  const watched: Watched[] = [];
  for (const [index, known] of cases.entries()) {
    watched.push(...watchedDeadlines(known, now));
    if (index % AT_ONCE === AT_ONCE - 1) await pause();
  }
  return watched;
}

function noticesOf(
  due: readonly DueReminder[],
  discreet: boolean,
  t: Translate,
  now: Instant,
): [notice: Notice, shown: readonly DueReminder[]][] {
  const [first] = due;
  if (first && due.length > MAX_SINGLE) {
    return [[{ ...summaryWords(due, discreet, t), id: `reminders|${first.id}`, isSingle: false }, due]];
  }
  return due.map((reminder) => [
    { ...reminderWords(reminder, discreet, t, now), id: reminder.id, isSingle: true },
    [reminder],
  ]);
}

function recordsOf({ watched: { caseId, machine, rule, due }, leads }: DueReminder, at: Instant): ReminderRecord[] {
  const ref = { caseId, machine, rule, due };
  return leads.map((lead) => ({ ...ref, id: reminderId(ref, lead), lead, state: 'shown', at }));
}
