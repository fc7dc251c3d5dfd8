import { useLiveQuery } from 'dexie-react-hooks';
import type { Job } from '../storage/job.ts';
import { db } from './database.ts';

/** An outcome is news for this long. */
const NEWS_MS = 10 * 60_000;

/** Running jobs, and ended ones whose outcome the user has not read yet; newest first. */
export function useJobs(): Job[] {
  const jobs = useLiveQuery(async () => {
    const recent = await db.jobs.orderBy('startedAt').reverse().limit(20).toArray();
    return recent.filter(
      ({ state, seen, updatedAt }) => state === 'running' || (!seen && Date.now() - updatedAt < NEWS_MS),
    );
  }, []);
  return jobs ?? [];
}

/** The user has read how a job ended. */
export function markJobSeen({ id }: Job): Promise<number> {
  return db.jobs.update(id, { seen: true });
}
