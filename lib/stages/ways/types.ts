import type { Instant } from '../../shared/time.ts';
import type { Channel, ChannelRole, Filing } from '../rules/channels.ts';
import type { Text } from '../text.ts';
import type { CaseInput, Deadline, Machine, Note, Stage, Status } from '../types.ts';

/** Something the user says was handed in somewhere. */
export interface Filed {
  /** Id of the channel. */
  channel: string;
  filing: Filing;
  at: Instant;
}

/** What the ways out of a case are worked out from. */
export interface WaysInput {
  input: CaseInput;
  /** What `input` comes to at `now`. */
  status: Status;
  filed: readonly Filed[];
  now: Instant;
}

/** `done`: behind. `now`: to be done or running. `later`: its time has not come. `closed`: not open any more. `unneeded`: not for this case. */
export type RungState = 'done' | 'now' | 'later' | 'closed' | 'unneeded';

/** One step of the suggested ladder (rules 5), with the reason for where it stands. */
export interface Rung {
  id: 'talk' | 'answer' | 'refund' | 'intervention' | 'appeal' | 'platform' | 'authority' | 'court';
  title: Text;
  state: RungState;
  reason: Text;
  /** Ids of the channels it leads through. */
  channels: readonly string[];
}

/**
 * `blocked`: open as such, but another authority has the dispute, so going there as well can cost one of the two.
 * `unsuited`: it takes no disputes about goods and refunds.
 */
type ChannelState = 'open' | 'filed' | 'blocked' | 'closed' | 'notYet' | 'unsuited';

/** A channel and how it stands in one case. */
export interface ChannelStanding {
  channel: Channel;
  state: ChannelState;
  /** Why it is not simply open; null when it is. */
  reason: Text | null;
  /** The running limit for going there; null when none can be counted. */
  until: Deadline | null;
  filed: readonly Filed[];
  /** What can be noted as handed in there in this role; none while it runs already. */
  filings: readonly Filing[];
}

export interface WaysOut {
  ladder: Rung[];
  channels: ChannelStanding[];
  /** Filings that get in each other's way. */
  warnings: Note[];
}

/** A case as the ladder and the channels ask about it. */
export interface Standing extends WaysInput {
  role: ChannelRole;
  isTaobao: boolean;
  /** The stage of a machine, null when it has not started. */
  stageOf: (machine: Machine) => Stage | null;
  /** The current after-sales request. */
  request: Stage | null;
  /** The end of the three years for a complaint and for the court; null when nobody knows since when. */
  limits: { complaint: Deadline | null; court: Deadline | null };
}
