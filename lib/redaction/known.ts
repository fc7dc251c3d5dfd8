import type { RedactionRule } from '../evidence/covered.ts';
import type { Facts } from '../marketplaces/types.ts';
import type { FindConfidence } from './rules/types.ts';

/** Words that are looked for because somebody knows them. */
export interface KnownWords {
  rule: RedactionRule;
  text: string;
  confidence: FindConfidence;
}

/** What is known before any text is read. */
export interface Known {
  words: KnownWords[];
  /** Texts that are never personal: numbers of orders and parcels, and what a company has to publish. */
  keep: string[];
}

/** Shorter words would cover pieces of everything. */
const SHORTEST = 2;

/** The account names that the facts of a page tell; what its numbers and its company are must stay readable. */
export function knownFrom(facts: Facts): Known {
  const { buyerNick, sellerNick, company = {}, items = [], orders = [], refunds = [] } = facts;
  const nicks: KnownWords[] = [
    { rule: 'nick', text: buyerNick ?? '', confidence: 'high' },
    { rule: 'nick', text: sellerNick ?? '', confidence: 'low' },
  ];
  const numbers = [
    ...[facts.orderNo, facts.refundNo, facts.complaintNo, facts.paymentNo, facts.itemId],
    ...[facts.trackingNo, facts.returnTrackingNo, ...(facts.subOrderNos ?? [])],
    ...items.flatMap(({ subOrderNo, itemId }) => [subOrderNo, itemId]),
    ...orders.map(({ orderNo }) => orderNo),
    ...refunds.flatMap(({ refundNo, orderNo }) => [refundNo, orderNo]),
  ];
  return {
    words: nicks.filter(({ text }) => text.trim().length >= SHORTEST && !text.includes('*')),
    keep: [...numbers, ...Object.values(company)].filter((text) => text !== undefined && text !== ''),
  };
}
