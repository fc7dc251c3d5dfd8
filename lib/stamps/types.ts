import type { Sha256 } from '../shared/digest.ts';
import type { Instant } from '../shared/time.ts';
import type { RootState } from './chain.ts';
import type { StampFault } from './fault.ts';

/** Somewhere that stamps digests. */
export interface StampService {
  id: string;
  name: string;
  url: string;
}

/** What the user wants about time stamps. */
export interface StampSettings {
  on: boolean;
  /** Ids of the services that are asked, at most `MAX_SERVICES`. */
  chosen: string[];
  /** Services that the user has added. */
  own: StampService[];
}

/** Two services of different owners are enough that one of them may end, or be doubted. */
export const MAX_SERVICES = 2;

/** Why there is no stamp yet: no way to the service, no leave to ask it, or what is wrong with its answers. */
export const STAMP_REASONS = ['unreachable', 'notAllowed'] as const;
export type StampReason = (typeof STAMP_REASONS)[number] | StampFault;

/** A stamp as it is kept; all of it goes into bundles. */
export interface KeptStamp {
  /** The text that was stamped. */
  statement: string;
  /** Request and answer as they went over the line, in base64. */
  request: string;
  response: string;
  genTime: Instant;
  signer: string;
  root: { state: RootState; name: string; sha256: Sha256 };
}

/** Log entries `first` to `last` and one service: waiting for a stamp, stamped, or given up. */
export interface StampRow {
  id: string;
  state: 'waiting' | 'stamped' | 'failed';
  service: StampService;
  first: number;
  last: number;
  /** How often it was asked for in vain. */
  attempts: number;
  /** When it was asked for last; null when never. */
  askedAt: Instant | null;
  /** Not asked for before then. */
  nextAt: Instant;
  reason: StampReason | null;
  stamp: KeptStamp | null;
}
