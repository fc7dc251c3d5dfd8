import { APPEAL_RULES } from './appeal.ts';
import { AUTHORITY_RULES } from './authority.ts';
import { COMPLAINT_RULES } from './complaint.ts';
import { COURT_RULES } from './court.ts';
import { defineSection } from './define.ts';
import { EXCHANGE_RULES } from './exchange.ts';
import { INTERVENTION_RULES } from './intervention.ts';
import { ORDER_RULES } from './order.ts';
import { REFUND_ONLY_RULES } from './refund-only.ts';
import { RETURN_REFUND_RULES } from './return-refund.ts';
import { SEVEN_DAY_NOTICE } from './seven-day-notice.ts';
import type { Rule } from './types.ts';

/** The sections whose rules can become a deadline. */
const CLOCK_RULES: readonly Rule[] = [
  ...ORDER_RULES,
  ...REFUND_ONLY_RULES,
  ...RETURN_REFUND_RULES,
  ...EXCHANGE_RULES,
  ...INTERVENTION_RULES,
  ...APPEAL_RULES,
  ...COMPLAINT_RULES,
  ...AUTHORITY_RULES,
  ...COURT_RULES,
  ...defineSection('2.2', 'calendar', [SEVEN_DAY_NOTICE]),
];

const BY_ID = new Map(CLOCK_RULES.map((rule) => [rule.id, rule]));

/** The rule with this id. Throws a RangeError for an id that does not exist: that is a fault in our tables. */
export function requireRule(id: string): Rule {
  const rule = BY_ID.get(id);
  if (!rule) throw new RangeError(`No such rule: ${id}`);
  return rule;
}
