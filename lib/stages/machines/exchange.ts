import type { Stage } from '../types.ts';
import { isResend, isReturnSent } from './conditions.ts';
import { requestEnds } from './request-ends.ts';
import type { MachineSpec, StageSpec, Transition } from './types.ts';

const OPEN: readonly Stage[] = [
  'EX_WAIT_SELLER_AGREE',
  'SELLER_REFUSE_BUYER',
  'EX_WAIT_BUYER_SEND',
  'EX_WAIT_SELLER_RESHIP',
  'EX_WAIT_BUYER_CONFIRM',
];
const BEFORE_RESHIP: readonly Stage[] = ['NONE', 'EX_WAIT_SELLER_AGREE', 'EX_WAIT_BUYER_SEND', 'EX_WAIT_SELLER_RESHIP'];

const TRANSITIONS: readonly Transition[] = [
  { on: 'refund.applied', from: ['NONE'], to: 'EX_WAIT_SELLER_AGREE' },
  { on: 'refund.modified', from: ['EX_WAIT_SELLER_AGREE'], to: 'EX_WAIT_SELLER_AGREE', keepsClock: true },
  { on: 'refund.modified', from: ['NONE', 'SELLER_REFUSE_BUYER'], to: 'EX_WAIT_SELLER_AGREE' },
  { on: 'refund.refused', from: ['NONE', ...OPEN], to: 'SELLER_REFUSE_BUYER' },
  { on: 'return.shipped', from: ['NONE', 'EX_WAIT_SELLER_AGREE', 'EX_WAIT_BUYER_SEND'], to: 'EX_WAIT_SELLER_RESHIP' },
  { on: 'return.signed', from: ['NONE', 'EX_WAIT_SELLER_AGREE', 'EX_WAIT_BUYER_SEND'], to: 'EX_WAIT_SELLER_RESHIP' },
  { on: 'return.signed', from: ['EX_WAIT_SELLER_RESHIP'], to: 'EX_WAIT_SELLER_RESHIP', keepsClock: true },
  { on: 'exchange.reshipped', from: BEFORE_RESHIP, to: 'EX_WAIT_BUYER_CONFIRM' },
  { on: 'order.completed', from: ['EX_WAIT_BUYER_CONFIRM'], to: 'EX_DONE' },
  { on: 'settled', from: ['EX_WAIT_BUYER_CONFIRM'], to: 'EX_DONE' },
  ...requestEnds(OPEN),
];

const ENDS = {
  INTERVENTION: { owner: 'platform', kind: 'open' },
  SUCCESS: { owner: 'none', kind: 'rest' },
  EX_DONE: { owner: 'none', kind: 'over' },
  CLOSED: { owner: 'none', kind: 'over' },
} as const satisfies Record<string, StageSpec>;

/** What differs between the kinds of requests that end with goods for the buyer. */
interface Kind {
  agree: string;
  reship: string;
  afterAgreement: 'EX_WAIT_BUYER_SEND' | 'EX_WAIT_SELLER_RESHIP';
}

/** Rules 7.4. */
function replacement({ agree, reship, afterAgreement }: Kind): MachineSpec {
  return {
    stages: {
      EX_WAIT_SELLER_AGREE: {
        owner: 'seller',
        kind: 'open',
        onTimeout: afterAgreement,
        clocks: [{ rule: agree, when: isReturnSent, pageOnly: true }, { rule: agree }],
      },
      SELLER_REFUSE_BUYER: {
        owner: 'buyer',
        kind: 'open',
        onTimeout: 'CLOSED',
        clocks: [{ rule: 'RR.refused.buyer' }],
      },
      EX_WAIT_BUYER_SEND: { owner: 'buyer', kind: 'open', onTimeout: 'CLOSED', clocks: [{ rule: 'EX.buyer_ship' }] },
      EX_WAIT_SELLER_RESHIP: {
        owner: 'seller',
        kind: 'open',
        onTimeout: 'SUCCESS',
        clocks: [{ rule: reship, when: isResend, pageOnly: true }, { rule: reship }],
      },
      EX_WAIT_BUYER_CONFIRM: {
        owner: 'buyer',
        kind: 'open',
        onTimeout: 'EX_DONE',
        clocks: [{ rule: 'EX.buyer_confirm' }],
      },
      ...ENDS,
    },
    transitions: [
      {
        on: 'refund.agreed',
        from: ['NONE', 'EX_WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'INTERVENTION'],
        to: afterAgreement,
      },
      ...TRANSITIONS,
    ],
  };
}

export const EXCHANGE = replacement({
  agree: 'EX.seller_agree',
  reship: 'EX.seller_reship',
  afterAgreement: 'EX_WAIT_BUYER_SEND',
});
export const REPAIR = replacement({
  agree: 'RP.seller_agree',
  reship: 'RP.seller_return',
  afterAgreement: 'EX_WAIT_BUYER_SEND',
});
/** A resend (补寄) is an exchange in which nothing goes back; no limit for shipping it is published. */
export const RESEND = replacement({
  agree: 'EX.seller_agree',
  reship: 'EX.seller_reship',
  afterAgreement: 'EX_WAIT_SELLER_RESHIP',
});
