import type { Instant } from '../../shared/time.ts';
import type { TimedEvent } from '../facts.ts';
import type { Machine, Stage } from '../types.ts';
import type { MachineSpec, Run, StageSpec, Transition } from './types.ts';

/** The run after `event`, or null when the machine has no transition for it from where it is. */
export function advance(run: Run, event: TimedEvent): Run | null {
  const transition = findTransition(run, event);
  if (!transition) return null;
  const moved = { ...run, stage: transition.to, changedAt: event.at, events: [...run.events, event] };
  return transition.keepsClock ? moved : { ...moved, enteredAt: event.at, enteredBy: event };
}

/** A new run that `event` starts, or null when the machine cannot start with it. */
export function start(machine: Machine, spec: MachineSpec, event: TimedEvent): Run | null {
  return advance(observed(machine, spec, 'NONE', event.at), event);
}

/** A run of which no event is on record, only that it was in `stage` at `seenAt`. */
export function observed(machine: Machine, spec: MachineSpec, stage: Stage, seenAt: Instant): Run {
  return { machine, spec, stage, enteredAt: null, enteredBy: null, startedAt: seenAt, changedAt: seenAt, events: [] };
}

function findTransition(run: Run, event: TimedEvent): Transition | undefined {
  return run.spec.transitions.find(
    ({ on, from, when }) => on === event.type && from.includes(run.stage) && (when?.(event, run) ?? true),
  );
}

/** What the machine says about a stage. Throws a RangeError when the stage is not one of the machine's. */
export function stageSpec(run: Run, stage: Stage = run.stage): StageSpec {
  const spec = run.spec.stages[stage];
  if (!spec) throw new RangeError(`${run.machine} has no stage ${stage}`);
  return spec;
}

export function isOpen(run: Run): boolean {
  return stageSpec(run).kind === 'open';
}
