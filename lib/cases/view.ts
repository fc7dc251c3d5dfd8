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
  const lastWord = Math.max(known.seenAt, ...Object.values(known.corrections).map(({ at }) => at));
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

/** Sorted by what runs out first; cases without a running clock come last, newest first. */
export function sortByDeadline(views: readonly CaseView[]): CaseView[] {
  return [...views].sort((a, b) => dueOf(a) - dueOf(b) || b.case.seenAt - a.case.seenAt);
}

function dueOf({ deadline }: CaseView): number {
  return deadline && !deadline.overdue ? deadline.due : Number.POSITIVE_INFINITY;
}
