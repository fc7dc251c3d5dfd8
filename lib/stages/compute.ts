import type { Instant } from '../shared/time.ts';
import { hasPlatformRules } from './deadlines/rule-deadline.ts';
import { drawPicture } from './draw.ts';
import { readEvents } from './events.ts';
import { caseFacts } from './facts.ts';
import { machineStatus, NOTHING } from './headline.ts';
import { runCase } from './machines/run-case.ts';
import { crossRuleNotes } from './notes/cross-rules.ts';
import { missingNotes } from './notes/missing.ts';
import { nextSteps } from './notes/next-steps.ts';
import { situationNotes } from './notes/situation.ts';
import { followPages } from './page/page-stage.ts';
import { readPages } from './page/read-page.ts';
import { RULES_VERSION } from './rules/define.ts';
import type { CaseInput, Status } from './types.ts';

/**
 * The stage of a case at `now` (epoch ms), whose turn it is, every running deadline, sensible next steps and everything
 * that is uncertain. Pure: the same input and `now` give the same result on every machine. Never throws on missing or
 * contradictory facts; they become warnings.
 */
export function computeStatus(input: CaseInput, now: Instant): Status {
  const read = readEvents(input.events, now);
  const facts = caseFacts(input, read.events, now);
  const seen = readPages(input, now);
  const followed = followPages(runCase(facts), seen.pages, facts);
  const { picture, warnings } = drawPicture(followed.runs, seen.pages, facts);
  const { headline } = picture;
  const { stage, machine, owner } = headline ? machineStatus(headline, facts.role) : NOTHING;
  const isOverdue = headline !== null && (picture.clocks.get(headline)?.overdue ?? false);
  const isStale = seen.warnings.some(({ id }) => id === 'page.stale');
  return {
    stage,
    machine,
    owner,
    deadlines: [...picture.deadlines],
    next: nextSteps(headline, facts.role, { isOverdue, isStale, isTaobao: hasPlatformRules(facts) }),
    warnings: [
      ...read.warnings,
      ...seen.warnings,
      ...followed.warnings,
      ...warnings,
      ...situationNotes(picture),
      ...crossRuleNotes(picture),
      ...missingNotes(picture),
    ],
    machines: picture.current.map((run) => machineStatus(run, facts.role)),
    rulesVersion: RULES_VERSION,
  };
}
