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

/** All rules, in the order of rules.md, for documents; computing needs only `clock-rules.ts`. */
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
