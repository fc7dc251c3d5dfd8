import type { Instant } from '../shared/time.ts';
import type { Deadline, Note, Owner, Status } from '../stages/index.ts';
import { statusOf } from './status.ts';
import { type Step, stepsOf } from './steps.ts';
import { clockNotes } from './time/clock-notes.ts';
import { type Stale, staleness } from './time/stale.ts';
import type { Case } from './types.ts';

/** A case as the screens show it at one moment. */
export interface CaseView {
  case: Case;
  status: Status;
  steps: Step[];
  /** The clock of the current stage, or the next thing that is due. */
  deadline: Deadline | null;
  /** The page that the stage is known from was seen long ago. */
  stale: Stale | null;
  /** What a page counts down to and what the rule gives are far apart; shown with the deadline. */
  disagreements: Note[];
  /** Everything else to mind. */
  warnings: Note[];
  /** Whether the person at this computer has to act. */
  turn: 'yours' | 'theirs' | 'nobody';
}

/** Everything the screens need to know about a case at `now`. */
export function viewCase(known: Case, now: Instant): CaseView {
  // Screens renew their clock every few seconds only; what was just seen, corrected or noted is never in the future.
  const status = statusOf(known, Math.max(now, lastWordOf(known)));
  const stale = staleness(known, status, now);
  const deadline = headlineDeadline(status);
  const differs = deadline ? 'page.differs' : null;
  const isShown = ({ id }: Note) => id === differs || (id === 'page.stale' && stale !== null);
  return {
    case: known,
    status,
    stale,
    disagreements: status.warnings.filter(({ id }) => id === differs),
    warnings: [...clockNotes(known), ...status.warnings.filter((note) => !isShown(note))],
    steps: stepsOf(status),
    deadline,
    turn: turnOf(status.owner, known),
  };
}

/** When a page of the case was last seen, or the user last said something about it. */
export function lastWordOf({ seenAt, corrections, entries }: Case): Instant {
  const said = [...Object.values(corrections).map(({ at }) => at), ...entries.map(({ enteredAt }) => enteredAt)];
  return Math.max(seenAt, ...said);
}

/** The current stage's own clock; without one, the earliest thing that is still due. */
function headlineDeadline({ deadlines }: Status): Deadline | null {
  return deadlines.find(({ primary }) => primary) ?? deadlines.find(({ overdue }) => !overdue) ?? null;
}

function turnOf(owner: Owner, known: Case): CaseView['turn'] {
  if (owner === 'none') return 'nobody';
  return isUser(owner, known) ? 'yours' : 'theirs';
}

/** Whether it is the person at this computer who has to act; somebody whose role no page has shown counts as the buyer. */
export function isUser(owner: Owner, { role }: Pick<Case, 'role'>): boolean {
  return owner === (role === 'unknown' ? 'buyer' : role);
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
