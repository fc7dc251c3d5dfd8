import type { Counting, Duration } from '../../calendar/limits.ts';
import type { Text } from '../../text.ts';
import type { Confidence, SourceRef } from '../types.ts';
import type { NeedId } from './needs.ts';

/** What the dispute is about: the rows of rules 6 that do not depend on the kind of goods. */
export const DISPUTE_TYPES = [
  'qualityVisible',
  'qualityHidden',
  'fake',
  'descriptionVisible',
  'descriptionHidden',
  'notReceived',
  'falseSigning',
  'shortOrBroken',
  'shipping',
  'refusal',
  'sevenDay',
  'promise',
  'price',
  'food',
  'swapped',
  'emptyReturn',
  'returnDamaged',
  'maliciousBuyer',
  'wrongDecision',
] as const;
export type DisputeType = (typeof DISPUTE_TYPES)[number];

/** Goods with time limits and evidence of their own; `other` is everything else. */
export const GOODS_KINDS = [
  'fresh',
  'flowers',
  'jewellery',
  'pets',
  'furniture',
  'usedDigital',
  'voucher',
  'other',
] as const;
export type GoodsKind = (typeof GOODS_KINDS)[number];

/** Until when the proof has to be there. */
export interface EvidenceLimit {
  duration: Duration;
  counting: Counting;
  /** `arrived`: at a locker or station, which no page of the order dates. */
  since: 'signed' | 'completed' | 'arrived';
  action: Text;
  onTimeout: Text;
}

/** A row of rules 6: who proves what with what, who bears the burden, until when. */
export interface EvidenceRow {
  /** `EV.` and the type or kind of goods. */
  id: `EV.${DisputeType | GoodsKind}`;
  name: Text;
  buyer: readonly NeedId[];
  seller: readonly NeedId[];
  /** Who has to prove it, and what follows. */
  burden: Text;
  limit: EvidenceLimit | null;
  sources: readonly SourceRef[];
  confidence: readonly Confidence[];
  checkedOn: string;
}
