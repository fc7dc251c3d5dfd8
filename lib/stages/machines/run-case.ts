import type { CaseFacts, TimedEvent } from '../facts.ts';
import type { EventType, Procedure } from '../types.ts';
import { advanceRequests } from './after-sales.ts';
import { AUTHORITY_COMPLAINT, REPORT } from './authority.ts';
import { COMPLAINT } from './complaint.ts';
import { COURT } from './court.ts';
import { INTERVENTION } from './intervention.ts';
import { ORDER } from './order.ts';
import { advance, isOpen, start } from './run.ts';
import type { MachineSpec, Run } from './types.ts';

/** Machines of which a case has at most one at a time. */
const SINGLE = {
  order: ORDER,
  intervention: INTERVENTION,
  complaint: COMPLAINT,
  '12315': AUTHORITY_COMPLAINT,
  report: REPORT,
  court: COURT,
} as const satisfies Record<string, MachineSpec>;
type SingleSlot = keyof typeof SINGLE;
type Slot = SingleSlot | 'refund';

/** Where every machine of a case stands after its events. */
export interface CaseRuns {
  /** After-sales requests, oldest first; the last one is current. */
  requests: readonly Run[];
  single: Partial<Record<SingleSlot, Run>>;
  /** Events that no machine could place. */
  unplaced: readonly TimedEvent[];
}

/** Most advanced first: what a withdrawal ends when it does not say. */
const WITHDRAWAL_ORDER: readonly Procedure[] = ['court', '12315', 'intervention', 'refund', 'complaint', 'report'];
const SETTLEMENT: readonly Procedure[] = ['court', '12315', 'intervention', 'refund', 'complaint'];

const SLOTS: Record<Exclude<EventType, 'settled' | 'withdrawn'>, readonly Slot[]> = {
  'order.created': ['order'],
  'order.paid': ['order'],
  'order.shipped': ['order'],
  'order.signed': ['order'],
  'order.completed': ['order', 'refund'],
  'refund.applied': ['refund'],
  'refund.modified': ['refund'],
  'refund.refused': ['refund'],
  'refund.agreed': ['refund', 'intervention'],
  'return.shipped': ['refund'],
  'return.signed': ['refund'],
  'exchange.reshipped': ['refund'],
  'intervention.requested': ['refund', 'intervention'],
  'intervention.evidenceOpened': ['refund', 'intervention'],
  'intervention.evidenceSubmitted': ['refund', 'intervention'],
  'intervention.decided': ['refund', 'intervention'],
  'appeal.filed': ['intervention'],
  'appeal.decided': ['intervention'],
  'complaint.filed': ['complaint'],
  '12315.filed': ['12315'],
  '12315.accepted': ['12315'],
  '12315.refused': ['12315'],
  '12315.ended': ['12315'],
  'report.filed': ['report'],
  'court.filed': ['court'],
  'court.judged': ['court'],
};

/** These open a procedure anew when the one before has ended. */
const STARTERS: readonly EventType[] = [
  'intervention.requested',
  'complaint.filed',
  '12315.filed',
  'report.filed',
  'court.filed',
];

/** Lets every event act on the machines it concerns, oldest first. */
export function runCase(facts: CaseFacts): CaseRuns {
  const none: CaseRuns = { requests: [], single: {}, unplaced: [] };
  return facts.events.reduce((runs, event) => place(runs, event, facts), none);
}

function place(runs: CaseRuns, event: TimedEvent, facts: CaseFacts): CaseRuns {
  const moved = slotsFor(runs, event).reduce((current, slot) => move(current, slot, event, facts) ?? current, runs);
  return moved === runs ? { ...runs, unplaced: [...runs.unplaced, event] } : moved;
}

function slotsFor(runs: CaseRuns, event: TimedEvent): readonly Slot[] {
  if (event.type === 'settled') return event.of ? [event.of] : SETTLEMENT;
  if (event.type === 'withdrawn') return withdrawnSlots(runs, event);
  if (event.of === 'complaint') return ['complaint'];
  return SLOTS[event.type];
}

/** Withdrawing a request that the platform is deciding ends the intervention with it. */
function withdrawnSlots(runs: CaseRuns, event: TimedEvent): readonly Slot[] {
  const target = event.of ?? WITHDRAWAL_ORDER.find((slot) => hasOpen(runs, slot));
  if (target === 'intervention' || target === 'refund') return ['intervention', 'refund'];
  return target ? [target] : [];
}

function hasOpen(runs: CaseRuns, slot: Procedure): boolean {
  const run = slot === 'refund' ? runs.requests.at(-1) : runs.single[slot];
  return run !== undefined && isOpen(run);
}

function move(runs: CaseRuns, slot: Slot, event: TimedEvent, facts: CaseFacts): CaseRuns | null {
  if (slot === 'refund') {
    const requests = advanceRequests(runs.requests, event, facts);
    return requests && { ...runs, requests };
  }
  const run = advanceSingle(slot, runs.single[slot], event);
  return run && { ...runs, single: { ...runs.single, [slot]: run } };
}

function advanceSingle(slot: SingleSlot, run: Run | undefined, event: TimedEvent): Run | null {
  if (!run) return start(slot, SINGLE[slot], event);
  const advanced = advance(run, event);
  if (advanced || isOpen(run) || !STARTERS.includes(event.type)) return advanced;
  return start(slot, SINGLE[slot], event);
}
