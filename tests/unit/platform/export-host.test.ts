import { afterEach, expect, it, vi } from 'vitest';
import { createExportHost } from '../../../lib/platform/export-host.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { startJob } from '../../../lib/storage/jobs.ts';
import { buildFonts } from '../../../scripts/build/fonts.ts';
import { capture, caseOf, NOW, refundPage } from '../cases/pages.ts';
import { testDb } from '../storage/database.ts';

afterEach(() => vi.unstubAllGlobals());

const JOB = 'job';

function order(captureIds: string[]) {
  return {
    jobId: JOB,
    caseId: 'case-1',
    options: { captureIds, claims: [], complainant: {} },
    software: { name: '维权匣', version: '0.1.0', browser: 'Chromium 156', os: 'Linux' },
  };
}

async function withJob(): Promise<DossierDb> {
  const db = testDb();
  await db.cases.put(caseOf(refundPage()));
  await startJob(db, { id: JOB, kind: 'export', tabId: null, caseId: 'case-1', owner: 'offscreen' }, NOW);
  return db;
}

it('ends a job that it cannot do with the reason', async () => {
  const db = await withJob();
  createExportHost(db).start(order(['5f0c1f1e-6a2b-4d57-9a53-0d9b1b6f3a11']));
  await vi.waitFor(async () =>
    expect(await db.jobs.get(JOB)).toMatchObject({ state: 'failed', errorCode: 'export.noCaptures' }),
  );
});

it('stops the job it is told to stop, and no other', async () => {
  const db = await withJob();
  const stored = capture('refundDetail');
  await db.captures.put(stored);
  const { regular } = await buildFonts();
  const host = createExportHost(db);
  vi.stubGlobal('fetch', async () => {
    host.cancel('another');
    expect(await db.jobs.get(JOB)).toMatchObject({ state: 'running' });
    host.cancel(JOB);
    return new Response(new Blob([regular as BlobPart]));
  });
  host.start(order([stored.id]));
  await vi.waitFor(async () =>
    expect(await db.jobs.get(JOB)).toMatchObject({ state: 'cancelled', errorCode: 'cancelled' }),
  );
});
