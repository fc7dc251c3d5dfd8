import { AppError, errorCodeOf } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { DossierDb } from '../storage/db.ts';
import { failJob, finishJob, updateJob } from '../storage/jobs.ts';
import type { ExportRequest } from './run.ts';
import { type ExportDeps, exportCase } from './run.ts';

/** Progress is written at most this often; a bundle has hundreds of steps. */
const REPORT_EVERY_MS = 150;

export interface ExportJobDeps extends Pick<ExportDeps, 'fonts' | 'verifierScript' | 'signal'> {
  db: DossierDb;
  now: () => Instant;
  /** Hands the finished file to the user. */
  save: (bundle: Blob, fileName: string) => void;
  /** Told about failures that nobody foresaw. */
  report: (error: unknown) => void;
}

/** Runs one export to its end and keeps the job's record: progress, result or failure. Never rejects. */
export async function runExportJob(jobId: string, request: ExportRequest, deps: ExportJobDeps): Promise<void> {
  const { db, now } = deps;
  // A cancel that came before this page was ready is in the record of the job only.
  const requireWanted = async () => {
    if ((await db.jobs.get(jobId))?.state !== 'running') throw new AppError('cancelled');
    deps.signal.throwIfAborted();
  };
  try {
    await requireWanted();
    const bundle = await exportCase(request, { ...deps, onProgress: throttled(deps, jobId) });
    await updateJob(db, jobId, { phase: 'saving' }, now());
    await requireWanted();
    deps.save(bundle.blob, bundle.fileName);
    const { fileName, manifestSha256 } = bundle;
    await finishJob(db, jobId, { fileName, manifestSha256, bytes: bundle.blob.size }, now());
  } catch (error) {
    const code = errorCodeOf(error);
    if (code === 'unexpected') deps.report(error);
    await failJob(db, jobId, code, now());
  }
}

function throttled({ db, now, report }: ExportJobDeps, jobId: string): ExportDeps['onProgress'] {
  let last = 0;
  let phase = '';
  return (progress) => {
    const at = now();
    if (progress.phase === phase && at - last < REPORT_EVERY_MS) return;
    last = at;
    phase = progress.phase;
    updateJob(db, jobId, progress, at).catch(report);
  };
}
