import type { Job } from '../../lib/storage/job.ts';
import { JobCard } from './JobCard.tsx';

interface JobListProps {
  jobs: readonly Job[];
  onCancel: (job: Job) => void;
  onStop: (job: Job) => void;
  onSeen: (job: Job) => void;
}

/** Everything that runs or has just ended, newest first. */
export function JobList({ jobs, ...actions }: JobListProps) {
  return jobs.map((job) => <JobCard key={job.id} job={job} {...actions} />);
}
