import type { Instant } from '../shared/time.ts';
import { pausesOf } from './deadlines/auto-confirm.ts';
import { limitationDeadlines } from './deadlines/limitation.ts';
import { orderClock, orderDeadlinesBeside } from './deadlines/order.ts';
import { clockAfterTimeout, clocksBeside, stageClock } from './deadlines/run-clocks.ts';
import type { CaseFacts } from './facts.ts';
import { headlineRun } from './headline.ts';
import { orderState } from './machines/order-state.ts';
import { isOpen } from './machines/run.ts';
import type { CaseRuns } from './machines/run-case.ts';
import type { Run } from './machines/types.ts';
import { applyCountdown, type DecidedClock } from './page/apply-countdown.ts';
import type { PageReading, PageSlot } from './page/read-page.ts';
import type { Picture } from './picture.ts';
import type { Deadline, Note } from './types.ts';

type Pages = readonly PageReading[];
type Clocks = Map<Run, DecidedClock>;

/** Works out the clocks, the order and the headline from where the machines stand and what the pages count down. */
export function drawPicture(runs: CaseRuns, pages: Pages, facts: CaseFacts): { picture: Picture; warnings: Note[] } {
  const request = runs.requests.at(-1) ?? null;
  const intervention = runs.single.intervention ?? null;
  const { complaint, report, '12315': authority, court } = runs.single;
  const procedures = [request, intervention, complaint, report, authority, court].filter((run) => run != null);
  const decided: Clocks = new Map(
    procedures.map((run) => [run, decide(run, pageOf(run, request, intervention, pages), facts)]),
  );
  const orders = drawOrder(runs, decided, pages, facts);
  const current = orders.order ? [orders.order, ...procedures] : procedures;
  if (orders.order && orders.decided) decided.set(orders.order, orders.decided);
  const headline = headlineRun(current);
  const clocks = new Map([...decided].flatMap(([run, { deadline }]) => (deadline ? [[run, deadline] as const] : [])));
  const deadlines = [
    ...procedures.flatMap((run) => deadlinesOf(run, clocks, facts)),
    ...orders.deadlines,
    ...limitationDeadlines(headline, facts),
  ];
  const picture: Picture = {
    facts,
    runs,
    order: orders.order,
    request,
    intervention,
    current,
    headline,
    clocks,
    autoConfirm: orders.autoConfirm,
    deadlines: arrange(deadlines, headline ? clocks.get(headline) : undefined),
  };
  const unused = pages.flatMap((page) =>
    hasRun(page.slot, picture) ? [] : applyCountdown(null, page, 0, facts).warnings,
  );
  return { picture, warnings: [...[...decided.values()].flatMap(({ warnings }) => warnings), ...unused] };
}

function decide(run: Run, page: PageReading | null, facts: CaseFacts): DecidedClock {
  return applyCountdown(stageClock(run, facts), page, run.changedAt, facts);
}

/** A refund page counts for the intervention while the platform is deciding, for the request while that is open. */
function pageOf(run: Run, request: Run | null, intervention: Run | null, pages: Pages): PageReading | null {
  if (run.machine === 'complaint') return find(pages, 'complaint');
  const shown = [intervention, request].find((shownRun) => shownRun && isOpen(shownRun)) ?? intervention ?? request;
  return run === shown ? find(pages, 'refund') : null;
}

function find(pages: Pages, slot: PageSlot): PageReading | null {
  return pages.find((page) => page.slot === slot) ?? null;
}

function hasRun(slot: PageSlot, { order, request, intervention, runs }: Picture): boolean {
  if (slot === 'order') return order !== null;
  return slot === 'complaint' ? runs.single.complaint !== undefined : request !== null || intervention !== null;
}

function deadlinesOf(run: Run, clocks: ReadonlyMap<Run, Deadline>, facts: CaseFacts): Deadline[] {
  const clock = clocks.get(run);
  const following = clock ? clockAfterTimeout(run, clock, facts) : null;
  return [...(clock ? [clock] : []), ...(following ? [following] : []), ...clocksBeside(run, facts)];
}

function drawOrder(runs: CaseRuns, decided: Clocks, pages: Pages, facts: CaseFacts) {
  const state = orderState(runs, facts);
  if (!state) return { order: null, decided: null, autoConfirm: null, deadlines: [] };
  const dueOf = (run: Run) => decided.get(run)?.deadline?.due ?? stageClock(run, facts)?.deadline?.due ?? null;
  const isRefunded = runs.requests.at(-1)?.stage === 'SUCCESS' && facts.isFullRefund !== false;
  const { clock, autoConfirm } = orderClock(state, pausesOf(runs.requests, facts, dueOf), isRefunded, facts);
  const shown = applyCountdown(clock, find(pages, 'order'), changedAt(state, runs), facts);
  const isExpired = state.stage === 'SUCCESS' && shown.deadline !== null && shown.deadline.due <= facts.now;
  const order: Run = isExpired ? { ...state, stage: 'EXPIRED_PLATFORM' } : state;
  const own = isExpired ? null : shown.deadline;
  return {
    order,
    decided: { ...shown, deadline: own },
    autoConfirm,
    deadlines: [...(own ? [own] : []), ...orderDeadlinesBeside(order, own, facts)],
  };
}

/** Requests stop and restart the receipt clock, so they count as changes of the order as well. */
function changedAt(order: Run, { requests }: CaseRuns): Instant {
  const moments = requests.flatMap((run) => (isOpen(run) ? [run.startedAt] : [run.startedAt, run.changedAt]));
  return order.stage === 'SHIPPED' ? Math.max(order.changedAt, ...moments) : order.changedAt;
}

/** By due, with the headline's own clock first among equals and marked as such. */
function arrange(deadlines: readonly Deadline[], own: Deadline | undefined): Deadline[] {
  return deadlines
    .map((deadline) => ({ ...deadline, primary: deadline === own }))
    .sort((left, right) => left.due - right.due || Number(right.primary) - Number(left.primary));
}
