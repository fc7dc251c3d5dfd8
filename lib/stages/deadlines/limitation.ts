import type { Instant } from '../../shared/time.ts';
import { readEvents } from '../events.ts';
import { type CaseFacts, caseFacts } from '../facts.ts';
import type { Run } from '../machines/types.ts';
import type { CaseInput, Deadline, EventType, Stage } from '../types.ts';
import { ruleDeadline } from './rule-deadline.ts';

/** From these the buyer could have known; the earliest on record is used, so that nobody is told a date that is too late. */
const BUYER_KNEW: readonly EventType[] = [
  'order.signed',
  'order.completed',
  'refund.applied',
  'intervention.requested',
  'complaint.filed',
  '12315.filed',
  'report.filed',
];
const SELLER_KNEW: readonly EventType[] = ['return.signed', 'intervention.decided', 'appeal.decided'];

const AFTER_PLATFORM: readonly Stage[] = [
  'EXPIRED_PLATFORM',
  'CLOSED',
  'CP_REJECTED',
  'SUPPORT_BUYER',
  'SUPPORT_SELLER',
  'DONE',
  'APPEAL_REVIEW',
  'CHANGED',
  'CONFIRMED',
  'PLATFORM_FINAL',
  'REPORT_RECEIVED',
  'FILED',
  'NOT_FILED',
];
const AT_AUTHORITY: readonly Stage[] = [
  'ODR',
  'RECEIVED',
  'FORWARDED',
  'ACCEPTED',
  'MEDIATION',
  'AGREEMENT',
  'TERMINATED',
  'REFUSED',
];

/** The three years for 12315 and the court, once the platform's way is over or the authority has the case. */
export function limitationDeadlines(headline: Run | null, facts: CaseFacts): Deadline[] {
  if (!headline) return [];
  return rulesFor(headline, facts).flatMap((rule) => {
    const since = earliestKnowledge(facts);
    const deadline =
      since === null ? null : ruleDeadline({ rule, machine: headline.machine, since, primary: false }, facts);
    return deadline ? [deadline] : [];
  });
}

/**
 * The end of the three years of one rule whatever stage the case is in; null when nothing on record shows since when the
 * user could have known.
 */
export function limitationOf(rule: 'LW.comp.limit' | 'CT.limit', input: CaseInput, now: Instant): Deadline | null {
  const facts = caseFacts(input, readEvents(input.events, now).events, now);
  const since = earliestKnowledge(facts);
  const machine = rule === 'CT.limit' ? 'court' : '12315';
  return since === null ? null : ruleDeadline({ rule, machine, since, primary: false }, facts);
}

function rulesFor({ machine, stage }: Run, facts: CaseFacts): string[] {
  if (machine === 'court') return [];
  const mayComplain = facts.role !== 'seller' && (AFTER_PLATFORM.includes(stage) || stage === 'REFUSED');
  const maySue = AFTER_PLATFORM.includes(stage) || AT_AUTHORITY.includes(stage);
  return [...(mayComplain ? ['LW.comp.limit'] : []), ...(maySue ? ['CT.limit'] : [])];
}

function earliestKnowledge({ role, events }: CaseFacts) {
  const types = role === 'seller' ? SELLER_KNEW : BUYER_KNEW;
  return events.find(({ type }) => types.includes(type))?.at ?? null;
}
