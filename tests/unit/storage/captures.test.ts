import { describe, expect, it } from 'vitest';
import { checkChain } from '../../../lib/evidence/chain.ts';
import type { Capture } from '../../../lib/evidence/types.ts';
import type { Reading } from '../../../lib/marketplaces/types.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { errorCodeOf } from '../../../lib/shared/errors.ts';
import { formatIso } from '../../../lib/shared/time.ts';
import { deleteCapture } from '../../../lib/storage/bin.ts';
import {
  appendToLog,
  assignCapture,
  capturesOf,
  type NewCapture,
  type NewFile,
  storeCapture,
} from '../../../lib/storage/captures.ts';
import { DossierDb } from '../../../lib/storage/db.ts';
import { rememberTab } from '../../../lib/storage/tabs.ts';
import { NOW, ORDER_NO, orderPage, reading, refundPage, seen } from '../cases/pages.ts';
import { contents, refuseCommit, refuseRow, testDb } from './database.ts';

const TAB = 7;
const NOTHING = Object.fromEntries(new DossierDb('unopened').tables.map(({ name }) => [name, 0]));

function draft(page: Reading, id: string = crypto.randomUUID(), takenAt = NOW): NewCapture {
  const { marketplace, pageKind, role, facts, adapter } = page;
  return {
    id,
    takenAt,
    url: 'https://www.example.com/',
    title: '测试页面',
    marketplace,
    pageKind,
    role,
    facts,
    adapter,
    own: null,
    messageCount: 0,
    gaps: [],
    purpose: '',
    note: '',
    deletedAt: null,
    redaction: null,
  };
}

function files(count = 3): NewFile[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `frame-00${index + 1}.png`,
    role: 'frame',
    mediaType: 'image/png',
    blob: new Blob([`picture ${index + 1}`], { type: 'image/png' }),
  }));
}

function store(db: DossierDb, page: Reading = refundPage(), newFiles = files(), takenAt = NOW): Promise<Capture> {
  return storeCapture(db, draft(page, crypto.randomUUID(), takenAt), newFiles, seen(page, takenAt), TAB);
}

async function chainOf(db: DossierDb) {
  return db.log.orderBy('seq').toArray();
}

describe('storing a capture', () => {
  it('keeps the capture, its files, its log entry and its case', async () => {
    const db = testDb();
    const capture = await store(db);
    expect(await contents(db)).toEqual({ ...NOTHING, cases: 1, visits: 1, captures: 1, blobs: 3, log: 1 });
    expect(await db.captures.get(capture.id)).toEqual(capture);
    const [known] = await db.cases.toArray();
    expect(capture.caseId).toBe(known?.id);
    const [entry] = await chainOf(db);
    expect(entry).toMatchObject({ seq: 1, type: 'capture.stored', subject: capture.id, at: formatIso(NOW) });
    expect(capture).toMatchObject({ logSeq: 1, logHash: entry?.hash });
  });

  it('describes every file by what is really stored', async () => {
    const db = testDb();
    const { artifacts } = await store(db);
    for (const artifact of artifacts) {
      const blob = (await db.blobs.get(artifact.id))?.blob as Blob;
      const bytes = await blob.arrayBuffer();
      expect(artifact).toMatchObject({ bytes: bytes.byteLength, sha256: await sha256(bytes), derivedFrom: [] });
    }
    const [entry] = await chainOf(db);
    expect(entry?.files).toEqual(artifacts.map(({ name, bytes, sha256: digest }) => ({ name, bytes, sha256: digest })));
  });

  it('opens a case for an order that is captured', async () => {
    const db = testDb();
    const { caseId } = await store(db, orderPage());
    expect(await db.cases.get(caseId ?? '')).toMatchObject({ facts: { orderNo: ORDER_NO } });
  });

  it('belongs to no case on a page that names none', async () => {
    const db = testDb();
    await store(db, refundPage());
    expect((await store(db, reading({ pageKind: 'product', facts: { itemId: '900000000002' } }))).caseId).toBeNull();
    expect((await store(db, reading())).caseId).toBeNull();
  });

  it('belongs to the case that the tab is about when its page names none', async () => {
    const db = testDb();
    const { caseId } = await store(db, refundPage());
    await rememberTab(db, 1, seen(refundPage()));
    const product = reading({ pageKind: 'product', facts: { itemId: '900000000002' } });
    await rememberTab(db, TAB, seen(product), 1);
    expect((await store(db, product)).caseId).toBe(caseId);
  });
});

