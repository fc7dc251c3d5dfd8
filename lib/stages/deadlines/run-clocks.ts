import type { Instant } from '../../shared/time.ts';
import { type CaseFacts, lastOf } from '../facts.ts';
import { stageSpec } from '../machines/run.ts';
import type { ClockSpec, Run } from '../machines/types.ts';
import type { Deadline } from '../types.ts';
import { type RuleUse, ruleDeadline } from './rule-deadline.ts';

/** The clock of a stage as a rule in use: `deadline` is null when no date can be counted and only the page may know it. */
export interface StageClock {
  use: Omit<RuleUse, 'since'>;
  deadline: Deadline | null;
}

/** The clock of the stage a run is in, null when the stage has none. */
export function stageClock(run: Run, facts: CaseFacts): StageClock | null {
  const spec = stageSpec(run).clocks?.find(({ when }) => when?.(run, facts) ?? true);
  return spec ? clockFrom(spec, run, facts, startOf(spec, run), true) : null;
}

/** Windows and duties that run beside the stage's own clock. */
export function clocksBeside(run: Run, facts: CaseFacts): Deadline[] {
  const specs = stageSpec(run).beside ?? [];
  return specs
    .filter(({ when }) => when?.(run, facts) ?? true)
    .flatMap((spec) => {
      const { deadline } = clockFrom(spec, run, facts, startOf(spec, run), false);
      return deadline && !(spec.vanishes && deadline.due <= facts.now) ? [deadline] : [];
    });
}

/**
 * What would run now if `overdue`, the clock of the run's stage, had its published consequence: the first clock of the
 * stage that follows, counted from there. Always an estimate, because nobody has confirmed it.
 */
export function clockAfterTimeout(run: Run, overdue: Deadline, facts: CaseFacts): Deadline | null {
  const next = stageSpec(run).onTimeout;
  if (!next || !overdue.overdue) return null;
  const following: Run = { ...run, stage: next, enteredAt: overdue.due, enteredBy: null };
  const spec = stageSpec(run, next).clocks?.find(({ when }) => when?.(following, facts) ?? true);
  if (!spec) return null;
  const { deadline } = clockFrom({ ...spec, estimate: true }, following, facts, startOf(spec, following), false);
  return deadline;
}

function startOf(spec: ClockSpec, run: Run): Instant | null {
  if (spec.pageOnly) return null;
  return spec.since ? (lastOf(run.events, spec.since)?.at ?? null) : run.enteredAt;
}

function clockFrom(spec: ClockSpec, run: Run, facts: CaseFacts, since: Instant | null, primary: boolean): StageClock {
  const use = {
    rule: spec.rule,
    machine: run.machine,
    primary,
    atLatest: spec.atLatest,
    variant: spec.variant?.(run, facts),
    estimate: spec.estimate,
    onTimeout: spec.onTimeout,
  };
  return { use, deadline: since === null ? null : ruleDeadline({ ...use, since }, facts) };
}
