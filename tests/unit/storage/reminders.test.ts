import { describe, expect, it } from 'vitest';
import { reminderId } from '../../../lib/reminders/identity.ts';
import type { DeadlineRef, ReminderRecord } from '../../../lib/reminders/types.ts';
import { DAY_MS } from '../../../lib/shared/time.ts';
import { handleDeadline, keepReminders, unhandleDeadline } from '../../../lib/storage/reminders.ts';
import { watchTables } from '../../../lib/storage/watch.ts';
import { NOW } from '../cases/pages.ts';
import { testDb } from './database.ts';

const REF: DeadlineRef = { caseId: 'case-1', machine: 'refundOnly', rule: 'RO.agree', due: NOW + DAY_MS };

function shown(lead: number, ref = REF): ReminderRecord {
  return { ...ref, id: reminderId(ref, lead), lead, state: 'shown', at: NOW };
}

describe('what is kept about reminders', () => {
  it('is there again for the next worker', async () => {
    const db = testDb();
    await keepReminders(db, [shown(48), shown(24)], NOW);
    await keepReminders(db, [shown(24)], NOW);
    expect((await db.reminders.toArray()).map(({ lead }) => lead).sort()).toEqual([24, 48]);
  });

  it('is forgotten when the deadline is long over', async () => {
    const db = testDb();
    const old = shown(3, { ...REF, due: NOW - 100 * DAY_MS });
    await keepReminders(db, [old, shown(3)], NOW);
    expect(await db.reminders.toArray()).toEqual([shown(3)]);
  });

  it('holds that a deadline was dealt with, until that is taken back', async () => {
    const db = testDb();
    await keepReminders(db, [shown(48)], NOW);
    await handleDeadline(db, REF, NOW);
    await handleDeadline(db, { ...REF, caseId: 'case-2' }, NOW);
    expect((await db.reminders.toArray()).map(({ state }) => state).sort()).toEqual(['handled', 'handled', 'shown']);
    // The page counts a second differently meanwhile.
    await unhandleDeadline(db, { ...REF, due: REF.due + 1000 });
    const left = await db.reminders.toArray();
    expect(left.map(({ caseId, state }) => [caseId, state]).sort()).toEqual([
      ['case-1', 'shown'],
      ['case-2', 'handled'],
    ]);
  });
});

describe('watching tables', () => {
  it('tells of changes in these and no others, until it is stopped', async () => {
    const db = testDb();
    await db.open();
    let changes = 0;
    const stop = watchTables(db, ['reminders', 'settings'], () => {
      changes += 1;
    });
    await db.jobs.clear();
    await db.tabs.delete(1);
    expect(changes).toBe(0);
    await keepReminders(db, [shown(48)], NOW);
    expect(changes).toBeGreaterThan(0);
    const before = changes;
    stop();
    await db.settings.put({ id: 'settings' });
    expect(changes).toBe(before);
  });

  it('tells of nothing in another database', async () => {
    const [db, other] = [testDb(), testDb()];
    await db.open();
    let changes = 0;
    const stop = watchTables(db, ['settings'], () => {
      changes += 1;
    });
    await other.settings.put({ id: 'settings' });
    stop();
    expect(changes).toBe(0);
  });
});
