import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useMemo, useState } from 'react';
import type { ReminderSettings } from '../reminders/types.ts';
import type { StampSettings } from '../stamps/types.ts';
import type { CaptureSettings, Settings } from '../storage/settings.ts';
import { db } from './database.ts';

/** What checks settings comes after the view is there: the checking is heavier than all that is checked. */
const settingsModule = () => import('../storage/settings.ts');

/** What the user has chosen, renewed with every change; undefined while it is being read. */
export function useSettings(): Settings | undefined {
  const found = useLiveQuery(async () => ({ row: await db.settings.get('settings') }), []);
  const [parse, setParse] = useState<((stored: unknown) => Settings) | null>(null);
  useEffect(() => void settingsModule().then(({ parseSettings }) => setParse(() => parseSettings)), []);
  return useMemo(() => (found && parse ? parse(found.row) : undefined), [found, parse]);
}

/** The settings in force now. */
export async function settingsNow(): Promise<Settings> {
  return (await settingsModule()).readSettings(db);
}

/** Changes settings about reminders; every view and the background follow. */
export async function changeReminders(change: Partial<ReminderSettings>): Promise<void> {
  await (await settingsModule()).changeReminderSettings(db, change);
}

/** Changes settings about captures; the next one follows them. */
export async function changeCapture(change: Partial<CaptureSettings>): Promise<void> {
  await (await settingsModule()).changeCaptureSettings(db, change);
}

/** Changes settings about time stamps; every view and the background follow. */
export async function changeStamps(change: Partial<StampSettings>): Promise<void> {
  await (await settingsModule()).changeStampSettings(db, change);
}
