import type { Case } from '../cases/types.ts';
import { formatMinute } from '../i18n/format.ts';
import type { Translate } from '../i18n/translate.ts';
import { addDays, HOUR_MS, type Instant, MINUTE_MS, SECOND_MS, startOfChinaDay } from '../shared/time.ts';
import { icsDate, icsDuration, icsFile, icsInstant, icsText } from './ics-lines.ts';
import type { ReminderSettings, Watched } from './types.ts';
import { watchedDeadlines } from './watched.ts';
import { certaintyWords, dueWords, lastDayOf, localText, subjectOf } from './words.ts';

/** Counted in seconds from here, later exports have larger sequence numbers, and none outgrows 32 bits. */
const SEQUENCE_START = startOfChinaDay('2026-01-01');

/**
 * The coming deadlines of cases as a calendar file (RFC 5545). A deadline keeps its UID, so that importing a later export
 * moves its entry instead of adding one. A limit that ends at 24:00 is an entry of its whole last day. Null when nothing is
 * coming.
 */
export function calendarFile(
  cases: readonly Case[],
  settings: ReminderSettings,
  t: Translate,
  now: Instant,
): string | null {
  const coming = cases.flatMap((known) => watchedDeadlines(known, now).filter(({ due }) => due > now));
  const wanted = coming.filter(({ isOwn }) => isOwn || settings.theirs);
  if (wanted.length === 0) return null;
  return icsFile([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Dispute Dossier//Deadlines//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsText(t('calendar.name'))}`,
    ...withUids(wanted).flatMap(([uid, watched]) => eventLines(uid, watched, settings, t, now)),
    'END:VCALENDAR',
  ]);
}

/** The rule names a deadline for good; of several by one rule in one case, the later ones are numbered. */
function withUids(watched: readonly Watched[]): [uid: string, watched: Watched][] {
  const seen = new Map<string, number>();
  return watched.map((one) => {
    const name = [one.caseId, one.machine, one.rule].join('-');
    const nth = (seen.get(name) ?? 0) + 1;
    seen.set(name, nth);
    return [`${name}${nth > 1 ? `-${nth}` : ''}@dispute-dossier`, one];
  });
}

function eventLines(uid: string, watched: Watched, settings: ReminderSettings, t: Translate, now: Instant): string[] {
  const { deadline, due, isOwn } = watched;
  const action = localText(deadline.action, t);
  const who = isOwn ? '' : `${t('calendar.theirsOver', { who: t(`owner.${deadline.owner}`) })} · `;
  const summary = [who + action, ...(settings.discreet ? [] : [subjectOf(watched, t)])].join(' · ');
  const isSure = deadline.basis !== 'estimate' && !deadline.provisional;
  const lastDay = lastDayOf(watched);
  const start = lastDay ? startOfChinaDay(lastDay) : due;
  return [
    'BEGIN:VEVENT',
    `UID:${icsText(uid)}`,
    `DTSTAMP:${icsInstant(now)}`,
    `SEQUENCE:${Math.max(0, Math.floor((now - SEQUENCE_START) / SECOND_MS))}`,
    ...(lastDay
      ? [`DTSTART;VALUE=DATE:${icsDate(lastDay)}`, `DTEND;VALUE=DATE:${icsDate(addDays(lastDay, 1))}`]
      : [`DTSTART:${icsInstant(due)}`]),
    `SUMMARY:${icsText(summary)}`,
    `DESCRIPTION:${icsText(descriptionOf(watched, t, now))}`,
    `STATUS:${isSure ? 'CONFIRMED' : 'TENTATIVE'}`,
    'TRANSP:TRANSPARENT',
    ...alarmTimes(watched, settings, now).flatMap((at) => alarmLines(at - start, summary)),
    'END:VEVENT',
  ];
}

/** The end itself, what follows it, where the date comes from and how sure it is. */
function descriptionOf(watched: Watched, t: Translate, now: Instant): string {
  const { deadline } = watched;
  return [
    t('calendar.due', { time: dueWords(watched) }),
    t('now.consequence', { text: localText(deadline.onTimeout, t) }),
    t('calendar.source', { source: certaintyWords(watched, t) }),
    t('calendar.asOf', { time: formatMinute(now) }),
  ].join('\n');
}

/** Calendars know nothing of quiet hours, so the times are the plain ones; what would ring at once is left out. */
function alarmTimes({ due, isOwn }: Watched, { leads }: ReminderSettings, now: Instant): Instant[] {
  const hours = isOwn ? leads : [0];
  return hours.map((lead) => due - lead * HOUR_MS).filter((at) => at > now);
}

function alarmLines(afterStartMs: number, summary: string): string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${icsText(summary)}`,
    `TRIGGER:${icsDuration(Math.round(afterStartMs / MINUTE_MS))}`,
    'END:VALARM',
  ];
}
