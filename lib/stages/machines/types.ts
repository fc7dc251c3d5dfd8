import type { Instant } from '../../shared/time.ts';
import type { CaseFacts, TimedEvent } from '../facts.ts';
import type { Text } from '../text.ts';
import type { EventType, Machine, Owner, Stage } from '../types.ts';

export type Condition = (run: Run, facts: CaseFacts) => boolean;

/** A clock of a stage. The first clock of a stage whose condition holds is the one that counts. */
export interface ClockSpec {
  /** Rule id. */
  rule: string;
  /** The event it counts from (the latest of its type in this run); when absent, from entering the stage. */
  since?: EventType;
  when?: Condition;
  /** The rule that may apply in this one's place and ends later: the clock is not overdue before that is over as well. */
  atLatest?: string;
  /** Which variant of the rule's duration applies; undefined for the ordinary one. */
  variant?: (run: Run, facts: CaseFacts) => string | undefined;
  /** The rule has no number for this case: only a countdown on the page gives a date. */
  pageOnly?: true;
  /** The date follows from the rule by inference only. */
  estimate?: true;
  /** Consequence in place of the rule's own. */
  onTimeout?: Text;
  /** For a clock beside the stage's own: not shown any more once it has run out. */
  vanishes?: true;
}

/** `open`: somebody has to act. `rest`: there is a result. `over`: ended without one, so what lies below it counts again. */
type StageKind = 'open' | 'rest' | 'over';

export interface StageSpec {
  /** `parties`: buyer and seller alike. */
  owner: Owner | 'parties' | ((run: Run) => Owner | 'parties');
  kind: StageKind;
  /** The clock of the stage. */
  clocks?: readonly ClockSpec[];
  /** Rights and duties that run beside it. */
  beside?: readonly ClockSpec[];
  /** The stage that follows when the clock runs out. */
  onTimeout?: Stage;
}

export interface Transition {
  on: EventType;
  from: readonly Stage[];
  to: Stage;
  when?: (event: TimedEvent, run: Run) => boolean;
  /** The stage's clock goes on from where it was. */
  keepsClock?: true;
}

/** A state machine of rules 7. The first transition that fits is taken. */
export interface MachineSpec {
  stages: Partial<Record<Stage, StageSpec>>;
  transitions: readonly Transition[];
}

/** One passage through a machine, e.g. one refund request. */
export interface Run {
  machine: Machine;
  spec: MachineSpec;
  stage: Stage;
  /** Null when only the page says that the stage has been reached. */
  enteredAt: Instant | null;
  enteredBy: TimedEvent | null;
  startedAt: Instant;
  /** Last time something happened that can move the stage or its clock. */
  changedAt: Instant;
  /** The events that acted on this run. */
  events: readonly TimedEvent[];
}
