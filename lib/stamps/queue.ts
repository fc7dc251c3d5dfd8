import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '../shared/time.ts';
import type { StampReason, StampRow, StampService } from './types.ts';

/** Several captures in a row become one stamp: the first of them waits this long for the others. */
export const GATHER_MS = 20 * SECOND_MS;
/** Fair use (Sectigo asks for it): a service is asked no more often than this. */
export const PAUSE_MS = 15 * SECOND_MS;
/** After each attempt in vain; the last one counts for all after it. */
const RETRIES_MS = [MINUTE_MS, 2 * MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS, 30 * MINUTE_MS, HOUR_MS];
/** Whoever gives answers that do not count goes on giving them. */
const MAX_BAD_ANSWERS = 5;

/** What becomes of the queue before anything is asked. */
export interface QueuePlan {
  rows: StampRow[];
  /** Ids of rows that are of no use any more. */
  dropped: string[];
}

/**
 * Brings the queue up to the head of the log: for each service in use, what it has not stamped yet is one row that waits, however
 * much comes to it while it waits. Rows that wait for a service that is not in use any more are dropped; stamps never are.
 * @param head number of the last log entry; 0 for an empty log.
 */
export function planQueue(
  rows: readonly StampRow[],
  services: readonly StampService[],
  head: number,
  now: Instant,
  newId: () => string = () => crypto.randomUUID(),
): QueuePlan {
  const kept = rows.filter(({ state, service }) => state === 'stamped' || services.some(({ id }) => id === service.id));
  const changed = new Map(kept.map((row) => [row.id, row]));
  for (const service of services) {
    const ours = kept.filter((row) => row.service.id === service.id);
    const open = ours.filter(({ state }) => state !== 'stamped');
    const stamped = ours.reduce((last, row) => (row.state === 'stamped' ? Math.max(last, row.last) : last), 0);
    const isUpToDate = (row: StampRow) =>
      row.first === stamped + 1 && row.last === head && row.service.url === service.url;
    if (open.some(isUpToDate)) continue;
    for (const { id } of open) changed.delete(id);
    if (stamped >= head) continue;
    const row = open.find(({ state }) => state === 'waiting') ?? newRow(newId(), service, now);
    changed.set(row.id, { ...row, service, first: stamped + 1, last: head });
  }
  return {
    rows: [...changed.values()],
    dropped: rows.filter(({ id }) => !changed.has(id)).map(({ id }) => id),
  };
}

function newRow(id: string, service: StampService, now: Instant): StampRow {
  const asked = { attempts: 0, askedAt: null, reason: null, stamp: null };
  return { id, state: 'waiting', service, first: 0, last: 0, nextAt: now + GATHER_MS, ...asked };
}

/** When a waiting row may be asked for, keeping the pause after whatever its service was asked before. */
export function dueAt(row: StampRow, rows: readonly StampRow[]): Instant {
  const asked = rows.flatMap(({ service, askedAt }) => (service.id === row.service.id && askedAt ? [askedAt] : []));
  return Math.max(row.nextAt, ...asked.map((at) => at + PAUSE_MS));
}

/** The row after an attempt in vain: asked again later, or given up when the answers themselves are bad. */
export function afterFailure(row: StampRow, reason: StampReason, now: Instant): StampRow {
  const attempts = row.attempts + 1;
  const isBad = reason !== 'unreachable' && attempts >= MAX_BAD_ANSWERS;
  const wait = RETRIES_MS[Math.min(attempts, RETRIES_MS.length) - 1] ?? HOUR_MS;
  return { ...row, state: isBad ? 'failed' : 'waiting', attempts, reason, askedAt: now, nextAt: now + wait };
}

/** The row as the user wants it to be tried once more, now. */
export function triedAgain(row: StampRow, now: Instant): StampRow {
  return { ...row, state: 'waiting', attempts: 0, nextAt: now };
}
