import { describe, expect, it } from 'vitest';
import { joinedParts } from '../../../lib/cases/history.ts';
import { pagesOfCase } from '../../../lib/cases/moves/parts.ts';
import { checkChain } from '../../../lib/evidence/chain.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { actBytes, actsOf } from '../../../lib/storage/case-acts.ts';
import { changeCase, deleteCase, noteRules } from '../../../lib/storage/case-changes.ts';
import { mergeCases, splitCase } from '../../../lib/storage/case-moves.ts';
import { recordPage, visitsOf } from '../../../lib/storage/cases.ts';
import { correctFact, correctionBytes, correctionsOf } from '../../../lib/storage/corrections.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { keepEntry, removeEntry } from '../../../lib/storage/entries.ts';
import { rememberTab } from '../../../lib/storage/tabs.ts';
import { capture, NOW, OTHER_REFUND_NO, refundPage, seen } from '../cases/pages.ts';
import { contents, refuseRow, testDb } from './database.ts';

const url = (number: string) => `https://refund2.taobao.com/dispute/detail.htm?disputeId=${number}`;
const first = () => seen(refundPage({ refundAmount: '7.00' }));
const second = (seenAt = NOW + 1000) =>
  seen(
    refundPage({ refundNo: OTHER_REFUND_NO, refundAmount: '9.00' }, { addressNumbers: [OTHER_REFUND_NO] }),
    seenAt,
    url(OTHER_REFUND_NO),
  );
const ENTRY = {
  id: '5f0c1f1e-6a2b-4d57-9a53-0d9b1b6f3a11',
  event: { type: '12315.filed' as const, at: '2026-11-21T10:00:00+08:00' },
  channel: null,
  note: '',
  enteredAt: NOW,
};

/** Two refunds of one order, the second with a capture, a correction, an entry and a tab that shows it. */
async function twoCases(db = testDb()) {
  const keptId = (await recordPage(db, first()))?.id ?? '';
  const otherId = (await rememberTab(db, 7, second())).caseId ?? '';
  await db.captures.add(capture('refundDetail', NOW, { id: 'shot', caseId: otherId, url: url(OTHER_REFUND_NO) }));
  const correction = {
    id: crypto.randomUUID(),
    fact: 'refundReason' as const,
    value: '破损',
    at: NOW + 2000,
    picked: null,
  };
  await correctFact(db, otherId, correction);
  await keepEntry(db, otherId, ENTRY);
  return { db, keptId, otherId };
}

/** Everything in the database, to see that nothing has changed. */
async function everything(db: DossierDb) {
  return Promise.all(db.tables.filter(({ name }) => name !== 'blobs').map((table) => table.toArray()));
}

describe('noting what happened', () => {
  it('keeps the entry, its record and its place in the log together', async () => {
    const db = testDb();
    const caseId = (await recordPage(db, first()))?.id ?? '';
    await keepEntry(db, caseId, ENTRY);
    await keepEntry(db, caseId, { ...ENTRY, note: '登记编号 1', enteredAt: NOW + 1 });
    await removeEntry(db, caseId, ENTRY.id, NOW + 2);
    await removeEntry(db, caseId, ENTRY.id, NOW + 3);
    expect((await db.cases.get(caseId))?.entries).toEqual([]);
    const acts = await actsOf(db, caseId);
    expect(acts.map(({ what }) => what)).toEqual([
      { type: 'entry.added', entry: ENTRY, before: null },
      { type: 'entry.changed', entry: { ...ENTRY, note: '登记编号 1', enteredAt: NOW + 1 }, before: ENTRY },
      { type: 'entry.removed', entry: null, before: { ...ENTRY, note: '登记编号 1', enteredAt: NOW + 1 } },
    ]);
    const log = await db.log.orderBy('seq').toArray();
    expect(await checkChain(log)).toEqual([]);
    for (const [index, act] of acts.entries()) {
      expect(log[index]).toMatchObject({ type: act.what.type, subject: act.id });
      expect(log[index]?.files).toEqual([
        { name: `${act.id}.json`, bytes: actBytes(act).length, sha256: await sha256(actBytes(act)) },
      ]);
    }
  });

  it('stores nothing when the disk is full, and nothing for a case that is gone', async () => {
    const db = testDb();
    refuseRow(db, 'caseActs', 0);
    const caseId = (await recordPage(db, first()))?.id ?? '';
    const before = await everything(db);
    await expect(keepEntry(db, caseId, ENTRY)).rejects.toThrow();
    await expect(keepEntry(db, 'nobody', ENTRY)).rejects.toThrow('gone');
    expect(await everything(db)).toEqual(before);
  });

  it('stands against what pages say afterwards', async () => {
    const db = testDb();
    const caseId = (await recordPage(db, first()))?.id ?? '';
    await keepEntry(db, caseId, ENTRY);
    await changeCase(db, caseId, { name: '坏杯子', note: '电话里说会退', closedAt: NOW });
    await recordPage(db, seen(refundPage({ refundAmount: '8.00' }), NOW + 5000));
    expect(await db.cases.get(caseId)).toMatchObject({
      entries: [ENTRY],
      name: '坏杯子',
      note: '电话里说会退',
      closedAt: NOW,
      facts: { refundAmount: '8.00' },
    });
  });
});

