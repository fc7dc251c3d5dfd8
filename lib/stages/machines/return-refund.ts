import { text } from '../text.ts';
import type { Stage } from '../types.ts';
import {
  askedNobodyKnowsWhere,
  askedSent,
  hasReturnStarted,
  isConfirmShortened,
  isDecided,
  isReturnSent,
} from './conditions.ts';
import { requestEnds } from './request-ends.ts';
import type { MachineSpec, StageSpec, Transition } from './types.ts';

const OPEN: readonly Stage[] = [
  'WAIT_SELLER_AGREE',
  'SELLER_REFUSE_BUYER',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
];

const SHARED_STAGES = {
  INTERVENTION: { owner: 'platform', kind: 'open' },
  SUCCESS: { owner: 'none', kind: 'rest' },
  CLOSED: { owner: 'none', kind: 'over' },
} as const satisfies Record<string, StageSpec>;

const TRANSITIONS: readonly Transition[] = [
  { on: 'refund.applied', from: ['NONE'], to: 'WAIT_SELLER_AGREE' },
  { on: 'refund.modified', from: ['WAIT_SELLER_AGREE'], to: 'WAIT_SELLER_AGREE', keepsClock: true },
  { on: 'refund.modified', from: ['NONE', 'SELLER_REFUSE_BUYER'], to: 'WAIT_SELLER_AGREE' },
  { on: 'refund.refused', from: ['NONE', ...OPEN], to: 'SELLER_REFUSE_BUYER' },
  {
    on: 'refund.agreed',
    from: ['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'WAIT_SELLER_CONFIRM_GOODS', 'INTERVENTION'],
    to: 'SUCCESS',
    when: (_, run) => hasReturnStarted(run),
  },
  {
    on: 'refund.agreed',
    from: ['NONE', 'WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'INTERVENTION'],
    to: 'WAIT_BUYER_RETURN_GOODS',
  },
  {
    on: 'return.shipped',
    from: ['NONE', 'WAIT_SELLER_AGREE', 'WAIT_BUYER_RETURN_GOODS'],
    to: 'WAIT_SELLER_CONFIRM_GOODS',
  },
  {
    on: 'return.signed',
    from: ['NONE', 'WAIT_SELLER_AGREE', 'WAIT_BUYER_RETURN_GOODS'],
    to: 'WAIT_SELLER_CONFIRM_GOODS',
  },
  { on: 'return.shipped', from: ['WAIT_SELLER_CONFIRM_GOODS'], to: 'WAIT_SELLER_CONFIRM_GOODS', keepsClock: true },
  { on: 'return.signed', from: ['WAIT_SELLER_CONFIRM_GOODS'], to: 'WAIT_SELLER_CONFIRM_GOODS', keepsClock: true },
  { on: 'return.signed', from: ['SELLER_REFUSE_BUYER'], to: 'SELLER_REFUSE_BUYER', keepsClock: true },
  { on: 'return.signed', from: ['INTERVENTION'], to: 'INTERVENTION', keepsClock: true },
  {
    on: 'intervention.decided',
    from: [...OPEN, 'INTERVENTION'],
    to: 'SUCCESS',
    when: ({ outcome }, run) => outcome === 'supportBuyer' && hasReturnStarted(run),
  },
  {
    on: 'intervention.decided',
    from: [...OPEN, 'INTERVENTION'],
    to: 'WAIT_BUYER_RETURN_GOODS',
    when: ({ outcome }) => outcome === 'supportBuyer',
  },
  ...requestEnds(OPEN),
];

/** Rules 7.3. The clock of WAIT_SELLER_CONFIRM_GOODS is set anew when the return is signed. */
export const RETURN_REFUND: MachineSpec = {
  stages: {
    WAIT_SELLER_AGREE: {
      owner: 'seller',
      kind: 'open',
      onTimeout: 'WAIT_BUYER_RETURN_GOODS',
      clocks: [{ rule: 'RR.seller_agree', when: isReturnSent, pageOnly: true }, { rule: 'RR.seller_agree' }],
    },
    SELLER_REFUSE_BUYER: {
      owner: 'buyer',
      kind: 'open',
      onTimeout: 'CLOSED',
      clocks: [{ rule: 'RR.refused.buyer' }],
    },
    WAIT_BUYER_RETURN_GOODS: {
      owner: 'buyer',
      kind: 'open',
      onTimeout: 'CLOSED',
      clocks: [{ rule: 'RR.buyer_ship', when: isDecided, estimate: true }, { rule: 'RR.buyer_ship' }],
    },
    WAIT_SELLER_CONFIRM_GOODS: {
      owner: 'seller',
      kind: 'open',
      onTimeout: 'SUCCESS',
      clocks: [
        { rule: 'RR.seller_confirm.signed', since: 'return.signed', when: isConfirmShortened },
        {
          rule: 'RR.seller_confirm.unsigned',
          since: 'return.shipped',
          variant: (_, facts) => (facts.returnDelivery === 'post' ? 'post' : undefined),
        },
      ],
      beside: [{ rule: 'RR.law.refund', since: 'return.signed', when: (_, facts) => facts.sevenDayReturn === true }],
    },
    ...SHARED_STAGES,
  },
  transitions: TRANSITIONS,
};

const BY_KIND = text(
  '系统按申请的类型自动处理：仅退款的直接退款，退货、换货、维修的自动同意',
  'handled automatically by the kind of request: a refund is paid, a return, exchange or repair is agreed to',
);

/**
 * A request whose kind was not read, on goods that were sent. It walks as a return would, because that claims least. Where
 * the kinds have different numbers of days, the earliest is given, as an estimate: whoever keeps it is in time in any case.
 */
export const UNKNOWN_REQUEST: MachineSpec = {
  stages: {
    WAIT_SELLER_AGREE: {
      owner: 'seller',
      kind: 'open',
      clocks: [
        { rule: 'RR.seller_agree', when: isReturnSent, pageOnly: true },
        { rule: 'RR.seller_agree', when: askedSent, estimate: true, onTimeout: BY_KIND },
        {
          rule: 'RF.unshipped.seller',
          atLatest: 'RR.seller_agree',
          when: askedNobodyKnowsWhere,
          estimate: true,
          onTimeout: BY_KIND,
        },
        { rule: 'RR.seller_agree', pageOnly: true, onTimeout: BY_KIND },
      ],
    },
    SELLER_REFUSE_BUYER: {
      owner: 'buyer',
      kind: 'open',
      onTimeout: 'CLOSED',
      clocks: [{ rule: 'RR.refused.buyer' }],
    },
    WAIT_BUYER_RETURN_GOODS: { owner: 'buyer', kind: 'open', clocks: [{ rule: 'RR.buyer_ship', estimate: true }] },
    WAIT_SELLER_CONFIRM_GOODS: {
      owner: 'seller',
      kind: 'open',
      clocks: [
        { rule: 'RR.seller_confirm.signed', since: 'return.signed', when: isConfirmShortened, estimate: true },
        { rule: 'RR.seller_confirm.unsigned', since: 'return.shipped', estimate: true },
      ],
    },
    ...SHARED_STAGES,
  },
  transitions: TRANSITIONS,
};
