import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { checkChain } from '../../../lib/evidence/chain.ts';
import type { FactKey, Facts } from '../../../lib/marketplaces/types.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { formatIso } from '../../../lib/shared/time.ts';
import { recordPage } from '../../../lib/storage/cases.ts';
import { correctFact, correctionBytes, correctionsOf, undoCorrection } from '../../../lib/storage/corrections.ts';
import { DossierDb } from '../../../lib/storage/db.ts';
import { NOW, OTHER_REFUND_NO, REFUND_NO, refundPage, seen } from '../cases/pages.ts';
import { contents, refuseRow, testDb } from './database.ts';

async function refundCase(db: DossierDb, page = refundPage({ refundAmount: '7.04' })): Promise<string> {
  return (await recordPage(db, seen(page)))?.id ?? '';
}

function correct<Key extends FactKey>(db: DossierDb, caseId: string, fact: Key, value: NonNullable<Facts[Key]>) {
  return correctFact(db, caseId, { id: crypto.randomUUID(), fact, value, at: NOW + 1000, picked: null });
}

describe('correcting a fact', () => {
  it('changes the case, keeps the record and adds it to the log, all together', async () => {
    const db = testDb();
    const caseId = await refundCase(db);
    expect(await correct(db, caseId, 'refundAmount', '17.04')).toEqual({ ok: true });
    expect(await db.cases.get(caseId)).toMatchObject({ facts: { refundAmount: '17.04' } });
    const [record] = await correctionsOf(db, caseId);
    expect(record).toMatchObject({ fact: 'refundAmount', value: '17.04', read: { value: '7.04' }, logSeq: 1 });
    const entries = await db.log.toArray();
    expect(entries).toMatchObject([{ type: 'fact.corrected', subject: record?.id, at: formatIso(NOW + 1000) }]);
    expect(await checkChain(entries)).toEqual([]);
  });

  it('puts the digest of what was said into the log', async () => {
    const db = testDb();
    const caseId = await refundCase(db);
    await correct(db, caseId, 'refundAmount', '17.04');
    const [record] = await correctionsOf(db, caseId);
    if (!record) throw new Error('No record');
    const digest = await sha256(correctionBytes(record));
    expect((await db.log.get(1))?.files).toEqual([
      { name: `${record.id}.json`, bytes: correctionBytes(record).length, sha256: digest },
    ]);
    expect(record.sha256).toBe(digest);
    expect(await sha256(correctionBytes({ ...record, value: '27.04' }))).not.toBe(digest);
  });

  it('stands against what the page says afterwards', async () => {
    const db = testDb();
    const caseId = await refundCase(db);
    await correct(db, caseId, 'refundAmount', '17.04');
    await recordPage(db, seen(refundPage({ refundAmount: '9.00' }), NOW + 2000));
    expect((await db.cases.get(caseId))?.facts.refundAmount).toBe('17.04');
  });

  it('stores nothing when the disk is full', async () => {
    const db = testDb();
    refuseRow(db, 'corrections', 0);
    const caseId = await refundCase(db);
    const before = [await contents(db), await db.cases.toArray()];
    await expect(correct(db, caseId, 'refundAmount', '17.04')).rejects.toThrow();
    expect([await contents(db), await db.cases.toArray()]).toEqual(before);
  });

  it('keeps one chain when several pages correct at once', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const [panel, cases] = [testDb(name), testDb(name)];
    const caseId = await refundCase(panel);
    await Promise.all([
      correct(panel, caseId, 'refundAmount', '1.00'),
      correct(cases, caseId, 'refundReason', '破损'),
      correct(panel, caseId, 'shopName', '测试店'),
    ]);
    expect(await checkChain(await panel.log.orderBy('seq').toArray())).toEqual([]);
    expect(Object.keys((await panel.cases.get(caseId))?.corrections ?? {}).sort()).toEqual([
      'refundAmount',
      'refundReason',
      'shopName',
    ]);
  });
});

describe('taking a correction back', () => {
  it('lets the page count again, and says so in the log', async () => {
    const db = testDb();
    const caseId = await refundCase(db);
    const before = await db.cases.get(caseId);
    await correct(db, caseId, 'refundAmount', '17.04');
    await undoCorrection(db, caseId, 'refundAmount', NOW + 5000);
    expect(await db.cases.get(caseId)).toEqual(before);
    expect((await db.log.orderBy('seq').toArray()).map(({ type }) => type)).toEqual([
      'fact.corrected',
      'fact.restored',
    ]);
    expect(await correctionsOf(db, caseId)).toHaveLength(2);
  });

  it('says so once, however often it is asked for', async () => {
    const db = testDb();
    const caseId = await refundCase(db);
    await correct(db, caseId, 'refundAmount', '17.04');
    const undo = () => undoCorrection(db, caseId, 'refundAmount', NOW + 5000);
    expect(await Promise.all([undo(), undo(), undo()])).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
    expect(await db.log.count()).toBe(2);
  });
});

