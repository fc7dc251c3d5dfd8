import type { Case } from '../cases/types.ts';
import type { Translate } from '../i18n/index.ts';
import { clearNotice, showNotice } from '../platform/notifications.ts';
import { saveFile } from '../platform/save-file.ts';
import { calendarFile } from '../reminders/calendar.ts';
import { chinaDate } from '../shared/time.ts';
import { readSettings } from '../storage/settings.ts';
import { db } from './database.ts';

const TRIAL = 'trial';

/** Shows a notification at once, so that the user sees whether any can reach them. */
export async function tryReminder(t: Translate): Promise<void> {
  await clearNotice(TRIAL);
  await showNotice({ id: TRIAL, title: t('reminder.testTitle'), message: t('reminder.testText') });
}

/** Hands the coming deadlines of cases over as a calendar file. Returns false when there are none. */
export async function saveCalendar(cases: readonly Case[], t: Translate): Promise<boolean> {
  const now = Date.now();
  const file = calendarFile(cases, (await readSettings(db)).reminders, t, now);
  if (file === null) return false;
  saveFile(
    new Blob([file], { type: 'text/calendar;charset=utf-8' }),
    `${t('calendar.fileName')}-${chinaDate(now)}.ics`,
  );
  return true;
}

/** The same for all cases. */
export async function saveAllDeadlines(t: Translate): Promise<boolean> {
  return saveCalendar(await db.cases.toArray(), t);
}
