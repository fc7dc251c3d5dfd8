import { describe, expect, it } from 'vitest';
import type { CaseEntry } from '../../../lib/cases/types.ts';
import { checkChain } from '../../../lib/evidence/chain.ts';
import { formatIso } from '../../../lib/shared/time.ts';
import { recordPage } from '../../../lib/storage/cases.ts';
import { keepEntry } from '../../../lib/storage/entries.ts';
import { NOW, refundPage, seen } from '../cases/pages.ts';
import { contents, refuseRow, testDb } from './database.ts';

const ENTRY: CaseEntry = {
  id: 'entry-1',
  event: { type: '12315.filed', at: formatIso(NOW - 1000) },
  channel: 'CH.12315.web',
  note: '',
  enteredAt: NOW,
};

describe('an entry of the user', () => {
  it('is kept with its case, and its digest in the log', async () => {
    const db = testDb();
    const caseId = (await recordPage(db, seen(refundPage())))?.id ?? '';
    await keepEntry(db, caseId, ENTRY);
    await keepEntry(db, caseId, { ...ENTRY, id: 'entry-2', event: null, at: formatIso(NOW), enteredAt: NOW + 1 });
    expect((await db.cases.get(caseId))?.entries.map(({ id }) => id)).toEqual(['entry-1', 'entry-2']);
    const log = await db.log.toArray();
    expect(log).toMatchObject([
      { type: 'entry.added', at: formatIso(NOW) },
      { type: 'entry.added', at: formatIso(NOW + 1) },
    ]);
    expect(await checkChain(log)).toEqual([]);
  });

  it('survives what its pages say afterwards', async () => {
    const db = testDb();
    const caseId = (await recordPage(db, seen(refundPage())))?.id ?? '';
    await keepEntry(db, caseId, ENTRY);
    await recordPage(db, seen(refundPage({ refundAmount: '9.00' }), NOW + 1000));
    expect((await db.cases.get(caseId))?.entries).toEqual([ENTRY]);
  });

  it('is refused for a case that is gone, and not in the log', async () => {
    const db = testDb();
    await expect(keepEntry(db, 'gone', ENTRY)).rejects.toThrow('gone');
    expect(await db.log.count()).toBe(0);
  });

  it('is not in the log either when it cannot be kept', async () => {
    const db = testDb();
    refuseRow(db, 'log', 0);
    const caseId = (await recordPage(db, seen(refundPage())))?.id ?? '';
    const before = await contents(db);
    await expect(keepEntry(db, caseId, ENTRY)).rejects.toThrow();
    expect(await contents(db)).toEqual(before);
  });
});
