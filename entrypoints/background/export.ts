import type { ExportOptions } from '../../lib/messaging/types.ts';
import { keepAwake } from '../../lib/platform/keep-awake.ts';
import { openOffscreenPage } from '../../lib/platform/offscreen.ts';
import { handleMessages } from '../../lib/platform/receive.ts';
import { reportUnexpected } from '../../lib/platform/report.ts';
import { sendMessage } from '../../lib/platform/send.ts';
import { identifySoftware } from '../../lib/platform/software.ts';
import { AppError, errorCodeOf } from '../../lib/shared/errors.ts';
import type { DossierDb } from '../../lib/storage/db.ts';
import { failJob, startJob } from '../../lib/storage/jobs.ts';
import { OFFSCREEN_OWNER } from './housekeeping.ts';

/** Starts exports in the offscreen page, one at a time, and passes cancels on. */
export function setUpExport(db: DossierDb): void {
  handleMessages({
    'export.start': async ({ caseId, options }) => ({ jobId: await startExport(db, caseId, options) }),
    'export.cancel': async ({ jobId }) => {
      await failJob(db, jobId, 'cancelled', Date.now());
      if (import.meta.env.FIREFOX) (await hostHere(db)).cancel(jobId);
      else await sendMessage('bundle.cancel', { jobId }).catch(() => undefined); // Not open yet: the record says it all.
      return null;
    },
  });
}

async function startExport(db: DossierDb, caseId: string, options: ExportOptions): Promise<string> {
  const running = await db.jobs.where('state').equals('running').toArray();
  if (running.some(({ kind }) => kind === 'export')) throw new AppError('export.running');
  const jobId = crypto.randomUUID();
  await startJob(db, { id: jobId, kind: 'export', tabId: null, caseId, owner: OFFSCREEN_OWNER }, Date.now());
  try {
    const order = { jobId, caseId, options, software: await identifySoftware() };
    if (import.meta.env.FIREFOX) {
      const host = await hostHere(db);
      keepAwake(host.start(order)).catch(reportUnexpected);
    } else {
      await openOffscreenPage();
      await sendMessage('bundle.build', order);
    }
  } catch (error) {
    await failJob(db, jobId, errorCodeOf(error), Date.now());
    throw error;
  }
  return jobId;
}

type ExportHost = ReturnType<typeof import('../../lib/platform/export-host.ts').createExportHost>;
let ownHost: Promise<ExportHost> | undefined;

/** Firefox has no offscreen page; its background page can do the work. Loaded at need, and only in its build. */
function hostHere(db: DossierDb): Promise<ExportHost> {
  ownHost ??= import('../../lib/platform/export-host.ts').then(({ createExportHost }) => createExportHost(db));
  return ownHost;
}
