import { useState } from 'react';
import { ReminderSection } from '../../components/settings/ReminderSection.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { tryReminder } from '../../lib/live/reminder-actions.ts';
import { useReminderSwitch } from '../../lib/live/use-reminders.ts';
import { changeReminders } from '../../lib/live/use-settings.ts';
import type { ReminderSettings } from '../../lib/reminders/types.ts';

/** The section about reminders, with the permission that they need. */
export function ReminderPart({ settings }: { settings: ReminderSettings }) {
  const t = useTranslate();
  const [tried, setTried] = useState(false);
  const { allowed, refused, turn } = useReminderSwitch();
  return (
    <ReminderSection
      settings={settings}
      allowed={allowed}
      refused={refused}
      tried={tried}
      onSwitch={turn}
      onTry={() => void tryReminder(t).then(() => setTried(true))}
      onChange={(change) => void changeReminders(change)}
    />
  );
}
