import { describe, expect, it } from 'vitest';
import type { Redaction } from '../../../lib/evidence/covered.ts';
import type { Capture } from '../../../lib/evidence/types.ts';
import { errorCodeOf } from '../../../lib/shared/errors.ts';
import { describeFile, type NewFile } from '../../../lib/storage/captures.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { removeRedaction, storeRedaction } from '../../../lib/storage/redactions.ts';
import { capture, NOW } from '../cases/pages.ts';
import { refuseCommit, refuseRow, testDb } from './database.ts';

const ID = 'capture';

/** A capture with one picture, in a database that a test then fills up. */
async function stored(db: DossierDb, change: Partial<Capture> = {}): Promise<Capture> {
  const file: NewFile = { name: 'frame-001.png', role: 'frame', mediaType: 'image/png', blob: new Blob(['original']) };
  const kept = capture('orderDetail', NOW, { id: ID, artifacts: [await describeFile(ID, file)], ...change });
  await db.captures.add(kept);
  await db.blobs.add({ id: `${ID}/frame-001.png`, captureId: ID, blob: file.blob });
  return kept;
}

async function cover(db: DossierDb, text: string, at = NOW): Promise<void> {
  const files: NewFile[] = ['frame-001_遮盖.png', '遮盖说明.json'].map((name, index) => ({
    name,
    role: index === 0 ? 'redacted' : 'redaction',
    mediaType: 'image/png',
    blob: new Blob([`${text} ${name}`]),
    derivedFrom: ['ab'.repeat(32)],
  }));
  const copies = [{ original: 'frame-001.png', copy: 'frame-001_遮盖.png' }];
  const redaction: Redaction = { at, words: [], boxes: [], copies, leftOut: [] };
  const artifacts = await Promise.all(files.map((file) => describeFile(ID, file)));
  await storeRedaction(db, ID, redaction, artifacts, files);
}

/** Everything that is stored, to be compared. */
async function everything(db: DossierDb) {
  const blobs = await db.blobs.orderBy('id').toArray();
  const texts = await Promise.all(blobs.map(async ({ id, blob }) => [id, await blob.text()]));
  return { captures: await db.captures.toArray(), log: await db.log.toArray(), texts };
}

describe('covered copies', () => {
  it('take the place of earlier ones, whose digests stay in the log', async () => {
    const db = testDb();
    await stored(db);
    await cover(db, 'first');
    await cover(db, 'second', NOW + 1000);
    const { texts, log } = await everything(db);
    expect(texts).toEqual([
      [`${ID}/frame-001.png`, 'original'],
      [`${ID}/frame-001_遮盖.png`, 'second frame-001_遮盖.png'],
      [`${ID}/遮盖说明.json`, 'second 遮盖说明.json'],
    ]);
    const digests = log.flatMap(({ files }) => files.map(({ sha256 }) => sha256));
    expect(new Set(digests).size).toBe(4);
  });

  it.each<[string, (db: DossierDb) => void]>([
    ['a copy', (db) => refuseRow(db, 'blobs', 1)],
    ['the entry of the log', (db) => refuseRow(db, 'log', 0)],
    ['the capture', (db) => refuseCommit(db, 'captures')],
  ])('are as they were when the disk is full for %s', async (_, fill) => {
    const name = `test-${crypto.randomUUID()}`;
    const before = testDb(name);
    await stored(before);
    await cover(before, 'first');
    const kept = await everything(before);
    before.close();
    const full = testDb(name);
    fill(full);
    expect(errorCodeOf(await cover(full, 'second').catch((error: unknown) => error))).toBe('storage.full');
    full.close();
    expect(await everything(testDb(name))).toEqual(kept);
  });

  it.each<[string, Partial<Capture> | null]>([
    ['is not there', null],
    ['was deleted', { deletedAt: NOW }],
  ])('are refused, and not taken back, for a capture that %s', async (_, change) => {
    const db = testDb();
    if (change) await stored(db, change);
    const outcomes = await Promise.allSettled([cover(db, 'x'), removeRedaction(db, ID, NOW)]);
    const codes = outcomes.map((outcome) => (outcome.status === 'rejected' ? errorCodeOf(outcome.reason) : null));
    expect([codes, await db.log.count()]).toEqual([['redaction.gone', 'redaction.gone'], 0]);
  });
});
