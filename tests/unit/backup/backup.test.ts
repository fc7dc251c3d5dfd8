import { describe, expect, it } from 'vitest';
import { inspectBackup } from '../../../lib/backup/inspect.ts';
import { restoreBackup } from '../../../lib/backup/restore.ts';
import { checkChain } from '../../../lib/evidence/chain.ts';
import { deleteCapture, eraseCapture } from '../../../lib/storage/bin.ts';
import { capturesOf } from '../../../lib/storage/captures.ts';
import { changeCase, deleteCase } from '../../../lib/storage/case-changes.ts';
import { mergeCases, splitCase } from '../../../lib/storage/case-moves.ts';
import { recordPage } from '../../../lib/storage/cases.ts';
import { correctFact, undoCorrection } from '../../../lib/storage/corrections.ts';
import { removeEntry } from '../../../lib/storage/entries.ts';
import { signingKey } from '../../../lib/storage/keys.ts';
import type { CaptureDraft } from '../../../lib/storage/rows.ts';
import { changeReminderSettings, readSettings } from '../../../lib/storage/settings.ts';
import { NOW, ORDER_NO, OTHER_REFUND_NO, orderPage, REFUND_NO, refundPage, seen } from '../cases/pages.ts';
import { testDb } from '../storage/database.ts';
import { keepCapture, keepDispute } from '../storage/filled.ts';
import { backUp, everything, LATER, problemsIn, quiet, restore } from './tools.ts';

describe('a backup', () => {
  it('restored into an empty store is the same store, but for the key', async () => {
    const db = testDb();
    const { caseId, captures } = await keepDispute(db);
    await keepCapture(db, refundPage({ refundNo: OTHER_REFUND_NO }, { addressNumbers: [OTHER_REFUND_NO] }));
    await deleteCapture(db, captures[1]?.id ?? '', NOW + 10);
    await changeCase(db, caseId, { name: '蜂蜜', note: '给自己看的' });
    await changeReminderSettings(db, { on: true, since: NOW });
    await signingKey(db, NOW);
    const { file, fileName, ...counted } = await backUp(db);
    expect(fileName).toBe('维权匣备份_2026-11-22.zip');
    expect(counted).toEqual({ cases: 2, captures: 3, unreadable: [], oddRows: [] });
    const empty = testDb();
    expect(await restore(empty, file, true)).toEqual({
      cases: 2,
      changedCases: 0,
      captures: 3,
      knownCaptures: 0,
      files: 0,
    });
    const [before, after] = [await everything(db), await everything(empty)];
    const inBin = await empty.captures.get(captures[1]?.id ?? '');
    expect(inBin?.deletedAt).toBe(LATER);
    await empty.captures.update(captures[1]?.id ?? '', { deletedAt: NOW + 10 });
    expect({ ...after, captures: await empty.captures.toArray() }).toEqual(before);
    expect(await problemsIn(empty)).toEqual([]);
    expect(await empty.keys.count()).toBe(0);
  });

  it('of an empty store can be made and restored', async () => {
    const { file } = await backUp(testDb());
    const db = testDb();
    await keepDispute(db);
    const before = await everything(db);
    await restore(db, file);
    expect(await everything(db)).toEqual(before);
  });

  it('leaves the settings of this computer alone unless the user wants them', async () => {
    const db = testDb();
    await changeReminderSettings(db, { on: true });
    const { file } = await backUp(db);
    const other = testDb();
    await changeReminderSettings(other, { badge: false });
    await restore(other, file);
    expect((await readSettings(other)).reminders).toMatchObject({ on: false, badge: false });
    await restore(other, file, true);
    expect((await readSettings(other)).reminders).toMatchObject({ on: true, badge: true });
  });

  it('restored into the store that it is of changes nothing, however often', async () => {
    const db = testDb();
    await keepDispute(db);
    const { file } = await backUp(db);
    const before = await everything(db);
    await restore(db, file);
    await restore(db, file);
    expect(await everything(db)).toEqual(before);
  });
});

