import { formatIso, parseIso } from '../../../lib/shared/time.ts';
import {
  type CaseEvent,
  type CaseInput,
  computeStatus,
  type EventType,
  type Status,
} from '../../../lib/stages/index.ts';

/** `11-20 14:30` or `2025-11-20 14:30` as ISO with +08:00; the year is 2026 when it is not given. */
export function at(time: string): string {
  const [date = '', clock = '00:00'] = time.split(' ');
  return `${date.length === 5 ? `2026-${date}` : date}T${clock}:00+08:00`;
}

export function event(type: EventType, time: string, extra: Partial<CaseEvent> = {}): CaseEvent {
  return { type, at: at(time), ...extra };
}

/** A buyer's case on Taobao. */
export function buyers(events: CaseEvent[], extra: Partial<CaseInput> = {}): CaseInput {
  return { marketplace: 'taobao', role: 'buyer', events, ...extra };
}

/** A seller's case on Taobao. */
export function sellers(events: CaseEvent[], extra: Partial<CaseInput> = {}): CaseInput {
  return buyers(events, { role: 'seller', ...extra });
}

export function statusAt(time: string, input: CaseInput): Status {
  return computeStatus(input, parseIso(at(time)) as number);
}

/** Every deadline as `id owner due basis`, with `!` when overdue and `?` when provisional. */
export function lines({ deadlines }: Status): string[] {
  return deadlines.map(
    ({ id, owner, due, basis, overdue, provisional }) =>
      `${id} ${owner} ${formatIso(due).slice(0, 16)} ${basis}${overdue ? ' !' : ''}${provisional ? ' ?' : ''}`,
  );
}

/** The one deadline of a rule; undefined when it is not listed. Throws when it is listed twice. */
export function deadline(status: Status, id: string) {
  const found = status.deadlines.filter((one) => one.id === id);
  if (found.length > 1) throw new Error(`${id} is listed ${found.length} times`);
  return found[0];
}

/** Due of a rule as `2026-11-22T14:30:00+08:00`. */
export function dueOf(status: Status, id: string): string | undefined {
  const found = deadline(status, id);
  return found && formatIso(found.due);
}

export function stageOf({ machine, stage, owner }: Status): string {
  return `${machine} ${stage} ${owner}`;
}

export function ids(notes: readonly { id: string }[]): string[] {
  return notes.map(({ id }) => id);
}

/** An order paid, shipped and signed in the ordinary way. */
export const PAID = event('order.paid', '11-10 10:00');
export const SHIPPED = event('order.shipped', '11-11 10:00');
export const SIGNED = event('order.signed', '11-14 10:00');
