import type { Stage } from '../types.ts';
import {
  askedCompleted,
  askedNobodyKnowsWhere,
  askedShipped,
  askedUnshipped,
  isPriceProtection,
  isSecondRequest,
  shippedAfterRequest,
} from './conditions.ts';
import { requestEnds } from './request-ends.ts';
import type { MachineSpec } from './types.ts';

const OPEN: readonly Stage[] = ['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER'];

/** Rules 7.2. A request for price protection has no published limits: only the page knows them. */
export const REFUND_ONLY: MachineSpec = {
  stages: {
    WAIT_SELLER_AGREE: {
      owner: 'seller',
      kind: 'open',
      onTimeout: 'SUCCESS',
      clocks: [
        { rule: 'RF.shipped.seller', when: isPriceProtection, pageOnly: true },
        { rule: 'RF.second.seller', when: isSecondRequest },
        { rule: 'RF.aftersale.seller', when: askedCompleted },
        { rule: 'RF.shipped.seller', when: shippedAfterRequest, pageOnly: true },
        { rule: 'RF.unshipped.seller', when: askedUnshipped },
        { rule: 'RF.shipped.seller', when: askedShipped },
        {
          rule: 'RF.unshipped.seller',
          atLatest: 'RF.shipped.seller',
          when: askedNobodyKnowsWhere,
          estimate: true,
        },
      ],
    },
    SELLER_REFUSE_BUYER: {
      owner: 'buyer',
      kind: 'open',
      onTimeout: 'CLOSED',
      clocks: [{ rule: 'RF.refused.buyer' }],
    },
    INTERVENTION: { owner: 'platform', kind: 'open' },
    SUCCESS: { owner: 'none', kind: 'rest' },
    CLOSED: { owner: 'none', kind: 'over' },
  },
  transitions: [
    { on: 'refund.applied', from: ['NONE'], to: 'WAIT_SELLER_AGREE' },
    { on: 'refund.modified', from: ['WAIT_SELLER_AGREE'], to: 'WAIT_SELLER_AGREE', keepsClock: true },
    { on: 'refund.modified', from: ['NONE', 'SELLER_REFUSE_BUYER'], to: 'WAIT_SELLER_AGREE' },
    { on: 'refund.refused', from: ['NONE', ...OPEN], to: 'SELLER_REFUSE_BUYER' },
    { on: 'refund.agreed', from: ['NONE', ...OPEN, 'INTERVENTION'], to: 'SUCCESS' },
    {
      on: 'intervention.decided',
      from: [...OPEN, 'INTERVENTION'],
      to: 'SUCCESS',
      when: ({ outcome }) => outcome === 'supportBuyer',
    },
    ...requestEnds(OPEN),
  ],
};
