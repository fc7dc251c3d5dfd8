import { statusOf } from '../cases/status.ts';
import { CLOCK_TOLERANCE_MS } from '../cases/time/clocks.ts';
import type { Case } from '../cases/types.ts';
import { isUser, lastWordOf, viewCase } from '../cases/view.ts';
import type { Instant } from '../shared/time.ts';
import type { Deadline } from '../stages/index.ts';
import type { DeadlineRef, Watched } from './types.ts';

/**
 * The deadlines of a case that matter to the user at `now`: those that run, and those that ran when the case was last looked
 * at, because one that has passed unseen may be gone from the present state. None of a case that was put away.
 */
export function watchedDeadlines(known: Case, now: Instant): Watched[] {
  if (known.closedAt !== null) return [];
  const view = viewCase(known, now);
  const watch = (deadline: Deadline): Watched => {
    const isOwn = isUser(deadline.owner, known);
    const due = isOwn ? deadline.due : deadline.overdueAfter;
    return { caseId: known.id, machine: deadline.machine, rule: deadline.id, due, deadline, isOwn, known, view };
  };
  const running = view.status.deadlines.filter(({ owner }) => owner !== 'none').map(watch);
  const lastWord = lastWordOf(known);
  const before = lastWord < now ? statusOf(known, lastWord).deadlines : [];
  const unseen = before
    .filter(({ owner }) => owner !== 'none')
    .map(watch)
    .filter((old) => !running.some((one) => isSameDeadline(one, old)));
  return [...running, ...unseen.filter(({ due }) => due <= now)];
}

/** True for two looks at one deadline. One that has moved is another. */
export function isSameDeadline(one: DeadlineRef, other: DeadlineRef): boolean {
  return (
    one.caseId === other.caseId &&
    one.machine === other.machine &&
    one.rule === other.rule &&
    Math.abs(one.due - other.due) <= CLOCK_TOLERANCE_MS
  );
}
