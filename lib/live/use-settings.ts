import { useLiveQuery } from 'dexie-react-hooks';
import type { ReminderSettings } from '../reminders/types.ts';
import { changeReminderSettings, readSettings, type Settings } from '../storage/settings.ts';
import { db } from './database.ts';

/** What the user has chosen, renewed with every change; undefined while it is being read. */
export function useSettings(): Settings | undefined {
  return useLiveQuery(() => readSettings(db), []);
}

/** Changes settings about reminders; every view and the background follow. */
export function changeReminders(change: Partial<ReminderSettings>): Promise<void> {
  return changeReminderSettings(db, change);
}
