import { REFUSAL_GROUNDS, type RefusalGround } from '../../stages/rules/refusal-grounds.ts';
import { standingOf } from '../../stages/ways/standing.ts';
import { statusOf } from '../status.ts';
import { companyOf } from './company.ts';
import { jurisdictionOf } from './jurisdiction.ts';
import { CHECKS, type Finding, type PrecheckInput } from './precheck-checks.ts';
import { waysInput } from './ways-input.ts';

/** A ground with what it comes to for one case. */
export type CheckedGround = RefusalGround & Finding;

/**
 * What a complaint or report to 12315 may be refused for (总局令第121号 art. 10, 11, 13, 16, 17, 28–35), ground by ground, in the
 * order of the rules. A seller has the grounds of a report only. It never says more than is on record: what nobody but the
 * user can know is left to the user.
 */
export function precheck(input: PrecheckInput): CheckedGround[] {
  const { known, now, captures } = input;
  const standing = standingOf(waysInput(known, statusOf(known, now), now));
  const jurisdiction = jurisdictionOf(companyOf(captures), known.marketplace);
  const grounds = REFUSAL_GROUNDS.filter(({ procedure }) => procedure === 'report' || standing.role === 'buyer');
  return grounds.map((ground) => ({ ...ground, ...CHECKS[ground.id]({ ...input, standing, jurisdiction }) }));
}
