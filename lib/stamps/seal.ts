import type { Instant } from '../shared/time.ts';
import type { RootState } from './chain.ts';
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

/** The seal of whatever has this place in the log. */
export function sealOf(logSeq: number, rows: readonly StampRow[]): Seal {
  const covering = rows.filter(({ first, last }) => first <= logSeq && logSeq <= last);
  const marks = covering.flatMap(({ service, stamp }): SealMark[] =>
    stamp ? [{ at: stamp.genTime, service: service.name, signer: stamp.signer, root: stamp.root.state }] : [],
  );
  if (marks.length > 0) return { state: 'stamped', marks: marks.sort((a, b) => a.at - b.at) };
  const open = covering.find(({ state }) => state === 'waiting') ?? covering.find(({ state }) => state === 'failed');
  if (!open || open.state === 'stamped') return { state: 'none' };
  return { state: open.state, service: open.service.name, reason: open.reason };
}
