import type { Text } from '../../text.ts';
import type { EventType } from '../../types.ts';
import type { Confidence, SourceRef } from '../types.ts';

/** Whom a way out is for. */
export type ChannelRole = 'buyer' | 'seller';

/** What having gone somewhere is on record as; null where no state machine follows it. */
export type Filing = Extract<
  EventType,
  'complaint.filed' | 'intervention.requested' | 'appeal.filed' | '12315.filed' | 'report.filed' | 'court.filed'
> | null;

/** Everything about a way out but what it is called (rules 5). Null: nothing is known, or nothing has to be said. */
export interface ChannelDetails {
  operator: Text;
  roles: readonly ChannelRole[];
  /** When it is the wrong place. */
  wrong: Text | null;
  /** What it costs or puts at risk. */
  cost: Text | null;
  /** Until when it is open. */
  deadline: Text | null;
  /** How fast it answers. */
  answer: Text | null;
  bring: Text;
  /** Where it is: a number, a menu, a site. */
  contact: Text;
  /** What the three older articles say about it. */
  articles: Text | null;
  /** It takes no disputes about goods and refunds, whatever articles say. */
  notForRefunds?: true;
  /** One of those that 总局令第121号 art. 16(2) names: once it has the dispute, 12315 refuses it. */
  isAuthority: boolean;
  filings: readonly [Filing, ...Filing[]];
  sources: readonly SourceRef[];
  confidence: readonly Confidence[];
  /** What is different on marketplaces other than Taobao and Tmall, whose own conditions are not included. */
  elsewhere?: Partial<Omit<ChannelDetails, 'elsewhere'>>;
}

export const CHANNEL_GROUPS = ['platform', 'seller', 'authority', 'court', 'other'] as const;

/** A way to have a dispute handled, as it stands on one marketplace. */
export interface Channel extends Omit<ChannelDetails, 'elsewhere'> {
  id: string;
  group: (typeof CHANNEL_GROUPS)[number];
  name: Text;
  use: Text;
}
