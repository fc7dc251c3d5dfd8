import type { MachineSpec } from './types.ts';

/** Rules 7.1. Its clocks are in `deadlines/order.ts`, because requests and pauses change them. */
export const ORDER: MachineSpec = {
  stages: {
    UNPAID: { owner: 'buyer', kind: 'open' },
    PAID: { owner: 'seller', kind: 'open' },
    SHIPPED: { owner: 'buyer', kind: 'open' },
    SUCCESS: { owner: 'buyer', kind: 'open' },
    EXPIRED_PLATFORM: { owner: 'none', kind: 'open' },
    CLOSED: { owner: 'none', kind: 'rest' },
  },
  transitions: [
    { on: 'order.created', from: ['NONE'], to: 'UNPAID' },
    { on: 'order.paid', from: ['NONE', 'UNPAID'], to: 'PAID' },
    { on: 'order.shipped', from: ['NONE', 'UNPAID', 'PAID'], to: 'SHIPPED' },
    { on: 'order.signed', from: ['NONE', 'UNPAID', 'PAID'], to: 'SHIPPED' },
    { on: 'order.signed', from: ['SHIPPED'], to: 'SHIPPED', keepsClock: true },
    { on: 'order.signed', from: ['SUCCESS'], to: 'SUCCESS', keepsClock: true },
    { on: 'order.completed', from: ['NONE', 'UNPAID', 'PAID', 'SHIPPED'], to: 'SUCCESS' },
  ],
};