describe('a full disk', () => {
  it.each<[string, (db: DossierDb) => void]>([
    ['refuses the second of three files', (db) => refuseRow(db, 'blobs', 1)],
    ['refuses the first file', (db) => refuseRow(db, 'blobs', 0)],
    ['refuses the capture itself', (db) => refuseRow(db, 'captures', 0)],
    ['refuses the whole transaction when it is written', (db) => refuseCommit(db, 'captures')],
  ])('%s: nothing is stored, and the user is told why', async (_name, fill) => {
    const db = testDb();
    fill(db);
    const error = await store(db).catch((reason: unknown) => reason);
    expect(errorCodeOf(error)).toBe('storage.full');
    expect(await contents(db)).toEqual(NOTHING);
  });

  it('leaves what was there before, and its chain, as they were', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const before = testDb(name);
    const first = await store(before);
    const known = await before.cases.toArray();
    before.close();
    const db = testDb(name);
    refuseRow(db, 'blobs', 1);
    await expect(store(db, refundPage({ refundAmount: '1.00' }), files(), NOW + 1000)).rejects.toThrow();
    expect(await db.captures.toArray()).toEqual([first]);
    expect(await db.cases.toArray()).toEqual(known);
    expect(await checkChain(await chainOf(db))).toEqual([]);
    expect(await chainOf(db)).toHaveLength(1);
  });
});

describe('the log', () => {
  it.each([2, 12])('stays one unbroken chain when %i captures are stored at once', async (count) => {
    const db = testDb();
    const captures = await Promise.all(
      Array.from({ length: count }, (_, index) => store(db, refundPage(), files(2), NOW + index)),
    );
    const entries = await chainOf(db);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    expect(await checkChain(entries)).toEqual([]);
    for (const { id, logSeq, logHash } of captures) {
      expect(entries[logSeq - 1]).toMatchObject({ subject: id, hash: logHash });
    }
    expect(await db.cases.count()).toBe(1);
  });

  it('stays unbroken when two pages of the extension write to it', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const [background, panel] = [testDb(name), testDb(name)];
    const first = await store(background);
    await Promise.all([store(background), deleteCapture(panel, first.id, NOW + 1), store(panel), store(background)]);
    const entries = await chainOf(background);
    expect(entries).toHaveLength(5);
    expect(await checkChain(entries)).toEqual([]);
  });

  it('has no entry for something that could not be written', async () => {
    const db = testDb();
    const draftEntry = { at: formatIso(NOW), type: 'bundle.exported' as const, subject: 'WQX', files: [] };
    const failing = appendToLog(db, draftEntry, [], async () => {
      throw new RangeError('no');
    });
    await expect(failing).rejects.toThrow(RangeError);
    expect(await chainOf(db)).toEqual([]);
  });

  it('shows what was changed in it afterwards', async () => {
    const db = testDb();
    await store(db);
    await store(db);
    await db.log.update(1, { at: formatIso(NOW - 1000) });
    expect(await checkChain(await chainOf(db))).toEqual([{ code: 'content', seq: 1 }]);
  });
});

describe('the captures of a case', () => {
  it('come oldest first', async () => {
    const db = testDb();
    const late = await store(db, refundPage(), files(1), NOW + 1000);
    const early = await store(db, refundPage(), files(1), NOW - 1000);
    expect((await capturesOf(db, late.caseId ?? '')).map(({ id }) => id)).toEqual([early.id, late.id]);
  });

  it('change when one is put into another case; the log does not', async () => {
    const db = testDb();
    const { id, caseId } = await store(db);
    const before = await chainOf(db);
    await assignCapture(db, id, null);
    expect(await capturesOf(db, caseId ?? '')).toEqual([]);
    await assignCapture(db, id, caseId);
    expect(await capturesOf(db, caseId ?? '')).toHaveLength(1);
    expect(await chainOf(db)).toEqual(before);
  });
});
