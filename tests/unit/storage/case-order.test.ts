import { describe, expect, it } from 'vitest';
import { formatIso, HOUR_MS } from '../../../lib/shared/time.ts';
import { recordPage } from '../../../lib/storage/cases.ts';
import { renewOrder } from '../../../lib/storage/renew-order.ts';
import { caseOf, refundPage, seen } from '../cases/pages.ts';
import { testDb } from './database.ts';

const NOW = Date.now();

function refund(id: string, due: number | null, seenAt = NOW) {
  const countdown = due === null ? {} : { countdown: { endsAt: formatIso(due), text: '还剩', action: '' } };
  return caseOf(refundPage({ stage: due === null ? 'SUCCESS' : 'WAIT_SELLER_AGREE', ...countdown }), { id, seenAt });
}

describe('the order of cases in the database', () => {
  it('is by what runs out first, then what was seen last, however they are written', async () => {
    const db = testDb();
    await db.cases.bulkAdd([refund('old', null, NOW - 1000), refund('week', NOW + 100 * HOUR_MS)]);
    await db.cases.put(refund('new', null));
    await db.cases.add(refund('day', NOW + HOUR_MS));
    const ids = () => db.cases.orderBy('rank').primaryKeys();
    expect(await ids()).toEqual(['day', 'week', 'new', 'old']);
    await db.cases.update('day', { closedAt: NOW, seenAt: NOW + 1 });
    expect(await ids()).toEqual(['week', 'day', 'new', 'old']);
    await db.cases.toCollection().modify({ closedAt: null });
    expect((await ids())[0]).toBe('day');
  });

  it('is kept by pages that are seen', async () => {
    const db = testDb();
    const page = refundPage({
      stage: 'WAIT_SELLER_AGREE',
      countdown: { endsAt: formatIso(NOW + HOUR_MS), text: '', action: '' },
    });
    const known = await recordPage(db, seen(page, NOW));
    expect(
      await db.cases
        .where('rank')
        .between([NOW], [NOW + 2 * HOUR_MS])
        .toArray(),
    ).toEqual([known]);
    expect(await db.cases.where('changedAt').aboveOrEqual(NOW).toArray()).toEqual([known]);
    expect(await db.cases.get(known?.id ?? '')).toEqual(known);
  });

  it('lets a limit that has passed go from the top', async () => {
    const db = testDb();
    await db.cases.bulkAdd([refund('passed', NOW + HOUR_MS), refund('open', NOW + 2 * HOUR_MS)]);
    expect(await renewOrder(db, NOW)).toBe(0);
    await db.cases.toCollection().modify((known) => {
      if (known.id === 'passed') known.clocks = refund('passed', NOW - HOUR_MS, NOW - 2 * HOUR_MS).clocks;
    });
    expect(await db.cases.orderBy('rank').primaryKeys()).toEqual(['open', 'passed']);
  });

  it('lists a case that nobody can make sense of, at the end', async () => {
    const db = testDb();
    await db.cases.bulkAdd([{ id: 'broken' } as never, refund('open', NOW + HOUR_MS)]);
    expect(await db.cases.orderBy('rank').primaryKeys()).toEqual(['open', 'broken']);
  });
});
