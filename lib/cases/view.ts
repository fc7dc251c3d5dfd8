import type { Instant } from '../shared/time.ts';
import type { Deadline, Owner, Status } from '../stages/index.ts';
import { statusOf } from './status.ts';
import { type Step, stepsOf } from './steps.ts';
import type { Case } from './types.ts';

/** A case as the screens show it at one moment. */
export interface CaseView {
  case: Case;
  status: Status;
  steps: Step[];
  /** The clock of the current stage, or the next thing that is due. */
  deadline: Deadline | null;
  /** Whether the person at this computer has to act. */
  turn: 'yours' | 'theirs' | 'nobody';
}

/** Everything the screens need to know about a case at `now`. */
export function viewCase(known: Case, now: Instant): CaseView {
  // Screens renew their clock every few seconds only; a page just seen or corrected is never in the future.
  const corrected = Object.values(known.corrections).map(({ at }) => at);
  const lastWord = Math.max(known.seenAt, ...corrected, ...known.entries.map(({ enteredAt }) => enteredAt));
  const status = statusOf(known, Math.max(now, lastWord));
  return {
    case: known,
    status,
    steps: stepsOf(status),
    deadline: headlineDeadline(status),
    turn: turnOf(status.owner, known),
  };
}

/** The current stage's own clock; without one, the earliest thing that is still due. */
function headlineDeadline({ deadlines }: Status): Deadline | null {
  return deadlines.find(({ primary }) => primary) ?? deadlines.find(({ overdue }) => !overdue) ?? null;
}

function turnOf(owner: Owner, { role }: Case): CaseView['turn'] {
  if (owner === 'none') return 'nobody';
  const me = role === 'unknown' ? 'buyer' : role;
  return owner === me ? 'yours' : 'theirs';
}

/** Where a case stands among others: when its next deadline is, then when it was seen, negative so that the newest comes first. */
export type Rank = readonly [due: number, seen: number];

/** Of cases that nothing is due in, or that the user has put away. */
const NEVER = Number.MAX_SAFE_INTEGER;
export const LAST_RANK: Rank = [NEVER, NEVER];

/** The rank of a case: by what runs out first; cases without a running clock come last, newest first. */
export function rankOf({ deadline, case: { seenAt, closedAt } }: CaseView): Rank {
  const isRunning = closedAt === null && deadline !== null && !deadline.overdue;
  return [isRunning ? deadline.due : NEVER, -seenAt];
}

/** Sorted by rank. */
export function sortByDeadline(views: readonly CaseView[]): CaseView[] {
  return sortByRank(views, (view) => view);
}

/** The same for things that have a view. */
export function sortByRank<Row>(rows: readonly Row[], viewOf: (row: Row) => CaseView): Row[] {
  const ranked = rows.map((row) => ({ row, rank: rankOf(viewOf(row)) }));
  ranked.sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1]);
  return ranked.map(({ row }) => row);
}