describe('a later backup of the same store', () => {
  it('makes an older copy what it is: joined, divided, corrected and taken back', async () => {
    const db = testDb();
    const { caseId } = await keepDispute(db);
    const other = await keepCapture(
      db,
      refundPage({ refundNo: OTHER_REFUND_NO }, { addressNumbers: [OTHER_REFUND_NO] }),
    );
    const copy = testDb();
    await restore(copy, (await backUp(db)).file);
    await undoCorrection(db, caseId, 'paidAmount', NOW + 4000);
    await removeEntry(db, caseId, 'entry-1', NOW + 5000);
    await mergeCases(db, caseId, other.caseId ?? '', NOW + 6000);
    await keepCapture(db, orderPage({ shopName: '另一家' }), NOW + 7000);
    await restore(copy, (await backUp(db)).file);
    expect(await everything(copy)).toEqual(await everything(db));
    expect(await problemsIn(copy)).toEqual([]);
  });

  it('divides what was divided since', async () => {
    const db = testDb();
    const { caseId } = await keepDispute(db);
    const copy = testDb();
    await restore(copy, (await backUp(db)).file);
    const part = {
      pages: [`page:orderDetail:${ORDER_NO}`],
      captureIds: [],
      entryIds: [],
      correctionIds: [],
      title: '',
      name: null,
      note: '',
    };
    await splitCase(db, caseId, part, NOW + 5000);
    await restore(copy, (await backUp(db)).file);
    expect(await everything(copy)).toEqual(await everything(db));
  });
});

describe('an older backup of the same store', () => {
  it('takes nothing back that was done since', async () => {
    const db = testDb();
    const { caseId, captures } = await keepDispute(db);
    const { file } = await backUp(db);
    await undoCorrection(db, caseId, 'paidAmount', NOW + 4000);
    await removeEntry(db, caseId, 'entry-1', NOW + 5000);
    await deleteCapture(db, captures[0]?.id ?? '', NOW + 6000);
    await changeCase(db, caseId, { note: '新的备注' });
    const before = await everything(db);
    await restore(db, file);
    expect(await everything(db)).toEqual(before);
  });

  it('brings back what was erased, and the log says that it was brought back', async () => {
    const db = testDb();
    const { caseId, captures } = await keepDispute(db);
    const [first] = captures;
    const { file } = await backUp(db);
    await deleteCapture(db, first?.id ?? '', NOW + 6000);
    await eraseCapture(db, first?.id ?? '', NOW + 7000);
    expect(await restore(db, file)).toMatchObject({ captures: 1, knownCaptures: 1 });
    expect((await capturesOf(db, caseId)).map(({ id }) => id)).toEqual(captures.map(({ id }) => id));
    const log = await db.log.orderBy('seq').toArray();
    expect(log.at(-1)).toMatchObject({ type: 'capture.imported', subject: first?.id, files: log[0]?.files });
    expect(await problemsIn(db)).toEqual([]);
  });

  it('brings back a case that was deleted', async () => {
    const db = testDb();
    const { caseId } = await keepDispute(db);
    const before = await db.cases.get(caseId);
    const { file } = await backUp(db);
    await deleteCase(db, caseId, { keepsCaptures: false, at: NOW + 5000 });
    expect(await restore(db, file)).toMatchObject({ cases: 1, captures: 0, knownCaptures: 2 });
    expect(await db.cases.get(caseId)).toEqual(before);
    expect(await problemsIn(db)).toEqual([]);
  });

  it('gives back a file that the store has lost', async () => {
    const db = testDb();
    const { captures } = await keepDispute(db);
    const { file } = await backUp(db);
    await db.blobs.delete(captures[0]?.artifacts[0]?.id ?? '');
    expect(await problemsIn(db)).toHaveLength(1);
    expect(await restore(db, file)).toMatchObject({ captures: 0, files: 1 });
    expect(await problemsIn(db)).toEqual([]);
  });

  it('gives back a capture that the store has lost, with no word in the log', async () => {
    const db = testDb();
    const { captures } = await keepDispute(db);
    const { file } = await backUp(db);
    const before = await everything(db);
    await db.captures.delete(captures[0]?.id ?? '');
    await db.blobs
      .where('captureId')
      .equals(captures[0]?.id ?? '')
      .delete();
    await restore(db, file);
    expect(await everything(db)).toEqual(before);
  });
});

