import { browser } from 'wxt/browser';
import { createTranslate } from '../../lib/i18n/index.ts';
import { onWake, wakeAt } from '../../lib/platform/alarms.ts';
import { showDeadlineBadge } from '../../lib/platform/badge.ts';
import { userLocale } from '../../lib/platform/locale.ts';
import { clearNotice, onNoticeClicked, showNotice } from '../../lib/platform/notifications.ts';
import { isAllowed, watchExtras } from '../../lib/platform/permissions.ts';
import { handleMessages } from '../../lib/platform/receive.ts';
import { reportUnexpected } from '../../lib/platform/report.ts';
import { openExtensionPage } from '../../lib/platform/tabs.ts';
import { parseReminderId } from '../../lib/reminders/identity.ts';
import { type Notice, runRound } from '../../lib/reminders/round.ts';
import { inTurn } from '../../lib/reminders/rounds.ts';
import type { DossierDb } from '../../lib/storage/db.ts';
import { handleDeadline, keepReminders } from '../../lib/storage/reminders.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { watchTables } from '../../lib/storage/watch.ts';

/** The place of “I have dealt with it” among the buttons of a notification. */
const HANDLED_BUTTON = 1;

/**
 * Reminds of deadlines. What is due is worked out anew at every start of the worker, every alarm and every change, so nothing
 * depends on what an earlier worker or the browser remembers.
 */
export function setUpReminders(db: DossierDb): void {
  const look = inTurn(() => runRound(roundDeps(db)), reportUnexpected);
  const listenToNotices = () => onNoticeClicked((id, button) => void answer(db, id, button).catch(reportUnexpected));
  handleMessages({
    'reminders.look': () => {
      look();
      return null;
    },
  });
  onWake('reminders', look);
  browser.runtime.onStartup.addListener(look);
  watchTables(db, ['cases', 'settings', 'reminders'], look);
  watchExtras(() => {
    listenToNotices();
    look();
  });
  listenToNotices();
  look();
}

function roundDeps(db: DossierDb): Parameters<typeof runRound>[0] {
  const t = createTranslate(userLocale());
  return {
    now: Date.now,
    t,
    load: async () => ({
      cases: await db.cases.toArray(),
      records: await db.reminders.toArray(),
      settings: (await readSettings(db)).reminders,
    }),
    mayNotify: () => isAllowed('notifications'),
    show: ({ isSingle, ...notice }: Notice) =>
      showNotice({ ...notice, ...(isSingle && { buttons: [t('reminder.openCase'), t('reminder.handled')] }) }),
    keep: (records) => keepReminders(db, records, Date.now()),
    wakeAt: (at) => wakeAt('reminders', at),
    showBadge: showDeadlineBadge,
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  };
}

/** A click on a notification opens its case, or the list when it is about several; its second button ends the reminders. */
async function answer(db: DossierDb, id: string, button: number | null): Promise<void> {
  const ref = parseReminderId(id);
  await clearNotice(id);
  if (ref && button === HANDLED_BUTTON) await handleDeadline(db, ref, Date.now());
  else await openExtensionPage('/cases.html', ref ? `#case=${ref.caseId}` : '');
}
