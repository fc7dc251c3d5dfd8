import { handledId } from '../reminders/identity.ts';
import type { DeadlineRef, ReminderRecord } from '../reminders/types.ts';
import { isSameDeadline } from '../reminders/watched.ts';
import { DAY_MS, type Instant } from '../shared/time.ts';
import type { DossierDb } from './db.ts';

/** Records are of use as long as somebody could be reminded of their deadline again. */
const KEPT_MS = 90 * DAY_MS;

/** Notes what was shown, and forgets what is long over. */
export async function keepReminders(db: DossierDb, records: readonly ReminderRecord[], now: Instant): Promise<void> {
  await db.transaction('rw', db.reminders, async () => {
    await db.reminders.bulkPut(records);
    await db.reminders.filter(({ due }) => due < now - KEPT_MS).delete();
  });
}

/** The user has dealt with a deadline and wants no more reminders of it. */
export async function handleDeadline(db: DossierDb, ref: DeadlineRef, at: Instant): Promise<void> {
  await db.reminders.put({ ...ref, id: handledId(ref), lead: 0, state: 'handled', at });
}

/** The user wants to be reminded after all. What was shown before stays shown. */
export async function unhandleDeadline(db: DossierDb, ref: DeadlineRef): Promise<void> {
  await db.reminders
    .where('caseId')
    .equals(ref.caseId)
    .and((record) => record.state === 'handled' && isSameDeadline(record, ref))
    .delete();
}
