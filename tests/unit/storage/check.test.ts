import { describe, expect, it } from 'vitest';
import type { Capture } from '../../../lib/evidence/types.ts';
import { deleteCapture, eraseCapture } from '../../../lib/storage/bin.ts';
import { assignCapture } from '../../../lib/storage/captures.ts';
import { deleteCase } from '../../../lib/storage/case-changes.ts';
import { type CheckOptions, checkStore } from '../../../lib/storage/check/check-store.ts';
import { correctFact, undoCorrection } from '../../../lib/storage/corrections.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { keepEntry, removeEntry } from '../../../lib/storage/entries.ts';
import type { CaptureDraft } from '../../../lib/storage/rows.ts';
import { NOW, refundPage } from '../cases/pages.ts';
import { testDb } from './database.ts';
import { keepCapture, keepDispute } from './filled.ts';

const quiet: CheckOptions = { onProgress: () => undefined, signal: new AbortController().signal };

function check(db: DossierDb, options = quiet) {
  return checkStore(db, NOW, options);
}

/** A store with two captures, a correction and an entry. */
async function filled(): Promise<{ db: DossierDb; first: Capture; second: Capture }> {
  const db = testDb();
  const { captures } = await keepDispute(db);
  const [first, second] = captures as [Capture, Capture];
  return { db, first, second };
}

describe('a store that is whole', () => {
  it('has no findings, and the check says what it looked at', async () => {
    const { db } = await filled();
    const { problems, ...counted } = await check(db);
    expect(problems).toEqual([]);
    const bytes = (await db.blobs.toArray()).reduce((sum, { blob }) => sum + blob.size, 0);
    expect(counted).toEqual({ checkedAt: NOW, captures: 2, files: 4, bytes, entries: 4, records: 2 });
  });

  it('has none when it is empty', async () => {
    expect(await check(testDb())).toMatchObject({ captures: 0, entries: 0, problems: [] });
  });

  it.each<[string, (db: DossierDb, capture: Capture) => Promise<unknown>]>([
    ['in the bin', (db, { id }) => deleteCapture(db, id, NOW)],
    ['erased', (db, { id }) => deleteCapture(db, id, NOW).then(() => eraseCapture(db, id, NOW))],
    ['taken out of its case', (db, { id }) => assignCapture(db, id, null)],
    ['without its case', (db, { caseId }) => deleteCase(db, caseId ?? '', { keepsCaptures: true, at: NOW })],
    ['with a correction taken back', (db, { caseId }) => undoCorrection(db, caseId ?? '', 'paidAmount', NOW + 1)],
    ['with an entry taken back', (db, { caseId }) => removeEntry(db, caseId ?? '', 'entry-1', NOW + 1)],
  ])('has none with a capture %s', async (_name, change) => {
    const { db, first } = await filled();
    await change(db, first);
    expect((await check(db)).problems).toEqual([]);
  });

  it('tells how far it is, and stops when it is cancelled', async () => {
    const { db } = await filled();
    const seen: [number, number][] = [];
    const cancel = new AbortController();
    const onProgress = (done: number, total: number) => {
      seen.push([done, total]);
      if (seen.length === 2) cancel.abort(new Error('enough'));
    };
    await expect(check(db, { onProgress, signal: cancel.signal })).rejects.toThrow('enough');
    expect(seen).toHaveLength(2);
    expect(seen[1]?.[0]).toBeGreaterThan(seen[0]?.[0] ?? 0);
  });
});

type Damage = (db: DossierDb, capture: Capture) => Promise<unknown>;

