import type { Role } from '../marketplaces/types.ts';
import { stageSpec } from './machines/run.ts';
import type { Run } from './machines/types.ts';
import type { Machine, MachineStatus, Owner } from './types.ts';

/** From the most general to the most specific: what comes later speaks for the case. */
const RANK: Record<Machine, number> = {
  order: 0,
  complaint: 1,
  report: 2,
  refundOnly: 3,
  returnRefund: 3,
  exchange: 3,
  repair: 3,
  intervention: 4,
  '12315': 5,
  court: 6,
};

/**
 * The run whose stage stands for the whole case, null when nothing has started. The most specific machine wins; one that
 * ended without a result steps back; one that has its result gives way to something opened after it. An order that merely
 * runs on does that only to a request or complaint, not to a decision.
 */
export function headlineRun(runs: readonly Run[]): Run | null {
  const [first, ...below] = [...runs]
    .filter((run) => stageSpec(run).kind !== 'over')
    .sort((left, right) => RANK[right.machine] - RANK[left.machine]);
  if (!first) return [...runs].sort((left, right) => right.changedAt - left.changedAt)[0] ?? null;
  return below.reduce((top, run) => (givesWay(top, run) ? run : top), first);
}

function givesWay(top: Run, run: Run): boolean {
  if (stageSpec(top).kind !== 'rest' || stageSpec(run).kind !== 'open') return false;
  if (run.machine === 'order' && RANK[top.machine] > RANK.refundOnly) return false;
  return (run.enteredAt ?? run.startedAt) > top.changedAt;
}

/** What the user is told about one run. `role` decides whose turn it is when both parties may act. */
export function machineStatus(run: Run, role: Role): MachineStatus {
  return { machine: run.machine, stage: run.stage, owner: ownerOf(run, role), enteredAt: run.enteredAt };
}

function ownerOf(run: Run, role: Role): Owner {
  const { owner } = stageSpec(run);
  const own = typeof owner === 'function' ? owner(run) : owner;
  if (own !== 'parties') return own;
  return role === 'seller' ? 'seller' : 'buyer';
}

/** A case of which nothing is on record yet. */
export const NOTHING: MachineStatus = { machine: 'order', stage: 'NONE', owner: 'none', enteredAt: null };
