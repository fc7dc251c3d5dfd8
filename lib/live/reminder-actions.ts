import type { Case } from '../cases/types.ts';
import type { Translate } from '../i18n/translate.ts';
import { clearNotice, showNotice } from '../platform/notifications.ts';
import { saveFile } from '../platform/save-file.ts';
import { chinaDate } from '../shared/time.ts';
import { db } from './database.ts';
import { settingsNow } from './use-settings.ts';

const TRIAL = 'trial';

/** Shows a notification at once, so that the user sees whether any can reach them. */
export async function tryReminder(t: Translate): Promise<void> {
  await clearNotice(TRIAL);
  await showNotice({ id: TRIAL, title: t('reminder.testTitle'), message: t('reminder.testText') });
}

/** Hands the coming deadlines of cases over as a calendar file. Returns false when there are none. */
export async function saveCalendar(cases: readonly Case[], t: Translate): Promise<boolean> {
  const { calendarFile } = await import('../reminders/calendar.ts');
  const now = Date.now();
  const file = calendarFile(cases, (await settingsNow()).reminders, t, now);
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
