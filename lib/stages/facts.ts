import type { Marketplace, RefundType, Role } from '../marketplaces/types.ts';
import { parseYuan, toCents, type Yuan } from '../shared/money.ts';
import { type Instant, parseIso } from '../shared/time.ts';
import type { CaseEvent, CaseInput, Delivery, EventType, Goods } from './types.ts';

/** An event whose time has been read. */
export interface TimedEvent extends Omit<CaseEvent, 'at'> {
  at: Instant;
}

/** Everything the machines and clocks may ask about the case; no clock of the computer. */
export interface CaseFacts {
  marketplace: Marketplace | null;
  role: Role;
  refundType: RefundType | null;
  goods: Goods | null;
  delivery: Delivery;
  returnDelivery: 'express' | 'post';
  shipBy: Instant | null;
  sevenDayReturn: boolean | null;
  /** Whether the refund asked for is the whole payment; null when an amount is missing. */
  isFullRefund: boolean | null;
  /** Oldest first, none after `now`. */
  events: readonly TimedEvent[];
  now: Instant;
}

/** Collects the facts of a case; `events` are those that {@link readEvents} accepted. */
export function caseFacts(input: CaseInput, events: readonly TimedEvent[], now: Instant): CaseFacts {
  return {
    marketplace: input.marketplace,
    role: input.role,
    refundType: input.refundType ?? null,
    goods: input.goods ?? null,
    delivery: input.delivery ?? 'express',
    returnDelivery: input.returnDelivery ?? 'express',
    shipBy: input.shipBy === undefined ? null : parseIso(input.shipBy),
    sevenDayReturn: input.sevenDayReturn ?? null,
    isFullRefund: isFullRefund(input.refundAmount, input.paidAmount),
    events,
    now,
  };
}

function isFullRefund(refund: Yuan | undefined, paid: Yuan | undefined): boolean | null {
  const asked = parseYuan(refund ?? '');
  const whole = parseYuan(paid ?? '');
  return asked === null || whole === null ? null : toCents(asked) >= toCents(whole);
}

/** When an event of this type first happened; null when it is not on record. */
export function firstAt(events: readonly TimedEvent[], type: EventType): Instant | null {
  return events.find((event) => event.type === type)?.at ?? null;
}

/** The latest event of this type, null when there is none. */
export function lastOf(events: readonly TimedEvent[], type: EventType): TimedEvent | null {
  return events.findLast((event) => event.type === type) ?? null;
}
