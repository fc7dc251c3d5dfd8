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
  | 'court'
  | 'result';

export interface Step {
  key: StepKey;
  state: 'done' | 'now' | 'todo';
}

interface Path {
  steps: readonly StepKey[];
  /** The step that a stage waits for; at a stage that is not listed the way is behind. */
  at: Partial<Record<Stage, StepKey>>;
}

const ORDER: Path = {
  steps: ['ordered', 'paid', 'shipped', 'received', 'finished'],
  at: { UNPAID: 'paid', PAID: 'shipped', SHIPPED: 'received' },
};

const REFUND_ONLY: Path = {
  steps: ['applied', 'sellerAnswers', 'buyerAnswers', 'platform', 'result'],
  at: { NONE: 'applied', WAIT_SELLER_AGREE: 'sellerAnswers' },
};

const RETURN: Path = {
  steps: ['applied', 'sellerAnswers', 'buyerReturns', 'sellerConfirms', 'result'],
  at: {
    NONE: 'applied',
    WAIT_SELLER_AGREE: 'sellerAnswers',
    WAIT_BUYER_RETURN_GOODS: 'buyerReturns',
    WAIT_SELLER_CONFIRM_GOODS: 'sellerConfirms',
    EX_WAIT_SELLER_AGREE: 'sellerAnswers',
    EX_WAIT_BUYER_SEND: 'buyerReturns',
    EX_WAIT_SELLER_RESHIP: 'sellerConfirms',
    EX_WAIT_BUYER_CONFIRM: 'result',
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
    CP_WAIT_SELLER: 'sellerAnswers',
    CP_PLATFORM: 'platform',
    AP_SELLER: 'platform',
  },
};

const AUTHORITY: Path = {
  steps: ['applied', 'platform', 'authority', 'result'],
  at: {
    ODR: 'authority',
    RECEIVED: 'authority',
    FORWARDED: 'authority',
    ACCEPTED: 'authority',
    REFUSED: 'authority',
    MEDIATION: 'authority',
    REPORT_RECEIVED: 'authority',
    FILED: 'authority',
  },
};

const COURT: Path = {
  steps: ['applied', 'platform', 'court', 'result'],
  at: {
    FILED: 'court',
    REGISTERED: 'court',
    MEDIATION_BEFORE_FILING: 'court',
    REFUSED: 'court',
    JUDGMENT: 'court',
  },
};

const PATHS: Record<Machine, Path> = {
  order: ORDER,
  refundOnly: REFUND_ONLY,
  returnRefund: RETURN,
  exchange: RETURN,
  repair: RETURN,
  intervention: DISPUTED,
  complaint: DISPUTED,
  '12315': AUTHORITY,
  report: AUTHORITY,
  court: COURT,
};

/** A refusal, and the platform stepping in, lead off the ordinary way of a request. */
const OFF_THE_WAY: ReadonlySet<Stage> = new Set<Stage>(['SELLER_REFUSE_BUYER', 'INTERVENTION']);

/** The way a case takes and how far it is. */
export function stepsOf({ machine, stage }: Pick<Status, 'machine' | 'stage'>): Step[] {
  const path = OFF_THE_WAY.has(stage) ? DISPUTED : PATHS[machine];
  const waitsFor = path.at[stage];
  const now = waitsFor ? path.steps.indexOf(waitsFor) : path.steps.length;
  return path.steps.map((key, index) => ({ key, state: index < now ? 'done' : index === now ? 'now' : 'todo' }));
}
