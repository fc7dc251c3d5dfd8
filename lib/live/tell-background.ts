import { sendMessage } from '../platform/send.ts';
import { watchTables } from '../storage/watch.ts';
import { db } from './database.ts';

/**
 * Wakes the background when reminders may have changed, or there is something new to stamp: asleep, it does not hear of what a
 * page writes. Awake, it looks after everything.
 */
export function tellBackground(): void {
  watchTables(db, ['cases', 'log', 'settings', 'reminders', 'stamps'], () => {
    // Whatever keeps it from hearing now, it looks again by itself when it starts.
    sendMessage('reminders.look', {}).catch(() => undefined);
  });
}
