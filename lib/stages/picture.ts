import type { AutoConfirm } from './deadlines/auto-confirm.ts';
import type { CaseFacts } from './facts.ts';
import type { CaseRuns } from './machines/run-case.ts';
import type { Run } from './machines/types.ts';
import type { Deadline } from './types.ts';

/** Everything that has been worked out about a case, for the notes that explain it. */
export interface Picture {
  facts: CaseFacts;
  runs: CaseRuns;
  /** The order with what follows for it from the rest of the case. */
  order: Run | null;
  request: Run | null;
  intervention: Run | null;
  /** All machines that have started. */
  current: readonly Run[];
  headline: Run | null;
  /** The clock of each machine's stage. */
  clocks: ReadonlyMap<Run, Deadline>;
  autoConfirm: AutoConfirm | null;
  deadlines: readonly Deadline[];
}
