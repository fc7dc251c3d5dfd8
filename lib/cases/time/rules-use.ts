import type { Instant } from '../../shared/time.ts';
import { RULES_VERSION } from '../../stages/index.ts';
import type { RulesUse } from '../types.ts';

/** The versions a case was judged with, the present one included; the same list when that is its last already. */
export function rulesWithPresent(rules: RulesUse[], at: Instant): RulesUse[] {
  return rules.at(-1)?.version === RULES_VERSION ? rules : [...rules, { version: RULES_VERSION, since: at }];
}

/** The versions that a case which began at `createdAt` was judged with, of a longer list. */
export function rulesFrom(rules: readonly RulesUse[], createdAt: Instant): RulesUse[] {
  const inForce = rules.filter((_, index) => (rules[index + 1]?.since ?? Number.POSITIVE_INFINITY) > createdAt);
  return inForce.map(({ version, since }) => ({ version, since: Math.max(since, createdAt) }));
}