describe('joining two cases', () => {
  it('moves everything of one to the other, and the log tells of it', async () => {
    const { db, keptId, otherId } = await twoCases();
    await mergeCases(db, keptId, otherId, NOW + 5000);
    expect(await db.cases.toCollection().primaryKeys()).toEqual([keptId]);
    expect(await db.cases.get(keptId)).toMatchObject({
      facts: { refundNo: OTHER_REFUND_NO, refundAmount: '9.00', refundReason: '破损' },
      entries: [ENTRY],
    });
    expect(await visitsOf(db, keptId)).toHaveLength(2);
    expect((await db.captures.get('shot'))?.caseId).toBe(keptId);
    expect((await db.tabs.get(7))?.caseId).toBe(keptId);
    const log = await db.log.orderBy('seq').toArray();
    expect(log.at(-1)).toMatchObject({ type: 'case.merged' });
    expect(await checkChain(log)).toEqual([]);
  });

  it('leaves the records as they were made: their digests still hold', async () => {
    const { db, keptId, otherId } = await twoCases();
    await mergeCases(db, keptId, otherId, NOW + 5000);
    const [correction] = await correctionsOf(db, keptId);
    expect(correction).toMatchObject({ caseId: otherId, filedIn: keptId });
    expect(correction && (await sha256(correctionBytes(correction)))).toBe(correction?.sha256);
    for (const act of await actsOf(db, keptId)) expect(await sha256(actBytes(act))).toBe(act.sha256);
  });

  it('makes later pages of both find it', async () => {
    const { db, keptId, otherId } = await twoCases();
    await mergeCases(db, keptId, otherId, NOW + 5000);
    expect((await recordPage(db, first()))?.id).toBe(keptId);
    expect((await recordPage(db, second(NOW + 9000)))?.id).toBe(keptId);
    expect(await db.cases.count()).toBe(1);
  });

  it('changes nothing when they cannot be one, or one is gone, or the disk is full', async () => {
    const { db, keptId, otherId } = await twoCases();
    await db.cases.update(otherId, { role: 'seller' });
    const before = await everything(db);
    await expect(mergeCases(db, keptId, otherId, NOW)).rejects.toThrow();
    await expect(mergeCases(db, keptId, 'nobody', NOW)).rejects.toThrow();
    await expect(mergeCases(db, keptId, keptId, NOW)).rejects.toThrow();
    expect(await everything(db)).toEqual(before);
  });
});

