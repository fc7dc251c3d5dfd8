import { describe, expect, it } from 'vitest';
import { checkChain } from '../../../lib/evidence/chain.ts';
import type { Capture } from '../../../lib/evidence/types.ts';
import { DAY_MS, formatIso } from '../../../lib/shared/time.ts';
import {
  deleteCapture,
  deletedCaptures,
  eraseCapture,
  eraseExpired,
  restoreCapture,
} from '../../../lib/storage/bin.ts';
import { capturesOf, storeCapture, unfiledCaptures } from '../../../lib/storage/captures.ts';
import { deleteCase } from '../../../lib/storage/case-changes.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { capture, NOW, reading, refundPage, seen } from '../cases/pages.ts';
import { testDb } from './database.ts';

function store(db: DossierDb, page = refundPage()): Promise<Capture> {
  const { artifacts: _artifacts, caseId: _caseId, logSeq: _seq, logHash: _hash, ...draft } = capture(page.pageKind);
  const file = { name: 'a.png', role: 'frame' as const, mediaType: 'image/png', blob: new Blob([crypto.randomUUID()]) };
  return storeCapture(db, { ...draft, id: crypto.randomUUID() }, [file], seen(page), 7);
}

async function logOf(db: DossierDb) {
  const entries = await db.log.orderBy('seq').toArray();
  expect(await checkChain(entries)).toEqual([]);
  return entries.map(({ type, subject }) => [type, subject]);
}

describe('a deleted capture', () => {
  it('counts nowhere, but nothing of it is lost', async () => {
    const db = testDb();
    const [first, second] = [await store(db), await store(db)];
    await deleteCapture(db, first.id, NOW + 5000);
    expect(await capturesOf(db, second.caseId ?? '')).toEqual([second]);
    expect(await deletedCaptures(db)).toEqual([{ ...first, deletedAt: NOW + 5000 }]);
    expect(await db.blobs.count()).toBe(2);
    expect((await db.log.get(3))?.at).toBe(formatIso(NOW + 5000));
  });

  it('of no case is no longer among those to be filed', async () => {
    const db = testDb();
    const { id } = await store(db, reading());
    expect(await unfiledCaptures(db)).toHaveLength(1);
    await deleteCapture(db, id, NOW);
    expect(await unfiledCaptures(db)).toEqual([]);
  });

  it('comes back as it was', async () => {
    const db = testDb();
    const stored = await store(db);
    await deleteCapture(db, stored.id, NOW);
    await restoreCapture(db, stored.id, NOW + 1);
    expect(await capturesOf(db, stored.caseId ?? '')).toEqual([stored]);
    expect(await logOf(db)).toEqual([
      ['capture.stored', stored.id],
      ['capture.deleted', stored.id],
      ['capture.restored', stored.id],
    ]);
  });

  it('comes back to no case when its case was deleted meanwhile', async () => {
    const db = testDb();
    const { id, caseId } = await store(db);
    await deleteCapture(db, id, NOW);
    await deleteCase(db, caseId ?? '', { keepsCaptures: false, at: NOW + 1 });
    await restoreCapture(db, id, NOW + 2);
    expect((await unfiledCaptures(db)).map((one) => one.id)).toEqual([id]);
  });

  it('is erased on request; the log goes on holding its digests', async () => {
    const db = testDb();
    const { id, artifacts } = await store(db);
    await deleteCapture(db, id, NOW);
    await eraseCapture(db, id, NOW + 1);
    expect([await db.captures.count(), await db.blobs.count()]).toEqual([0, 0]);
    expect((await logOf(db)).map(([type]) => type)).toEqual(['capture.stored', 'capture.deleted', 'capture.erased']);
    expect((await db.log.get(1))?.files.map(({ sha256 }) => sha256)).toEqual(artifacts.map(({ sha256 }) => sha256));
  });

  it('is erased by itself after 30 days, and not before', async () => {
    const db = testDb();
    const [kept, young, old] = [await store(db), await store(db), await store(db)];
    await deleteCapture(db, old.id, NOW);
    await deleteCapture(db, young.id, NOW + 1);
    expect(await eraseExpired(db, NOW + 30 * DAY_MS - 1)).toBe(0);
    expect(await eraseExpired(db, NOW + 30 * DAY_MS)).toBe(1);
    expect((await db.captures.toArray()).map(({ id }) => id).sort()).toEqual([kept.id, young.id].sort());
    expect(await eraseExpired(db, NOW + 30 * DAY_MS)).toBe(0);
  });
});

it.each([
  ['deleted twice', [deleteCapture, deleteCapture], ['capture.deleted']],
  ['restored without being deleted', [restoreCapture], []],
  ['erased without being deleted', [eraseCapture], []],
  ['erased twice', [deleteCapture, eraseCapture, eraseCapture], ['capture.deleted', 'capture.erased']],
  [
    'restored after it was erased',
    [deleteCapture, eraseCapture, restoreCapture],
    ['capture.deleted', 'capture.erased'],
  ],
])('a capture that is %s says so once', async (_name, steps, types) => {
  const db = testDb();
  const { id } = await store(db);
  for (const step of steps) await Promise.all([step(db, id, NOW), step(db, 'never there', NOW)]);
  expect((await logOf(db)).slice(1)).toEqual(types.map((type) => [type, id]));
});