describe('a corrected number', () => {
  it('files the case under the new number', async () => {
    const db = testDb();
    const caseId = await refundCase(db);
    await correct(db, caseId, 'refundNo', OTHER_REFUND_NO);
    const other = refundPage({ refundNo: OTHER_REFUND_NO }, { addressNumbers: [OTHER_REFUND_NO] });
    expect((await recordPage(db, seen(other, NOW + 2000)))?.id).toBe(caseId);
    expect((await recordPage(db, seen(refundPage(), NOW + 3000)))?.id).toBe(caseId);
    expect(await db.cases.count()).toBe(1);
  });

  it('that another case has is reported; nothing is changed, nothing is merged', async () => {
    const db = testDb();
    const caseId = await refundCase(db);
    const other = refundPage({ refundNo: OTHER_REFUND_NO }, { addressNumbers: [OTHER_REFUND_NO] });
    const otherId = await refundCase(db, other);
    const before = [await contents(db), await db.cases.toArray()];
    const result = await correct(db, caseId, 'refundNo', OTHER_REFUND_NO);
    expect(result).toMatchObject({ ok: false, clash: { id: otherId } });
    expect([await contents(db), await db.cases.toArray()]).toEqual(before);
  });

  it('clashes on the way back, too, when another case has taken the old number meanwhile', async () => {
    const db = testDb();
    const nowhere = seen(refundPage({}, { addressNumbers: [] }), NOW, 'https://refund2.taobao.com/dispute/detail.htm');
    const caseId = (await recordPage(db, nowhere))?.id ?? '';
    await correct(db, caseId, 'refundNo', OTHER_REFUND_NO);
    const real = await recordPage(db, seen(refundPage({}, { addressNumbers: [REFUND_NO] }), NOW + 2000));
    expect(real?.id).not.toBe(caseId);
    const result = await undoCorrection(db, caseId, 'refundNo', NOW + 3000);
    expect(result).toMatchObject({ ok: false, clash: { id: real?.id } });
  });
});

describe('a database from before there were corrections', () => {
  /** Version 1 as it was released, with a case as it was written then. */
  async function writeOld(name: string): Promise<unknown> {
    const old = new Dexie(name);
    old.version(1).stores({
      cases: 'id, *keys, seenAt',
      visits: 'id, caseId, lastSeenAt',
      captures: 'id, caseId, takenAt',
      blobs: 'id, captureId',
      log: 'seq, subject',
      keys: 'id',
      jobs: 'id, state, startedAt',
      tabs: 'tabId, caseId',
    });
    const {
      corrections: _later,
      entries: _entries,
      name: _name,
      note: _note,
      closedAt: _closed,
      rules: _rules,
      clockSkew: _skew,
      disputeType: _type,
      goodsKind: _goods,
      ticked: _ticked,
      ...known
    } = await oldCase();
    await old.table('cases').add(known);
    await old.table('captures').add({ id: 'kept', caseId: known.id, takenAt: NOW });
    old.close();
    return known;
  }

  async function oldCase() {
    const db = testDb();
    const known = await recordPage(db, seen(refundPage({ refundAmount: '7.04' })));
    if (!known) throw new Error('No case');
    return known;
  }

  /** What later versions have added to a case. */
  const ADDED = {
    corrections: {},
    entries: [],
    name: null,
    note: '',
    closedAt: null,
    rules: [],
    clockSkew: null,
    disputeType: null,
    goodsKind: null,
    ticked: {},
  };

  it('opens, keeps everything, and can be corrected', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const known = (await writeOld(name)) as { id: string };
    const db = testDb(name);
    expect(await db.cases.toArray()).toEqual([{ ...known, ...ADDED }]);
    expect(await db.captures.toArray()).toMatchObject([{ id: 'kept', own: null }]);
    expect(await db.cases.orderBy('rank').primaryKeys()).toEqual([known.id]);
    await correct(db, known.id, 'refundAmount', '17.04');
    await undoCorrection(db, known.id, 'refundAmount', NOW + 2000);
    expect(await db.cases.toArray()).toEqual([{ ...known, ...ADDED }]);
    expect((await recordPage(db, seen(refundPage({ refundAmount: '8.00' }), NOW + 3000)))?.id).toBe(known.id);
  });

  it('is not opened by the version before any more', async () => {
    const db = testDb();
    await db.open();
    expect(db.backendDB().version).toBe(40);
    expect(new DossierDb('x').verno).toBe(4);
  });
});