describe('a backup of another store', () => {
  it('is added: new entries in the log, the other log kept whole, cases of one number joined', async () => {
    const [mine, theirs] = [testDb(), testDb()];
    const own = await keepCapture(mine, refundPage({ shopName: '测试店铺' }), NOW - 1000);
    const { captures } = await keepDispute(theirs);
    const theirLog = await theirs.log.orderBy('seq').toArray();
    const { file } = await backUp(theirs);
    expect(await restore(mine, file)).toMatchObject({ cases: 1, captures: 2, knownCaptures: 0 });
    expect((await mine.cases.toArray()).map(({ id }) => id)).toEqual([own.caseId]);
    const [known] = await mine.cases.toArray();
    expect(known).toMatchObject({ facts: { refundNo: REFUND_NO, paidAmount: '100.00', shopName: '测试店铺' } });
    expect(known?.entries).toHaveLength(1);
    expect((await capturesOf(mine, known?.id ?? '')).map(({ id }) => id).sort()).toEqual(
      [own, ...captures].map(({ id }) => id).sort(),
    );
    const log = await mine.log.orderBy('seq').toArray();
    expect(log.map(({ type }) => type)).toEqual([
      'capture.stored',
      'record.imported',
      'record.imported',
      'case.merged',
      'capture.imported',
      'capture.imported',
    ]);
    expect(await checkChain(log)).toEqual([]);
    expect(log.slice(-2).map(({ files }) => files)).toEqual(theirLog.slice(0, 2).map(({ files }) => files));
    expect(await mine.pastLogs.toArray()).toEqual([{ id: theirLog.at(-1)?.hash, entries: theirLog, keptAt: LATER }]);
    expect(await problemsIn(mine)).toEqual([]);
  });

  it('is added once, and its log goes along in the next backup', async () => {
    const [mine, theirs] = [testDb(), testDb()];
    await keepCapture(mine, refundPage());
    await keepDispute(theirs);
    const { file } = await backUp(theirs);
    await restore(mine, file);
    const before = await everything(mine);
    await restore(mine, file);
    expect(await everything(mine)).toEqual(before);
    const copy = testDb();
    await restore(copy, (await backUp(mine)).file);
    expect(await everything(copy)).toEqual(before);
  });

  it('leaves cases of buyer and seller two', async () => {
    const [mine, theirs] = [testDb(), testDb()];
    await keepCapture(mine, refundPage({}, { role: 'seller' }));
    await keepCapture(theirs, refundPage());
    await restore(mine, (await backUp(theirs)).file);
    expect(await mine.cases.count()).toBe(2);
    expect(await problemsIn(mine)).toEqual([]);
  });

  it('that has gone another way since both were one is added, not mixed up', async () => {
    const db = testDb();
    const { caseId } = await keepDispute(db);
    const copy = testDb();
    await restore(copy, (await backUp(db)).file);
    await keepCapture(db, orderPage({ shopName: '甲' }), NOW + 5000);
    await recordPage(copy, seen(refundPage({ refundAmount: '9.00' }), NOW + 6000));
    const change = { id: crypto.randomUUID(), fact: 'shopName' as const, value: '乙', at: NOW + 7000, picked: null };
    await correctFact(copy, caseId, change);
    await restore(copy, (await backUp(db)).file);
    expect(await capturesOf(copy, caseId)).toHaveLength(3);
    expect(await copy.cases.get(caseId)).toMatchObject({
      facts: { shopName: '乙', refundAmount: '9.00', paidAmount: '100.00' },
      entries: [{ id: 'entry-1' }],
    });
    expect(await copy.cases.count()).toBe(1);
    expect(await copy.pastLogs.count()).toBe(1);
    expect(await problemsIn(copy)).toEqual([]);
  });
});

it('a restore that is cancelled keeps what it has done, and does the rest the next time', async () => {
  const db = testDb();
  await keepDispute(db);
  const { file } = await backUp(db);
  const copy = testDb();
  const { opened, whole } = await inspectBackup(copy, file, quiet);
  const cancel = new AbortController();
  const onProgress = () => cancel.abort(new Error('enough'));
  const deps = { db: copy, now: LATER, withSettings: false, onProgress, signal: cancel.signal };
  await expect(restoreBackup(opened, whole, deps)).rejects.toThrow('enough');
  expect(await copy.captures.count()).toBe(1);
  await restore(copy, file);
  expect(await everything(copy)).toEqual(await everything(db));
});

it('pictures of a capture that is being made are left out', async () => {
  const db = testDb();
  await keepDispute(db);
  await db.drafts.add({ id: 'draft', captureId: 'taking' } as CaptureDraft);
  await db.blobs.add({ id: 'taking/shot-1', captureId: 'taking', blob: new Blob(['x']) });
  const copy = testDb();
  await restore(copy, (await backUp(db)).file);
  expect([await db.blobs.count(), await copy.blobs.count()]).toEqual([5, 4]);
});
