import type { Sha256 } from '../shared/digest.ts';
import type { Instant } from '../shared/time.ts';
import type { RootState } from './chain.ts';
import { readStatement } from './statement.ts';
import type { StampReason, StampRow } from './types.ts';

/** One stamp that a capture has. */
export interface SealMark {
  at: Instant;
  service: string;
  signer: string;
  root: RootState;
}

/** Whether a capture has time stamps: the earliest first. Without one: whether one is on its way, and if not why. */
export type Seal =
  | { state: 'stamped'; marks: SealMark[] }
  | { state: 'waiting' | 'failed'; service: string; reason: StampReason | null }
  | { state: 'none' };

/** A place in the log. */
interface Logged {
  id: string;
  logSeq: number;
  logHash: Sha256;
}

/**
 * The seals of captures, by id. A stamp counts by the hash that it names, not by its number: rows may have come with a backup of
 * another log.
 */
export function sealsOf(captures: readonly Logged[], rows: readonly StampRow[]): Map<string, Seal> {
  const stamped = marksByHash(rows);
  return new Map(captures.map((capture) => [capture.id, sealOf(capture, stamped, rows)]));
}

function sealOf(
  { logSeq, logHash }: Logged,
  stamped: ReadonlyMap<Sha256, SealMark[]>,
  rows: readonly StampRow[],
): Seal {
  const marks = stamped.get(logHash);
  if (marks) return { state: 'stamped', marks: [...marks].sort((a, b) => a.at - b.at) };
  const covering = rows.filter(({ first, last }) => first <= logSeq && logSeq <= last);
  const open = covering.find(({ state }) => state === 'waiting') ?? covering.find(({ state }) => state === 'failed');
  if (!open || open.state === 'stamped') return { state: 'none' };
  return { state: open.state, service: open.service.name, reason: open.reason };
}

function marksByHash(rows: readonly StampRow[]): Map<Sha256, SealMark[]> {
  const marks = new Map<Sha256, SealMark[]>();
  for (const { service, stamp } of rows) {
    if (!stamp) continue;
    const mark = { at: stamp.genTime, service: service.name, signer: stamp.signer, root: stamp.root.state };
    for (const hash of readStatement(stamp.statement)?.hashes ?? [])
      marks.set(hash, [...(marks.get(hash) ?? []), mark]);
  }
  return marks;
}
