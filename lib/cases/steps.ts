import type { Machine, Stage, Status } from '../stages/index.ts';

/** Steps of the stepper, as keys of `locales/` under `step.`. */
export type StepKey =
  | 'ordered'
  | 'paid'
  | 'shipped'
  | 'received'
  | 'finished'
  | 'applied'
  | 'sellerAnswers'
  | 'buyerAnswers'
  | 'buyerReturns'
  | 'sellerConfirms'
  | 'platform'
  | 'authority'
  | 'result';

export interface Step {
  key: StepKey;
  state: 'done' | 'now' | 'todo';
}

interface Path {
  steps: readonly StepKey[];
  /** The step that a stage waits for; a stage that is not listed stands on the last one. */
  at: Partial<Record<Stage, StepKey>>;
}

const ORDER: Path = {
  steps: ['ordered', 'paid', 'shipped', 'received', 'finished'],
  at: { UNPAID: 'paid', PAID: 'shipped', SHIPPED: 'received', SUCCESS: 'finished', EXPIRED_PLATFORM: 'finished' },
};

const REFUND_ONLY: Path = {
  steps: ['applied', 'sellerAnswers', 'buyerAnswers', 'platform', 'result'],
  at: { NONE: 'applied', WAIT_SELLER_AGREE: 'sellerAnswers', SELLER_REFUSE_BUYER: 'buyerAnswers' },
};

const RETURN: Path = {
  steps: ['applied', 'sellerAnswers', 'buyerReturns', 'sellerConfirms', 'result'],
  at: {
    NONE: 'applied',
    WAIT_SELLER_AGREE: 'sellerAnswers',
    WAIT_BUYER_RETURN_GOODS: 'buyerReturns',
    WAIT_SELLER_CONFIRM_GOODS: 'sellerConfirms',
  },
};

const DISPUTED: Path = {
  steps: ['applied', 'sellerAnswers', 'buyerAnswers', 'platform', 'result'],
  at: {
    SELLER_REFUSE_BUYER: 'buyerAnswers',
    INTERVENTION: 'platform',
    EVIDENCE: 'platform',
    REVIEW: 'platform',
    JURY: 'platform',
    SUSPENDED: 'platform',
    APPEAL_OPEN: 'platform',
    APPEAL_REVIEW: 'platform',
  },
};

const AUTHORITY: Path = {
  steps: ['applied', 'platform', 'authority', 'result'],
  at: {
    ODR: 'authority',
    RECEIVED: 'authority',
    FORWARDED: 'authority',
    ACCEPTED: 'authority',
    MEDIATION: 'authority',
  },
};

const PATHS: Partial<Record<Machine, Path>> = {
  order: ORDER,
  refundOnly: REFUND_ONLY,
  returnRefund: RETURN,
  exchange: RETURN,
  repair: RETURN,
  intervention: DISPUTED,
  complaint: DISPUTED,
  '12315': AUTHORITY,
};

/** The way a case takes and how far it is. A refusal leads off the ordinary way to the disputed one. */
export function stepsOf({ machine, stage }: Pick<Status, 'machine' | 'stage'>): Step[] {
  const path = stage === 'SELLER_REFUSE_BUYER' ? DISPUTED : (PATHS[machine] ?? AUTHORITY);
  const now = path.steps.indexOf(path.at[stage] ?? (path.steps.at(-1) as StepKey));
  const finished = now === path.steps.length - 1;
  return path.steps.map((key, index) => ({
    key,
    state: index < now || finished ? 'done' : index === now ? 'now' : 'todo',
  }));
}
