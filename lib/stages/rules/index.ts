import { APPEAL_RULES } from './appeal.ts';
import { AUTHORITY_RULES } from './authority.ts';
import { COMPLAINT_RULES } from './complaint.ts';
import { CONSUMER_LAW_RULES } from './consumer-law.ts';
import { COURT_RULES } from './court.ts';
import { EXCHANGE_RULES } from './exchange.ts';
import { INTERVENTION_RULES } from './intervention.ts';
import { ORDER_RULES } from './order.ts';
import { REFUND_ONLY_RULES } from './refund-only.ts';
import { RETURN_REFUND_RULES } from './return-refund.ts';
import { SELLER_RULES } from './seller.ts';
import type { Rule } from './types.ts';

/** Version of the rules as data; kept with every case and bundle that was judged with it. */
export const RULES_VERSION = '2026-11-22';

/** All rules, in the order of rules.md. */
export const RULES: readonly Rule[] = [
  ...ORDER_RULES,
  ...REFUND_ONLY_RULES,
  ...RETURN_REFUND_RULES,
  ...EXCHANGE_RULES,
  ...INTERVENTION_RULES,
  ...APPEAL_RULES,
  ...COMPLAINT_RULES,
  ...AUTHORITY_RULES,
  ...CONSUMER_LAW_RULES,
  ...COURT_RULES,
  ...SELLER_RULES,
];

const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** The rule with this id. Throws a RangeError for an id that does not exist: that is a fault in our tables. */
export function requireRule(id: string): Rule {
  const rule = BY_ID.get(id);
  if (!rule) throw new RangeError(`No such rule: ${id}`);
  return rule;
}
