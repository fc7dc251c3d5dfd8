import { DAY, HOUR } from './china-time.ts';
import { HISTORY_WRITERS } from './refund-history.ts';
import type { ChangeWords, Refund, RefundState } from './refund-types.ts';
import type { RefundRequest, Story } from './story/types.ts';

/** How long each state may last before the platform acts, in ms (2 days for the seller, 7 for the buyer, …). */
const LIMITS: Partial<Record<RefundState, number>> = {
  waitSeller: 2 * DAY,
  refused: 7 * DAY,
  agreed: 7 * DAY,
  waitReturn: 7 * DAY,
  waitConfirm: 10 * DAY,
  intervention: 3 * DAY,
};

/** Milliseconds left in the present state, or null when nothing runs. */
export function remainingIn(refund: Refund, now: number): number | null {
  const limit = LIMITS[refund.state];
  return limit === undefined ? null : Math.max(0, refund.enteredAt + limit - now);
}

function enter(story: Story, refund: Refund, state: RefundState, at: number, words: ChangeWords): void {
  refund.history.push(...HISTORY_WRITERS[state](story, refund, at, words));
  refund.state = state;
  refund.enteredAt = at;
}

/** The states a refund goes through in the story before it is in `state`. */
const WAY_TO: Record<RefundState, RefundState[]> = {
  waitSeller: [],
  refused: ['waitSeller'],
  agreed: ['waitSeller'],
  waitReturn: ['waitSeller', 'agreed'],
  waitConfirm: ['waitSeller', 'agreed', 'waitReturn'],
  success: ['waitSeller', 'agreed', 'waitReturn', 'waitConfirm'],
  closed: ['waitSeller', 'refused'],
  intervention: ['waitSeller', 'refused'],
};

const STEP = 5 * HOUR;

/** A refund as the story has it in `state`, with the history that leads there. No clock of it has run out at `now`. */
function createRefund(story: Story, request: RefundRequest, state: RefundState, now: number): Refund {
  const skipReturn = (step: RefundState) =>
    request.type === 'returnRefund' || (step !== 'waitReturn' && step !== 'waitConfirm');
  const steps = [...WAY_TO[state].filter(skipReturn), state];
  const refund: Refund = { request, state: 'waitSeller', enteredAt: request.appliedAt, history: [] };
  for (const step of steps) enter(story, refund, step, timeOf(refund, step, now), {});
  return refund;
}

/** Refused when the story says so, every other step five hours after the one before. */
function timeOf({ request, history, enteredAt }: Refund, step: RefundState, now: number): number {
  if (history.length === 0) return enteredAt;
  return step === 'refused' ? request.refusal.at : Math.min(enteredAt + STEP, now);
}

export interface RefundBook {
  get(refundNo: string): Refund | undefined;
  /** The refund of an order, by its number or that of one of its items. */
  ofOrder(anyOrderNo: string): Refund | undefined;
  /** What the page's buttons do: the state changes now and the history grows by what the party did. */
  set(refundNo: string, state: RefundState, words?: ChangeWords): Refund;
  /** Starts the refund over: history as the story has it up to `state`. */
  reset(refundNo: string, state: RefundState): Refund;
}

/** All refunds of the story. Unknown numbers throw in `set` and `reset`. */
export function createRefundBook(story: Story, now: () => number, first: RefundState): RefundBook {
  const beginnings: [RefundRequest, RefundState][] = [
    [story.refund, first],
    [story.tmallRefund, 'waitSeller'],
    [story.finishedRefund, 'success'],
  ];
  const refunds = new Map(
    beginnings.map(([request, state]) => [request.refundNo, createRefund(story, request, state, now())]),
  );
  const known = (refundNo: string): Refund => {
    const refund = refunds.get(refundNo);
    if (!refund) throw new Error(`No refund ${refundNo} in the practice story`);
    return refund;
  };
  return {
    get: (refundNo) => refunds.get(refundNo),
    ofOrder: (no) => [...refunds.values()].find(({ request }) => request.orderNo === no || request.subOrderNo === no),
    set(refundNo, state, words = {}) {
      const refund = known(refundNo);
      enter(story, refund, state, now(), words);
      return refund;
    },
    reset(refundNo, state) {
      const refund = createRefund(story, known(refundNo).request, state, now());
      refunds.set(refundNo, refund);
      return refund;
    },
  };
}
