import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkChain } from '../../../lib/evidence/chain.ts';
import { type GivenFile, recordOwnFile } from '../../../lib/recorder/own-file.ts';
import { sha256 } from '../../../lib/shared/digest.ts';
import { errorCodeOf } from '../../../lib/shared/errors.ts';
import { deleteCapture, eraseCapture } from '../../../lib/storage/bin.ts';
import { recordPage } from '../../../lib/storage/cases.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { chooseEvidence, tickEvidence } from '../../../lib/storage/evidence-choices.ts';
import { describeOwnFile } from '../../../lib/storage/own-files.ts';
import { NOW, orderPage, seen } from '../cases/pages.ts';
import { blobOf, given, jpeg, movie, tiff } from '../evidence/own-file/files.ts';
import { contents, refuseCommit, refuseRow, testDb } from '../storage/database.ts';
import { png, stubCanvas } from './canvas.ts';

beforeEach(() => void stubCanvas());
afterEach(() => void vi.unstubAllGlobals());

async function caseIn(db: DossierDb): Promise<string> {
  const known = await recordPage(db, seen(orderPage()), { keep: true });
  return known?.id ?? '';
}

function add(
  db: DossierDb,
  caseId: string,
  file: GivenFile,
  proves: string | null = null,
  onProgress = (_: number) => undefined,
) {
  const tool = { name: '维权匣', version: '0.1.0' };
  return recordOwnFile(caseId, file, proves, { db, now: () => NOW, tool, onProgress });
}

const PHOTO = jpeg(tiff('2026:11:20 10:11:12', '+08:00'));

describe('a file of the user’s', () => {
  it('is kept exactly as it was given, with what it says of itself and its place in the log', async () => {
    const db = testDb();
    const caseId = await caseIn(db);
    const capture = await add(db, caseId, given(PHOTO, '破损 照片.JPG', NOW - 5000), 'defectPhotos');
    const bytes = await PHOTO.arrayBuffer();
    expect(capture).toMatchObject({
      caseId,
      takenAt: NOW,
      title: '破损 照片.JPG',
      pageKind: null,
      own: {
        name: '破损 照片.JPG',
        kind: 'picture',
        modifiedAt: NOW - 5000,
        recordedAt: { text: '2026-11-20 10:11:12', zone: '+08:00' },
        proves: 'defectPhotos',
        description: '',
      },
    });
    const own = capture.artifacts.find(({ role }) => role === 'own');
    expect(own).toMatchObject({
      bytes: PHOTO.size,
      sha256: await sha256(bytes),
      mediaType: 'image/jpeg',
      derivedFrom: [],
    });
    const stored = await db.blobs.get(own?.id ?? '');
    expect(new Uint8Array((await stored?.blob.arrayBuffer()) ?? new ArrayBuffer())).toEqual(new Uint8Array(bytes));
    const log = await db.log.toArray();
    expect(log).toMatchObject([{ type: 'capture.stored', subject: capture.id }]);
    expect(log[0]?.files.map(({ name }) => name)).toContain('破损 照片.JPG');
    expect(await checkChain(log)).toEqual([]);
  });

  it('has a record that says who gave what when, and what nobody can know', async () => {
    const db = testDb();
    const capture = await add(db, await caseIn(db), given(movie('2026-11-20T02:11:12Z'), '开箱.mp4'));
    const record = capture.artifacts.find(({ role }) => role === 'record');
    const stored = await db.blobs.get(record?.id ?? '');
    expect(JSON.parse((await stored?.blob.text()) ?? '')).toMatchObject({
      format: 'own-file-record/1',
      name: '开箱.mp4',
      addedAt: '2026-11-22T12:00:00+08:00',
      modifiedAt: null,
      recordedAt: { text: '2026-11-20 10:11:12', zone: '+08:00' },
      unknown: expect.arrayContaining(['文件所称的时间是否准确']),
    });
  });

  it('has a small picture when the browser can show it, derived from it', async () => {
    const db = testDb();
    const caseId = await caseIn(db);
    const shown = await add(db, caseId, given(png(800, 600), 'a.png'));
    const [own, thumbnail] = shown.artifacts;
    expect(thumbnail).toMatchObject({ role: 'thumbnail', derivedFrom: [own?.sha256] });
    const hidden = await add(db, caseId, given(PHOTO, 'b.jpg'));
    expect(hidden.artifacts.map(({ role }) => role)).toEqual(['own', 'record']);
  });

  it.each(['添加记录.json', '缩略图.jpg'])('keeps its name even when it is one of ours: %s', async (name) => {
    const db = testDb();
    const { artifacts } = await add(db, await caseIn(db), given(png(10, 10), name));
    expect(artifacts[0]?.name).toBe(name);
    expect(new Set(artifacts.map(({ id }) => id)).size).toBe(3);
  });

  it('is read piece by piece, and says how far that is', async () => {
    const db = testDb();
    const size = 9 * 1024 * 1024;
    const steps: number[] = [];
    const large = new Blob([new Uint8Array(size).fill(7)]);
    await add(db, await caseIn(db), given(large, 'a.bin'), null, (bytes) => void steps.push(bytes));
    expect(steps.length).toBeGreaterThan(2);
    expect(steps.at(-1)).toBe(size);
    expect([...steps].sort((a, b) => a - b)).toEqual(steps);
  });
});

