import type { PageStage } from '../../marketplaces/types.ts';
import type { Instant } from '../../shared/time.ts';
import type { CaseFacts } from '../facts.ts';
import { observedRequest } from '../machines/after-sales.ts';
import { INTERVENTION } from '../machines/intervention.ts';
import { ORDER } from '../machines/order.ts';
import { isOpen, observed } from '../machines/run.ts';
import type { CaseRuns } from '../machines/run-case.ts';
import type { Run } from '../machines/types.ts';
import { text } from '../text.ts';
import type { Note, Stage } from '../types.ts';
import type { PageReading } from './read-page.ts';

const IN_EXCHANGE: Partial<Record<PageStage, Stage>> = {
  WAIT_SELLER_AGREE: 'EX_WAIT_SELLER_AGREE',
  WAIT_BUYER_RETURN_GOODS: 'EX_WAIT_BUYER_SEND',
  WAIT_SELLER_CONFIRM_GOODS: 'EX_WAIT_SELLER_RESHIP',
};
const INTERVENTION_STAGES: readonly PageStage[] = ['INTERVENTION', 'EVIDENCE', 'REVIEW'];

/** The runs after a look at every page. */
export function followPages(
  runs: CaseRuns,
  pages: readonly PageReading[],
  facts: CaseFacts,
): { runs: CaseRuns; warnings: Note[] } {
  return pages.reduce<{ runs: CaseRuns; warnings: Note[] }>(
    (sofar, page) => {
      const followed = followPage(sofar.runs, page, facts);
      return { runs: followed.runs, warnings: [...sofar.warnings, ...followed.warnings] };
    },
    { runs, warnings: [] },
  );
}

/**
 * The runs after a look at the page: when it was seen after the last recorded event and shows another stage, the page is
 * right and the time of the change is unknown, which matters when there is no countdown either. A stage the machine does not have is only reported.
 */
function followPage(runs: CaseRuns, page: PageReading, facts: CaseFacts): { runs: CaseRuns; warnings: Note[] } {
  const none = { runs, warnings: [] };
  if (!page.stage || page.seenAt === null) return none;
  const slot = INTERVENTION_STAGES.includes(page.stage) ? 'intervention' : page.slot;
  const run = currentRun(runs, slot) ?? observedRun(slot, page.stage, page.seenAt, facts);
  if (!run || run.changedAt > page.seenAt) return none;
  const stage = stageIn(run, page.stage);
  const isKnown = currentRun(runs, slot) !== undefined;
  if (isKnown && (stage === run.stage || (stage === 'INTERVENTION' && isOpen(run)))) return none;
  if (!run.spec.stages[stage] || isBehind(run, slot, runs)) return { runs, warnings: [DISAGREES] };
  const followed = replace(runs, slot, { ...run, stage, enteredAt: null, enteredBy: null });
  return { runs: followed, warnings: page.due === null ? [FOLLOWED] : [] };
}

type Slot = PageReading['slot'] | 'intervention';

function currentRun(runs: CaseRuns, slot: Slot): Run | undefined {
  return slot === 'refund' ? runs.requests.at(-1) : runs.single[slot];
}

function observedRun(slot: Slot, stage: PageStage, seenAt: Instant, facts: CaseFacts): Run | null {
  if (slot === 'refund') return observedRequest(stage, seenAt, facts);
  if (slot === 'intervention') return observed('intervention', INTERVENTION, stage, seenAt);
  return slot === 'order' ? observed('order', ORDER, stage, seenAt) : null;
}

function stageIn(run: Run, stage: PageStage): Stage {
  const isReplacement = run.spec.stages.EX_WAIT_SELLER_AGREE !== undefined;
  return (isReplacement ? IN_EXCHANGE[stage] : undefined) ?? stage;
}

/** While the platform is deciding, a page that still shows the request cannot move it. */
function isBehind(run: Run, slot: Slot, runs: CaseRuns): boolean {
  return slot === 'refund' && run.stage === 'INTERVENTION' && runs.single.intervention !== undefined;
}

function replace(runs: CaseRuns, slot: Slot, run: Run): CaseRuns {
  const before = runs.requests.slice(0, -1);
  if (slot === 'refund') return { ...runs, requests: [...before, run] };
  const request = runs.requests.at(-1);
  const isRequestBehind = slot === 'intervention' && request && isOpen(request);
  const requests = isRequestBehind ? [...before, { ...request, stage: 'INTERVENTION' as const }] : runs.requests;
  return { ...runs, requests, single: { ...runs.single, [slot]: run } };
}

const FOLLOWED: Note = {
  id: 'page.stage',
  text: text(
    '页面显示的状态比记录的进展新，已按页面算；变化的时间没有读到，请在个案里补上。',
    'The page shows a later stage than the record; the page is followed. The time of the change is unknown, please add it.',
  ),
};

const DISAGREES: Note = {
  id: 'page.stageDiffers',
  text: text(
    '页面显示的状态和记录的进展对不上，请刷新页面核对，并检查个案里记录的事件。',
    'The page and the record disagree about the stage. Reload the page and check the recorded events.',
  ),
};