describe('dividing a case', () => {
  it('undoes a joining with what the log’s record names', async () => {
    const { db, keptId, otherId } = await twoCases();
    const before = await Promise.all([db.cases.get(keptId), db.cases.get(otherId)]);
    await mergeCases(db, keptId, otherId, NOW + 5000);
    const [joined] = joinedParts(await actsOf(db, keptId));
    if (!joined) throw new Error('No record');
    const takenId = await splitCase(db, keptId, joined.part, NOW + 6000);
    const after = await Promise.all([db.cases.get(keptId), db.cases.get(takenId)]);
    expect(after.map((known) => known?.facts)).toEqual(before.map((known) => known?.facts));
    expect(after.map((known) => known?.entries)).toEqual([[], [ENTRY]]);
    expect((await db.captures.get('shot'))?.caseId).toBe(takenId);
    expect((await db.tabs.get(7))?.caseId).toBe(takenId);
    expect(await correctionsOf(db, takenId)).toHaveLength(1);
    expect((await actsOf(db, takenId)).map(({ what }) => what.type)).toEqual(['entry.added']);
    expect(joinedParts(await actsOf(db, keptId))).toEqual([]);
    expect((await recordPage(db, second(NOW + 9000)))?.id).toBe(takenId);
    expect((await recordPage(db, first()))?.id).toBe(keptId);
    expect(await checkChain(await db.log.orderBy('seq').toArray())).toEqual([]);
  });

  it('takes no capture of another case, and changes nothing when a side would be empty', async () => {
    const { db, keptId, otherId } = await twoCases();
    const whole = {
      pages: pagesOfCase(await visitsOf(db, keptId)).map(({ key }) => key),
      captureIds: ['shot'],
      entryIds: [],
      correctionIds: [],
      title: '',
      name: null,
      note: '',
    };
    const before = await everything(db);
    await expect(splitCase(db, keptId, whole, NOW)).rejects.toThrow();
    expect(await everything(db)).toEqual(before);
    expect((await db.captures.get('shot'))?.caseId).toBe(otherId);
  });
});

describe('deleting a case', () => {
  it('leaves its captures, filed nowhere, and a tombstone', async () => {
    const { db, keptId, otherId } = await twoCases();
    await deleteCase(db, otherId, { keepsCaptures: true, at: NOW + 5000 });
    expect(await db.cases.toCollection().primaryKeys()).toEqual([keptId]);
    expect((await db.captures.get('shot'))?.caseId).toBeNull();
    expect((await db.tabs.get(7))?.caseId).toBeNull();
    expect([await visitsOf(db, otherId), await correctionsOf(db, otherId), await actsOf(db, otherId)]).toEqual([
      [],
      [],
      [],
    ]);
    const log = await db.log.orderBy('seq').toArray();
    expect(log.at(-1)).toMatchObject({ type: 'case.deleted', subject: otherId });
    expect(await checkChain(log)).toEqual([]);
  });

  it('with its captures puts them into the bin, filed in no case, and says so of each', async () => {
    const { db, otherId } = await twoCases();
    await db.blobs.add({ id: 'shot/a', captureId: 'shot', blob: new Blob(['x']) });
    await deleteCase(db, otherId, { keepsCaptures: false, at: NOW + 5000 });
    expect(await db.captures.get('shot')).toMatchObject({ deletedAt: NOW + 5000, caseId: null });
    expect(await db.blobs.count()).toBe(1);
    const log = await db.log.orderBy('seq').toArray();
    expect(log.slice(-2).map(({ type, subject }) => [type, subject])).toEqual([
      ['capture.deleted', 'shot'],
      ['case.deleted', otherId],
    ]);
    expect(await checkChain(log)).toEqual([]);
  });

  it('says so once, however often it is asked for; its page opens a new one', async () => {
    const { db, otherId } = await twoCases();
    const before = (await contents(db)).log ?? 0;
    const remove = () => deleteCase(db, otherId, { keepsCaptures: true, at: NOW + 5000 });
    await Promise.all([remove(), remove()]);
    expect(await db.log.count()).toBe(before + 1);
    const again = await recordPage(db, second(NOW + 9000));
    expect(again?.id).not.toBe(otherId);
    expect(again?.entries).toEqual([]);
  });
});

describe('the rules of a case', () => {
  it('are those of today from its first page on', async () => {
    const known = await recordPage(testDb(), first());
    expect(known?.rules).toEqual([{ version: expect.stringMatching(/^\d{4}-/), since: NOW }]);
  });

  it('are noted when they change, and not before', async () => {
    const db = testDb();
    const caseId = (await recordPage(db, first()))?.id ?? '';
    await noteRules(db, NOW + 1);
    expect((await db.cases.get(caseId))?.rules).toHaveLength(1);
    await db.cases.update(caseId, { rules: [{ version: '2025-01-01', since: 1 }] });
    await noteRules(db, NOW + 2);
    await noteRules(db, NOW + 3);
    expect((await db.cases.get(caseId))?.rules).toEqual([
      { version: '2025-01-01', since: 1 },
      { version: expect.stringMatching(/^2026-/), since: NOW + 2 },
    ]);
  });
});
