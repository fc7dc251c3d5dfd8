import type { Case } from '../../../lib/cases/types.ts';
import type { Facts, PageStage, Role } from '../../../lib/marketplaces/types.ts';
import { planReminders } from '../../../lib/reminders/plan.ts';
import type { ReminderRecord, ReminderSettings } from '../../../lib/reminders/types.ts';
import { watchedDeadlines } from '../../../lib/reminders/watched.ts';
import { formatIso, type Instant } from '../../../lib/shared/time.ts';
import { parseSettings } from '../../../lib/storage/settings.ts';
import { caseOf, NOW, refundPage } from '../cases/pages.ts';

export { at, NOW } from '../cases/pages.ts';

/** The settings of somebody who has only switched reminders on. */
export function settings(change: Partial<ReminderSettings> = {}): ReminderSettings {
  return { ...parseSettings(undefined).reminders, on: true, ...change };
}

export const NIGHT = { on: true, from: '22:00', to: '08:00' };

interface Example {
  role?: Role;
  stage?: PageStage;
  facts?: Facts;
  id?: string;
  seenAt?: Instant;
}

/** A refund that its seller has refused: until `due` it is the buyer's turn, by the countdown of the page. */
export function refused(due: Instant, example: Example = {}): Case {
  const { role = 'buyer', stage = 'SELLER_REFUSE_BUYER', facts = {}, id = 'case-1', seenAt = NOW } = example;
  const countdown = { endsAt: formatIso(due), text: '还剩', action: '' };
  const page = { stage, refundType: 'refundOnly' as const, countdown, items: [{ title: '测试水杯' }], ...facts };
  return caseOf(refundPage(page, { role }), { id, seenAt });
}

/** One that waits for the seller. */
export function waiting(due: Instant, example: Example = {}): Case {
  return refused(due, { stage: 'WAIT_SELLER_AGREE', ...example });
}

/** A refusal whose page counts nothing down: the date is an estimate. */
export function estimated(): Case {
  const applied = { type: 'refund.applied' as const, at: '2026-11-22T10:00:00+08:00' };
  const events = [applied, { type: 'refund.refused' as const, at: '2026-11-22T11:00:00+08:00' }];
  const facts = {
    stage: 'SELLER_REFUSE_BUYER' as const,
    refundType: 'returnRefund' as const,
    refundAppliedAt: applied.at,
  };
  return caseOf(refundPage(facts, { events }));
}

/** The plan for cases at `now`. */
export function planFor(
  cases: readonly Case[],
  now: Instant,
  chosen: ReminderSettings = settings(),
  records: readonly ReminderRecord[] = [],
) {
  const watched = cases.flatMap((known) => watchedDeadlines(known, now));
  return planReminders(watched, records, chosen, now);
}
