import { useEffect, useState } from 'react';
import type { CaseView } from '../cases/view.ts';
import type { Translate } from '../i18n/translate.ts';
import { isAllowed, requestExtra, watchExtras } from '../platform/permissions.ts';
import { type ReminderState, reminderState } from '../reminders/state.ts';
import type { DeadlineRef } from '../reminders/types.ts';
import type { Instant } from '../shared/time.ts';
import { handleDeadline, unhandleDeadline } from '../storage/reminders.ts';
import { db } from './database.ts';
import { saveCalendar } from './reminder-actions.ts';
import { useQuery } from './use-query.ts';
import { changeReminders, useSettings } from './use-settings.ts';

/**
 * The switch of reminders together with the permission that they need. `turn` must be called in the handler of a click: the
 * browser asks the user then. `refused` after they said no.
 */
export function useReminderSwitch() {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const look = () => void isAllowed('notifications').then(setAllowed);
    look();
    return watchExtras(look);
  }, []);
  const turn = (on: boolean) => {
    if (!on) {
      void changeReminders({ on: false });
      return;
    }
    void requestExtra('notifications').then((granted) => {
      setAllowed(granted);
      setRefused(!granted);
      return granted ? changeReminders({ on: true, since: Date.now() }) : undefined;
    });
  };
  return { allowed, refused, turn };
}

const NOTHING: ReminderState = { kind: 'none' };

/** What to say about reminders of the deadline that a view of a case shows, and what can be done there. */
export function useReminders(view: CaseView, stored: boolean, now: Instant, t: Translate) {
  const settings = useSettings()?.reminders;
  const caseId = view.case.id;
  const records = useQuery(caseId, () => db.reminders.where('caseId').equals(caseId).toArray());
  const { allowed, refused, turn } = useReminderSwitch();
  const isKnown = stored && settings && records && allowed !== null;
  return {
    state: isKnown ? reminderState(view, records, settings, allowed, now) : NOTHING,
    now,
    refused,
    onTurnOn: () => turn(true),
    onHandled: (ref: DeadlineRef) => void handleDeadline(db, ref, Date.now()),
    onRestore: (ref: DeadlineRef) => void unhandleDeadline(db, ref),
    onCalendar: () => void saveCalendar([view.case], t),
  };
}
