import type { LogEntry } from '../evidence/types.ts';
import { fromBase64, toBase64 } from '../shared/bytes.ts';
import { type Instant, MINUTE_MS } from '../shared/time.ts';
import type { Certificate } from './certificate.ts';
import { checkResponse } from './check.ts';
import { StampError } from './fault.ts';
import { afterFailure, dueAt, planQueue } from './queue.ts';
import { newNonce, requestBytes } from './request.ts';
import { servicesInUse } from './services.ts';
import { statementBytes, statementOf } from './statement.ts';
import type { KeptStamp, StampRow, StampService, StampSettings } from './types.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** The way to the service is closed: no network, no answer, no time-stamp service there. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** What a round works with; everything outside it is passed in. */
export interface StampRoundDeps {
  now: () => Instant;
  subtle: SubtleCrypto;
  roots: readonly Certificate[];
  load: () => Promise<{ settings: StampSettings; rows: StampRow[]; head: number }>;
  /** Log entries from one number to another, both included. */
  entries: (first: number, last: number) => Promise<Pick<LogEntry, 'seq' | 'hash'>[]>;
  keep: (rows: readonly StampRow[], dropped: readonly string[]) => Promise<void>;
  /** Has the user let us ask this service? */
  mayAsk: (service: StampService) => Promise<boolean>;
  /** Sends a request and gives the answer. Rejects with an UnreachableError. */
  ask: (service: StampService, request: Bytes) => Promise<Bytes>;
  /** Asks to be woken at an instant; null for never. */
  wakeAt: (at: Instant | null) => Promise<void>;
}

/** Longer than any answer takes. */
const REVIVE_MS = MINUTE_MS;

/**
 * Looks at everything once: brings the queue up to the log, asks for what is due, checks the answers, and asks to be woken for the
 * next. Nothing is sent while time stamps are off. Whatever is interrupted waits in the queue and is asked for again.
 */
export async function runStampRound(deps: StampRoundDeps): Promise<void> {
  const { settings, rows, head } = await deps.load();
  const plan = planQueue(rows, servicesInUse(settings), head, deps.now());
  const changed = plan.rows.filter((row) => !rows.includes(row));
  if (changed.length + plan.dropped.length > 0) await deps.keep(changed, plan.dropped);
  const now = deps.now();
  const due = plan.rows.filter((row) => row.state === 'waiting' && dueAt(row, plan.rows) <= now);
  // Before anything is asked: a worker that dies while it waits for an answer is woken again.
  if (due.length > 0) await deps.wakeAt(now + REVIVE_MS);
  const after: StampRow[] = [];
  for (const row of plan.rows) {
    const done = due.includes(row) ? await attempt(row, deps) : row;
    if (done !== row) await deps.keep([done], []);
    after.push(done);
  }
  const waiting = after.filter(({ state, reason }) => state === 'waiting' && reason !== 'notAllowed');
  await deps.wakeAt(waiting.length > 0 ? Math.min(...waiting.map((row) => dueAt(row, after))) : null);
}

async function attempt(row: StampRow, deps: StampRoundDeps): Promise<StampRow> {
  // Not an attempt: nothing was sent. It is looked at again when a permission changes.
  if (!(await deps.mayAsk(row.service))) return row.reason === 'notAllowed' ? row : { ...row, reason: 'notAllowed' };
  try {
    const stamp = await stampOf(row, deps);
    return { ...row, state: 'stamped', askedAt: deps.now(), reason: null, stamp };
  } catch (error) {
    if (error instanceof StampError) return afterFailure(row, error.fault, deps.now());
    if (error instanceof UnreachableError) return afterFailure(row, 'unreachable', deps.now());
    throw error;
  }
}

async function stampOf({ service, first, last }: StampRow, deps: StampRoundDeps): Promise<KeptStamp> {
  const statement = statementBytes(statementOf(await deps.entries(first, last)));
  const query = { imprint: new Uint8Array(await deps.subtle.digest('SHA-256', statement)), nonce: newNonce() };
  const request = requestBytes(query);
  const response = await deps.ask(service, request);
  const { genTime, signer, root } = await checkResponse(response, query, deps);
  return {
    statement: new TextDecoder().decode(statement),
    request: toBase64(request),
    response: toBase64(response),
    genTime,
    signer,
    root,
  };
}

/** The bytes of a kept stamp. Throws when they are no base64. */
export function stampFiles({
  statement,
  request,
  response,
}: KeptStamp): Record<'statement' | 'request' | 'response', Bytes> {
  return {
    statement: new TextEncoder().encode(statement) as Bytes,
    request: fromBase64(request),
    response: fromBase64(response),
  };
}
