import { useLiveQuery } from 'dexie-react-hooks';
import { isPartial } from '../evidence/gaps.ts';
import type { Job } from '../storage/job.ts';
import { db, useDatabase } from './database.ts';

/** An outcome is news for this long; that something was captured is seen at once and needs no words for long. */
const NEWS_MS = 10 * 60_000;
const CAPTURED_NEWS_MS = 60_000;

/**
 * Running jobs, and of each kind the last outcome that the user has not read yet; newest first. Every view lists them, so
 * here a view learns that there is no database.
 */
export function useJobs(): Job[] {
  useDatabase();
  const jobs = useLiveQuery(async () => {
    const recent = await db.jobs.orderBy('startedAt').reverse().limit(20).toArray();
    const latest = (kind: Job['kind']) => recent.find((job) => job.kind === kind && job.state !== 'running');
    const outcomes = [latest('capture'), latest('export')];
    return recent.filter((job) => job.state === 'running' || (outcomes.includes(job) && isNews(job)));
  }, []);
  return jobs ?? [];
}

function isNews(job: Job): boolean {
  return !job.seen && Date.now() - job.updatedAt < (isWholeCapture(job) ? CAPTURED_NEWS_MS : NEWS_MS);
}

function isWholeCapture({ state, result }: Job): boolean {
  return state === 'done' && result !== null && 'captureId' in result && !isPartial(result.gaps);
}

/** The user has read how a job ended. */
export function markJobSeen({ id }: Job): Promise<number> {
  return db.jobs.update(id, { seen: true });
}
