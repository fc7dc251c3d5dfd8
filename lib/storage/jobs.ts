import type { ErrorCode } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { DossierDb } from './db.ts';
import type { Job } from './job.ts';

type NewJob = Pick<Job, 'id' | 'kind' | 'tabId' | 'caseId' | 'owner'>;

/** Starts a job that people can watch. */
export async function startJob(db: DossierDb, job: NewJob, now: Instant): Promise<Job> {
  const started: Job = {
    ...job,
    state: 'running',
    phase: 'starting',
    done: 0,
    total: 0,
    bytes: 0,
    startedAt: now,
    updatedAt: now,
    errorCode: null,
    result: null,
    seen: false,
  };
  await db.jobs.put(started);
  return started;
}

/** Notes progress. A job that has ended keeps its end: a late report changes nothing. */
export async function updateJob(
  db: DossierDb,
  id: string,
  progress: Partial<Pick<Job, 'phase' | 'done' | 'total' | 'bytes' | 'reached'>>,
  now: Instant,
): Promise<void> {
  await db.jobs
    .where('id')
    .equals(id)
    .and(isRunning)
    .modify({ ...progress, updatedAt: now });
}

/**
 * Ends a job with a result.
 * @param errorCode why the result is only a part.
 */
export async function finishJob(
  db: DossierDb,
  id: string,
  result: NonNullable<Job['result']>,
  now: Instant,
  errorCode: ErrorCode | null = null,
): Promise<void> {
  await db.jobs.where('id').equals(id).and(isRunning).modify({ state: 'done', result, errorCode, updatedAt: now });
}

/** Ends a job without a result, saying why. */
export async function failJob(db: DossierDb, id: string, errorCode: ErrorCode, now: Instant): Promise<void> {
  const state = errorCode === 'cancelled' ? 'cancelled' : 'failed';
  await db.jobs.where('id').equals(id).and(isRunning).modify({ state, errorCode, updatedAt: now });
}

/** Marks jobs as interrupted whose owner is not among the living and that left nothing to go on with. */
export async function interruptOrphans(db: DossierDb, living: readonly string[], now: Instant): Promise<void> {
  const drafts = await db.drafts.toCollection().primaryKeys();
  const isOrphan = ({ id, owner }: Job) => !living.includes(owner) && !drafts.includes(id);
  await db.jobs
    .where('state')
    .equals('running')
    .and(isOrphan)
    .modify((job) => {
      job.state = 'interrupted';
      job.errorCode = `${job.kind}.interrupted`;
      job.updatedAt = now;
    });
}

const KEPT_JOBS = 50;

/** Keeps the list of old jobs short. */
export async function pruneJobs(db: DossierDb): Promise<void> {
  const old = await db.jobs
    .orderBy('startedAt')
    .reverse()
    .offset(KEPT_JOBS)
    .and((job) => !isRunning(job))
    .primaryKeys();
  await db.jobs.bulkDelete(old);
}

function isRunning({ state }: Job): boolean {
  return state === 'running';
}
