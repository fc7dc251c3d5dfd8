import type { Instant } from '../shared/time.ts';
import { RULES_VERSION } from '../stages/index.ts';
import type { RulesUse } from './types.ts';

/** The versions a case was judged with, the present one included; the same list when that is its last already. */
export function rulesWithPresent(rules: RulesUse[], at: Instant): RulesUse[] {
  return rules.at(-1)?.version === RULES_VERSION ? rules : [...rules, { version: RULES_VERSION, since: at }];
}