/** Every way in which the store can be wrong, and what is found; nothing else is, and nothing is changed. */
const DAMAGES: [name: string, damage: Damage, codes: string[]][] = [
  ['a file is gone', (db, { artifacts }) => db.blobs.delete(artifacts[0]?.id ?? ''), ['fileMissing']],
  ['a file has other bytes', (db, c) => replace(db, c, (blob) => new Blob(['x'.repeat(blob.size)])), ['fileChanged']],
  ['a file is shorter', (db, c) => replace(db, c, (blob) => blob.slice(1)), ['fileChanged']],
  ['a file has no owner', (db) => db.blobs.add({ id: 'x/a', captureId: 'x', blob: new Blob(['x']) }), ['fileOrphan']],
  [
    'a capture states another digest',
    (db, c) => restate(db, c, { sha256: 'ab'.repeat(32) }),
    ['captureFiles', 'fileChanged'],
  ],
  ['a capture states another checksum', (db, c) => restate(db, c, { crc32: 1 }), ['fileChanged']],
  ['a capture states another size', (db, c) => restate(db, c, { bytes: 1 }), ['fileChanged']],
  [
    'a capture names one file less',
    (db, c) => db.captures.update(c.id, { artifacts: c.artifacts.slice(1) }),
    ['captureFiles', 'fileOrphan'],
  ],
  [
    'a capture is gone without a word',
    (db, { id }) => db.captures.delete(id),
    ['captureLost', 'fileOrphan', 'fileOrphan'],
  ],
  [
    'a capture is in the bin without a word',
    (db, { id }) => db.captures.update(id, { deletedAt: NOW }),
    ['captureBin'],
  ],
  [
    'a capture is filed in no case that exists',
    (db, { id }) => db.captures.update(id, { caseId: 'nowhere' }),
    ['caseGone'],
  ],
  ['a visit is filed in no case that exists', (db) => db.visits.limit(1).modify({ caseId: 'nowhere' }), ['caseGone']],
  ['a correction is filed nowhere', (db) => db.corrections.toCollection().modify({ filedIn: 'nowhere' }), ['caseGone']],
  [
    'a correction says something else',
    (db) => db.corrections.toCollection().modify({ value: '9999.00' }),
    ['recordChanged'],
  ],
  [
    'a correction brings its own digest',
    (db) => db.corrections.toCollection().modify({ sha256: 'ab'.repeat(32) }),
    ['recordChanged'],
  ],
  ['the record of a correction is gone', (db) => db.corrections.clear(), ['correctionUnrecorded']],
  ['an act says something else', (db) => db.caseActs.toCollection().modify({ at: 1 }), ['recordChanged']],
  ['an entry of the log is gone', (db) => db.log.delete(3), ['logLink', 'logSequence', 'recordUnlogged']],
  [
    'an entry of the log says another time',
    (db) => db.log.update(1, { at: '2020-01-01T00:00:00+08:00' }),
    ['logContent'],
  ],
  [
    'an entry of the log names another one before',
    (db) => db.log.update(2, { previous: 'ab'.repeat(32) }),
    ['logContent', 'logLink'],
  ],
  [
    'the log is cut',
    (db) => db.log.where('seq').below(3).delete(),
    ['captureUnlogged', 'captureUnlogged', 'logLink', 'logSequence'],
  ],
  [
    'the log of an earlier store is changed',
    async (db) => {
      const [first, ...others] = await db.log.orderBy('seq').toArray();
      const entries = [{ ...first, at: '2020-01-01T00:00:00+08:00' }, ...others] as never;
      await db.pastLogs.add({ id: 'ab'.repeat(32), entries, keptAt: NOW });
    },
    ['pastLogBroken'],
  ],
];

async function replace(db: DossierDb, { artifacts }: Capture, change: (blob: Blob) => Blob): Promise<void> {
  const id = artifacts[0]?.id ?? '';
  const stored = await db.blobs.get(id);
  if (stored) await db.blobs.put({ ...stored, blob: change(stored.blob) });
}

function restate(db: DossierDb, { id, artifacts }: Capture, change: object): Promise<number> {
  return db.captures.update(id, {
    artifacts: artifacts.map((one, index) => (index === 0 ? { ...one, ...change } : one)),
  });
}

describe('the check finds that', () => {
  it.each(DAMAGES)('%s', async (_name, damage, codes) => {
    const { db, first } = await filled();
    await damage(db, first);
    const before = await Promise.all(db.tables.map((table) => table.toArray()));
    const { problems } = await check(db);
    expect(problems.map(({ code }) => code).sort()).toEqual(codes);
    expect(await Promise.all(db.tables.map((table) => table.toArray()))).toEqual(before);
  });

  it('a capture is there though the log says that it was erased', async () => {
    const { db, first } = await filled();
    await deleteCapture(db, first.id, NOW);
    await eraseCapture(db, first.id, NOW);
    await db.captures.add(first);
    const { problems } = await check(db);
    expect(problems.map(({ code }) => code).sort()).toEqual(['captureErased', 'fileMissing', 'fileMissing']);
    expect(problems.every(({ capture }) => capture?.title === first.title)).toBe(true);
  });
});

it('work that goes on meanwhile is not taken for damage', async () => {
  const { db, first } = await filled();
  let started: Promise<unknown> | null = null;
  const onProgress = () => {
    started ??= Promise.all([
      keepCapture(db, refundPage()),
      deleteCapture(db, first.id, NOW + 2).then(() => eraseCapture(db, first.id, NOW + 3)),
      keepEntry(db, first.caseId ?? '', { id: 'entry-2', event: null, channel: null, note: '', enteredAt: NOW + 2 }),
      correctFact(db, first.caseId ?? '', { id: 'c2', fact: 'paidAmount', value: '2.00', at: NOW + 2, picked: null }),
    ]);
  };
  expect((await check(db, { ...quiet, onProgress })).problems).toEqual([]);
  await started;
  expect((await check(db)).problems).toEqual([]);
});

it('pictures of a capture that is being made are not taken for strays', async () => {
  const { db } = await filled();
  await db.drafts.add({ id: 'draft', captureId: 'taking' } as CaptureDraft);
  await db.blobs.add({ id: 'taking/shot-1', captureId: 'taking', blob: new Blob(['x']) });
  expect((await check(db)).problems).toEqual([]);
  await db.drafts.clear();
  expect((await check(db)).problems).toMatchObject([{ code: 'fileOrphan', subject: 'taking/shot-1' }]);
});
