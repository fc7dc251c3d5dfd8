import type { Instant } from '../../shared/time.ts';
import { type CaseFacts, firstAt } from '../facts.ts';
import { stageSpec } from '../machines/run.ts';
import type { Run } from '../machines/types.ts';
import type { Delivery } from '../types.ts';

/** While a request is open the auto-confirm clock stands still (rule TB.ord.autoconfirm.pause). */
export interface Pause {
  from: Instant;
  /** Null while the request is open. */
  to: Instant | null;
  /** The end was not recorded but inferred. */
  isInferred: boolean;
  /** False when the trade does not simply go on afterwards: a refund was paid or the platform has decided. */
  resumes: boolean;
}

export type AutoConfirm =
  | { state: 'running'; due: Instant; isInferred: boolean }
  | { state: 'paused'; remainingMs: number }
  | { state: 'stopped' };

/** The rule and variant for the way the goods were sent. */
export function autoConfirmRule(delivery: Delivery): { rule: string; variant?: string } {
  switch (delivery) {
    case 'post':
      return { rule: 'TB.ord.autoconfirm.post' };
    case 'overseas':
      return { rule: 'TB.ord.autoconfirm.overseas' };
    case 'autoRecharge':
    case 'autoDelivery':
      return { rule: 'TB.ord.autoconfirm.virtual', variant: delivery };
    case 'virtual':
      return { rule: 'TB.ord.autoconfirm.virtual' };
    default:
      return { rule: 'TB.ord.autoconfirm.express' };
  }
}

/** Moves `due`, the end of an undisturbed clock, by the pauses in order of time. */
export function withPauses(due: Instant, pauses: readonly Pause[]): AutoConfirm {
  let end = due;
  let isInferred = false;
  for (const pause of pauses) {
    if (pause.from >= end) break;
    if (pause.to === null) return { state: 'paused', remainingMs: end - pause.from };
    if (!pause.resumes) return { state: 'stopped' };
    end += pause.to - pause.from;
    isInferred ||= pause.isInferred;
  }
  return { state: 'running', due: end, isInferred };
}

/**
 * The pauses that the requests of a case make, after shipping. `dueOf` is the end of the clock of a request's present
 * stage: when nobody recorded how a request ended, it ended at the latest when that clock ran out.
 */
export function pausesOf(requests: readonly Run[], facts: CaseFacts, dueOf: (run: Run) => Instant | null): Pause[] {
  const shipped = firstAt(facts.events, 'order.shipped');
  if (shipped === null) return [];
  return requests.flatMap((run, index) => {
    const next = requests[index + 1];
    const pause = pauseOf(run, next?.startedAt ?? null, facts, dueOf(run));
    if (pause.to !== null && pause.to <= shipped) return [];
    return [{ ...pause, from: Math.max(pause.from, shipped) }];
  });
}

function pauseOf(run: Run, nextStart: Instant | null, facts: CaseFacts, due: Instant | null): Pause {
  const { kind, onTimeout } = stageSpec(run);
  const from = run.startedAt;
  if (kind !== 'open') return closedPause(run, facts, nextStart);
  if (nextStart !== null) {
    return { from, to: Math.min(due ?? nextStart, nextStart), isInferred: true, resumes: true };
  }
  const closesByItself = onTimeout !== undefined && stageSpec(run, onTimeout).kind === 'over';
  if (closesByItself && due !== null && due <= facts.now) return { from, to: due, isInferred: true, resumes: true };
  return { from, to: null, isInferred: false, resumes: false };
}

/** A paid refund stops the clock for good unless it is known to be a part only; so does a decision of the platform. */
function closedPause(run: Run, facts: CaseFacts, nextStart: Instant | null): Pause {
  const isOver = stageSpec(run).kind === 'over' && run.enteredBy?.type !== 'intervention.decided';
  return {
    from: run.startedAt,
    to: run.enteredAt ?? nextStart ?? run.changedAt,
    isInferred: run.enteredAt === null,
    resumes: isOver || facts.isFullRefund === false,
  };
}
