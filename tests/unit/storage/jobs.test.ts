import { describe, expect, it } from 'vitest';
import type { DossierDb } from '../../../lib/storage/db.ts';
import type { Job } from '../../../lib/storage/job.ts';
import { failJob, finishJob, interruptOrphans, pruneJobs, startJob, updateJob } from '../../../lib/storage/jobs.ts';
import { NOW } from '../cases/pages.ts';
import { testDb } from './database.ts';

const FILE = { fileName: '12315证据包.zip', manifestSha256: 'a'.repeat(64), bytes: 9 };

function start(db: DossierDb, id: string, change: Partial<Job> = {}, now = NOW): Promise<Job> {
  return startJob(db, { id, kind: 'capture', tabId: 7, caseId: null, owner: 'worker', ...change }, now);
}

describe('a job', () => {
  it('runs, tells how far it is, and ends with its result', async () => {
    const db = testDb();
    expect(await start(db, 'job')).toMatchObject({
      state: 'running',
      phase: 'starting',
      done: 0,
      total: 0,
      seen: false,
    });
    await updateJob(db, 'job', { phase: 'scrolling', done: 3, total: 8 }, NOW + 1);
    expect(await db.jobs.get('job')).toMatchObject({
      state: 'running',
      phase: 'scrolling',
      done: 3,
      total: 8,
      updatedAt: NOW + 1,
    });
    await finishJob(db, 'job', { captureId: 'capture', pageKind: 'chat', gaps: [] }, NOW + 2);
    expect(await db.jobs.get('job')).toMatchObject({
      state: 'done',
      result: { captureId: 'capture', pageKind: 'chat', gaps: [] },
      errorCode: null,
      startedAt: NOW,
      updatedAt: NOW + 2,
    });
  });

  it.each([
    ['cancelled', 'cancelled'],
    ['capture.noGrant', 'failed'],
    ['storage.full', 'failed'],
  ] as const)('that ends with %s is %s', async (code, state) => {
    const db = testDb();
    await start(db, 'job');
    await failJob(db, 'job', code, NOW + 1);
    expect(await db.jobs.get('job')).toMatchObject({ state, errorCode: code, result: null });
  });

  const ends: [string, (db: DossierDb, now: number) => Promise<void>][] = [
    ['done', (db, now) => finishJob(db, 'job', FILE, now)],
    ['failed', (db, now) => failJob(db, 'job', 'unexpected', now)],
    ['cancelled', (db, now) => failJob(db, 'job', 'cancelled', now)],
    ['interrupted', (db, now) => interruptOrphans(db, [], now)],
  ];

  it.each(ends)('keeps its end when it is %s: late reports change nothing', async (_name, end) => {
    const db = testDb();
    await start(db, 'job');
    await end(db, NOW + 1);
    const ended = await db.jobs.get('job');
    await updateJob(db, 'job', { phase: 'packing', done: 9, bytes: 9 }, NOW + 2);
    for (const [, again] of ends) await again(db, NOW + 3);
    expect(await db.jobs.get('job')).toEqual(ended);
  });

  it('that nobody started is not made by a report', async () => {
    const db = testDb();
    await updateJob(db, 'nobody', { done: 1 }, NOW);
    await finishJob(db, 'nobody', FILE, NOW);
    expect(await db.jobs.count()).toBe(0);
  });
});

describe('jobs whose owner is gone', () => {
  it('were interrupted, each with the code of its kind; the others go on', async () => {
    const db = testDb();
    await start(db, 'old capture', { owner: 'dead worker' });
    await start(db, 'old export', { owner: 'dead page', kind: 'export' });
    await start(db, 'own', { owner: 'worker' });
    await start(db, 'offscreen', { owner: 'offscreen', kind: 'export' });
    await interruptOrphans(db, ['worker', 'offscreen'], NOW + 9);
    const states = (await db.jobs.toArray()).map(({ id, state, errorCode }) => [id, state, errorCode]);
    expect(states).toEqual(
      expect.arrayContaining([
        ['old capture', 'interrupted', 'capture.interrupted'],
        ['old export', 'interrupted', 'export.interrupted'],
        ['own', 'running', null],
        ['offscreen', 'running', null],
      ]),
    );
  });
});

describe('old jobs', () => {
  it('are forgotten beyond the newest fifty, running ones never', async () => {
    const db = testDb();
    await start(db, 'runs since long', {}, NOW);
    for (let index = 1; index <= 60; index += 1) {
      await start(db, `job ${index}`, {}, NOW + index);
      await finishJob(db, `job ${index}`, FILE, NOW + index);
    }
    await pruneJobs(db);
    const kept = (await db.jobs.orderBy('startedAt').toArray()).map(({ id }) => id);
    expect(kept).toEqual(['runs since long', ...Array.from({ length: 50 }, (_, index) => `job ${index + 11}`)]);
  });

  it('stay while there are few', async () => {
    const db = testDb();
    await start(db, 'one');
    await finishJob(db, 'one', FILE, NOW);
    await pruneJobs(db);
    expect(await db.jobs.count()).toBe(1);
  });
});
