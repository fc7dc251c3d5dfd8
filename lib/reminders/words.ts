import { originOf } from '../cases/time/clocks.ts';
import { formatMinute, timeLeftWords } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import { truncate } from '../shared/text.ts';
import { addDays, type ChinaDate, type Instant, startOfChinaDay } from '../shared/time.ts';
import type { Text } from '../stages/index.ts';
import type { DueReminder, Watched } from './types.ts';

/** A notification in the words of the user. */
export interface ReminderWords {
  title: string;
  message: string;
}

/** Browsers cut longer titles, and the time left must stay in sight. */
const MAX_TITLE = 24;

/**
 * What a reminder says: how much time is left or that it is over, what is to be done, how sure the date is, and when it
 * comes late, that it does and what can still be done. With `discreet` it names neither goods nor shop.
 */
export function reminderWords(reminder: DueReminder, discreet: boolean, t: Translate, now: Instant): ReminderWords {
  const { watched, isLate, isOver } = reminder;
  const subject = discreet ? t('reminder.aCase') : subjectOf(watched, t);
  const sentences = [isOver ? overWords(watched, t) : soonWords(watched, t), certaintyWords(watched, t)];
  return {
    title: titleOf(watched, isOver, subject, t, now),
    message: [...(isLate ? [t('reminder.late')] : []), ...sentences].filter(Boolean).join('\n'),
  };
}

/** Several reminders of one moment in one notification, the next deadline first. */
export function summaryWords(reminders: readonly DueReminder[], discreet: boolean, t: Translate): ReminderWords {
  const lines = reminders
    .toSorted((one, other) => one.watched.due - other.watched.due)
    .map(({ watched }) => {
      const time = dueWords(watched);
      return discreet ? time : t('reminder.summaryLine', { time, title: truncate(subjectOf(watched, t), MAX_TITLE) });
    });
  return { title: t('reminder.summary', { count: reminders.length }), message: lines.slice(0, 4).join('\n') };
}

/** How a case is called in reminders and calendars. */
export function subjectOf({ known }: Pick<Watched, 'known'>, t: Translate): string {
  return known.name ?? known.facts.items?.[0]?.title ?? t('case.untitled');
}

/** The last day of a limit that ends at 24:00; null for every other deadline. */
export function lastDayOf({ deadline: { lastDay }, due }: Pick<Watched, 'deadline' | 'due'>): ChinaDate | null {
  return lastDay !== null && due === startOfChinaDay(addDays(lastDay, 1)) ? lastDay : null;
}

/** When a deadline is, in Beijing time; the end of a day is called that, and not the beginning of the next. */
export function dueWords(watched: Pick<Watched, 'deadline' | 'due'>): string {
  const lastDay = lastDayOf(watched);
  return lastDay ? `${lastDay} 24:00` : formatMinute(watched.due);
}

/** Where a date comes from and how far it can be trusted: the page, or the rule with what is known of it. */
export function certaintyWords({ deadline, known }: Pick<Watched, 'deadline' | 'known'>, t: Translate): string {
  const { basis, provisional, source } = deadline;
  const origin = basis === 'page' ? t(`basis.${originOf(known, deadline)}`) : localText(source, t);
  const doubts = [basis === 'estimate' ? t('basis.estimate') : '', provisional ? t('basis.provisional') : ''];
  return [origin, ...doubts].filter(Boolean).join(' · ');
}

/** Picks the language of `t` from a text of the rules. */
export function localText({ zh, en }: Text, { locale }: Translate): string {
  return locale === 'en' ? en : zh;
}

function titleOf(watched: Watched, isOver: boolean, subject: string, t: Translate, now: Instant): string {
  const title = truncate(subject, MAX_TITLE);
  if (!isOver) return t('reminder.soon', { left: timeLeftWords(t, watched.due, now), title });
  if (watched.isOwn) return t('reminder.over', { title });
  return t('reminder.theirsOver', { who: t(`owner.${watched.deadline.owner}`), title });
}

function soonWords(watched: Watched, t: Translate): string {
  return t('now.before', { time: dueWords(watched), action: localText(watched.deadline.action, t) });
}

function overWords(watched: Watched, t: Translate): string {
  const { deadline, view, isOwn } = watched;
  const params = {
    time: dueWords(watched),
    action: localText(deadline.action, t),
    consequence: localText(deadline.onTimeout, t),
  };
  const what = isOwn ? t('reminder.overText', params) : t('reminder.theirsOverText', params);
  const [next] = view.status.next;
  return next ? `${what}\n${t('reminder.canDo', { step: localText(next.text, t) })}` : what;
}