describe('a file that is not kept', () => {
  it('the same one twice: the first stays, and another case may have it', async () => {
    const db = testDb();
    const caseId = await caseIn(db);
    await add(db, caseId, given(PHOTO, 'a.jpg'));
    const before = await contents(db);
    expect(errorCodeOf(await add(db, caseId, given(PHOTO, 'b.jpg')).catch((error: unknown) => error))).toBe(
      'file.duplicate',
    );
    expect(await contents(db)).toEqual(before);
    const known = await db.cases.get(caseId);
    if (known) await db.cases.add({ ...known, id: 'other' });
    await expect(add(db, 'other', given(PHOTO, 'a.jpg'))).resolves.toBeDefined();
  });

  it.each([
    ['file.empty', new Blob([]), 'a.jpg'],
    ['file.program', blobOf('MZ....'), 'a.jpg'],
  ])('%s leaves nothing', async (code, blob, name) => {
    const db = testDb();
    const caseId = await caseIn(db);
    const before = await contents(db);
    expect(errorCodeOf(await add(db, caseId, given(blob, name)).catch((error: unknown) => error))).toBe(code);
    expect(await contents(db)).toEqual(before);
  });

  it.each([
    ['refuses one row', (db: DossierDb) => refuseRow(db, 'blobs', 1)],
    ['fails at the end', (db: DossierDb) => refuseCommit(db, 'captures')],
  ])('on a full disk that %s leaves nothing', async (_name, spoil) => {
    const db = testDb();
    spoil(db);
    const caseId = await caseIn(db);
    const before = await contents(db);
    expect(errorCodeOf(await add(db, caseId, given(PHOTO, 'a.jpg')).catch((error: unknown) => error))).toBe(
      'storage.full',
    );
    expect(await contents(db)).toEqual(before);
  });

  it('in a case that is gone leaves nothing', async () => {
    const db = testDb();
    await expect(add(db, 'gone', given(PHOTO, 'a.jpg'))).rejects.toThrow('gone');
    expect(await db.log.count()).toBe(0);
  });
});

describe('what the user says', () => {
  it('of a file changes neither it nor the log', async () => {
    const db = testDb();
    const { id } = await add(db, await caseIn(db), given(PHOTO, 'a.jpg'));
    await describeOwnFile(db, id, { proves: 'unboxing', description: '右下角碎裂' });
    expect((await db.captures.get(id))?.own).toMatchObject({
      name: 'a.jpg',
      proves: 'unboxing',
      description: '右下角碎裂',
    });
    expect(await db.log.count()).toBe(1);
  });

  it('of the dispute and of what is there is kept with the case', async () => {
    const db = testDb();
    const caseId = await caseIn(db);
    await chooseEvidence(db, caseId, { disputeType: 'fake' });
    await chooseEvidence(db, caseId, { goodsKind: 'jewellery' });
    await tickEvidence(db, caseId, 'brandStatement', NOW);
    await tickEvidence(db, caseId, 'comparison', NOW);
    await tickEvidence(db, caseId, 'comparison', null);
    expect(await db.cases.get(caseId)).toMatchObject({
      disputeType: 'fake',
      goodsKind: 'jewellery',
      ticked: { brandStatement: NOW },
    });
    await recordPage(db, seen(orderPage({ paidAmount: '1.00' }), NOW + 1));
    expect(await db.cases.get(caseId)).toMatchObject({ disputeType: 'fake', ticked: { brandStatement: NOW } });
  });
});

it('a file in the bin does not keep the same file from being added again', async () => {
  const db = testDb();
  const caseId = await caseIn(db);
  const { id } = await add(db, caseId, given(PHOTO, 'a.jpg'));
  await deleteCapture(db, id, NOW + 1);
  await expect(add(db, caseId, given(PHOTO, 'a.jpg'))).resolves.toMatchObject({ caseId });
});

it('an erased file leaves its place in the log', async () => {
  const db = testDb();
  const { id } = await add(db, await caseIn(db), given(PHOTO, 'a.jpg'));
  await deleteCapture(db, id, NOW + 1);
  await eraseCapture(db, id, NOW + 2);
  expect([await db.captures.count(), await db.blobs.count()]).toEqual([0, 0]);
  const log = await db.log.toArray();
  expect(log.map(({ type, subject }) => [type, subject])).toEqual([
    ['capture.stored', id],
    ['capture.deleted', id],
    ['capture.erased', id],
  ]);
  expect(await checkChain(log)).toEqual([]);
});
