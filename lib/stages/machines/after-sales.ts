import type { RefundType } from '../../marketplaces/types.ts';
import type { Instant } from '../../shared/time.ts';
import { type CaseFacts, firstAt, type TimedEvent } from '../facts.ts';
import type { Machine, Stage } from '../types.ts';
import { EXCHANGE, REPAIR, RESEND } from './exchange.ts';
import { REFUND_ONLY } from './refund-only.ts';
import { RETURN_REFUND, UNKNOWN_REQUEST } from './return-refund.ts';
import { advance, isOpen, observed, start } from './run.ts';
import type { MachineSpec, Run } from './types.ts';

const BY_TYPE: Record<RefundType, { machine: Machine; spec: MachineSpec }> = {
  refundOnly: { machine: 'refundOnly', spec: REFUND_ONLY },
  priceProtection: { machine: 'refundOnly', spec: REFUND_ONLY },
  returnRefund: { machine: 'returnRefund', spec: RETURN_REFUND },
  exchange: { machine: 'exchange', spec: EXCHANGE },
  resend: { machine: 'exchange', spec: RESEND },
  repair: { machine: 'repair', spec: REPAIR },
};

/** The machine of a request; `type` is null when its kind was not read. */
function machineFor(type: RefundType | null, facts: CaseFacts): { machine: Machine; spec: MachineSpec } {
  if (type !== null) return BY_TYPE[type];
  if (firstAt(facts.events, 'exchange.reshipped') !== null) return BY_TYPE.exchange;
  const hasReturn = facts.events.some(({ type: event }) => event === 'return.shipped' || event === 'return.signed');
  // Before shipping there is nothing to return or exchange, so the request can only be for the money.
  const isUnsent = facts.goods === 'unshipped' && firstAt(facts.events, 'order.shipped') === null;
  if (isUnsent && !hasReturn) return BY_TYPE.refundOnly;
  return { machine: 'returnRefund', spec: UNKNOWN_REQUEST };
}

/** The kind of request is known, or it makes no difference here. */
export function isKindKnown(run: Run): boolean {
  return run.spec !== UNKNOWN_REQUEST;
}

/** The request a page shows when no event of it is on record. */
export function observedRequest(stage: Stage, seenAt: Instant, facts: CaseFacts): Run {
  const { machine, spec } = machineFor(facts.refundType, facts);
  return observed(machine, spec, stage, seenAt);
}

/** A request that `event` starts; null when requests do not start with it. */
function startRequest(event: TimedEvent, facts: CaseFacts): Run | null {
  const { machine, spec } = machineFor(event.refundType ?? facts.refundType, facts);
  return start(machine, spec, event);
}

/** The requests after `event`; null when it does not concern the last one. A new application opens a new request. */
export function advanceRequests(runs: readonly Run[], event: TimedEvent, facts: CaseFacts): Run[] | null {
  const last = runs.at(-1);
  if (!last || event.type === 'refund.applied') {
    const started = startRequest(event, facts);
    return started && [...runs, started];
  }
  const changed = converts(last, event) ? convert(last, event, facts) : advance(last, event);
  return changed && [...runs.slice(0, -1), changed];
}

function converts(run: Run, event: TimedEvent): boolean {
  if (event.type !== 'refund.modified' || event.refundType === undefined || !isOpen(run)) return false;
  return BY_TYPE[event.refundType].spec !== run.spec;
}

/** A change to another kind, e.g. from refund only to return and refund, goes on as a request of that kind. */
function convert(run: Run, event: TimedEvent, facts: CaseFacts): Run | null {
  const started = startRequest(event, facts);
  return started && { ...started, startedAt: run.startedAt, events: [...run.events, event] };
}
