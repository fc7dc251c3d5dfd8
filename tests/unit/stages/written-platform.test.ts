import { describe, expect, it } from 'vitest';
import { outcome, type WrittenCase } from './written-cases.ts';

// Stages and dates were counted by hand from the rules, before looking at the code. Change one only when the rules say so.
const MONEY = { refundType: 'refundOnly', goods: 'shipped' } as const;
const UNSENT = { refundType: 'refundOnly', goods: 'unshipped' } as const;
const RETURN = { refundType: 'returnRefund', goods: 'received' } as const;
const EXCHANGE = { refundType: 'exchange', goods: 'received' } as const;
const REPAIR = { refundType: 'repair', goods: 'received' } as const;

const ORDERS: readonly WrittenCase[] = [
  {
    name: 'ordered, not paid',
    now: '11-20 10:00',
    events: 'order.created 11-20 09:00',
    stage: 'UNPAID buyer',
    deadlines: [],
    warnings: [],
  },
  {
    name: '48 hours to ship',
    now: '11-20 15:00',
    events: 'order.created 11-20 09:00; order.paid 11-20 10:00',
    stage: 'PAID seller',
    deadlines: ['TB.ord.ship seller 2026-11-22T10:00 rule'],
    warnings: [],
  },
  {
    name: 'shipping time over, 72 hours to 缺货',
    now: '11-22 11:00',
    events: 'order.paid 11-20 10:00',
    stage: 'PAID seller',
    deadlines: ['TB.ord.ship seller 2026-11-22T10:00 rule !', 'TB.ord.oos seller 2026-11-25T10:00 rule'],
    warnings: ['overdue.TB.ord.ship'],
  },
  {
    name: 'ten days to auto-confirm',
    now: '11-14 10:00',
    events: 'order.paid 11-10 10:00; order.shipped 11-11 10:00',
    stage: 'SHIPPED buyer',
    deadlines: ['TB.ord.autoconfirm.express buyer 2026-11-21T10:00 rule'],
    warnings: [],
  },
  {
    name: 'signed on 20 November at 14:30: seven days to 28 November 00:00',
    now: '11-21 10:00',
    events: 'order.paid 11-10 10:00; order.shipped 11-17 10:00; order.signed 11-20 14:30',
    stage: 'SHIPPED buyer',
    deadlines: ['TB.ord.autoconfirm.express buyer 2026-11-27T10:00 rule', 'TB.ord.7d buyer 2026-11-28T00:00 rule'],
    warnings: [],
  },
  {
    name: 'signed a minute before midnight',
    now: '11-21 10:00',
    events: 'order.shipped 11-17 10:00; order.signed 11-20 23:59',
    stage: 'SHIPPED buyer',
    deadlines: ['TB.ord.autoconfirm.express buyer 2026-11-27T10:00 rule', 'TB.ord.7d buyer 2026-11-28T00:00 rule'],
    warnings: [],
  },
  {
    name: 'signed at midnight',
    now: '11-21 10:00',
    events: 'order.shipped 11-17 10:00; order.signed 11-20 00:00',
    stage: 'SHIPPED buyer',
    deadlines: ['TB.ord.autoconfirm.express buyer 2026-11-27T10:00 rule', 'TB.ord.7d buyer 2026-11-28T00:00 rule'],
    warnings: [],
  },
  {
    name: 'three years from 29 February',
    now: '2024-03-20 10:00',
    events: 'order.shipped 2024-02-20 10:00; order.signed 2024-02-29 10:00; order.completed 2024-03-01 10:00',
    stage: 'EXPIRED_PLATFORM none',
    deadlines: ['LW.comp.limit buyer 2027-03-01T00:00 rule', 'CT.limit buyer 2027-03-01T00:00 rule'],
    warnings: ['platform.expired'],
  },
  {
    name: 'seven days over a leap day',
    now: '2024-02-25 00:00',
    events: 'order.shipped 2024-02-20 10:00; order.signed 2024-02-24 14:30',
    stage: 'SHIPPED buyer',
    deadlines: ['TB.ord.autoconfirm.express buyer 2024-03-01T10:00 rule', 'TB.ord.7d buyer 2024-03-03T00:00 rule'],
    warnings: [],
  },
  {
    name: 'auto-confirm passed long ago: the window is over as well, probably',
    now: '12-20 10:00',
    events: 'order.paid 11-10 10:00; order.shipped 11-11 10:00; order.signed 11-14 10:00',
    stage: 'SHIPPED buyer',
    deadlines: [
      'TB.ord.autoconfirm.express buyer 2026-11-21T10:00 rule !',
      'TB.ord.aftersale_window buyer 2026-12-06T10:00 estimate !',
    ],
    warnings: ['overdue.TB.ord.autoconfirm.express', 'overdue.TB.ord.aftersale_window'],
  },
  {
    name: 'completed, the seven days just over',
    now: '11-22 10:00',
    events: 'order.paid 11-10 10:00; order.shipped 11-11 10:00; order.signed 11-14 10:00; order.completed 11-20 10:00',
    stage: 'SUCCESS buyer',
    deadlines: [
      'TB.ord.aftersale_window buyer 2026-12-05T10:00 rule',
      'CP.description buyer 2026-12-05T10:00 rule',
      'TB.ord.review_window buyer 2026-12-05T10:00 rule',
    ],
    warnings: [],
  },
  {
    name: '15 days over the end of the year, not provisional',
    now: '12-28 10:00',
    events: 'order.completed 12-25 10:00',
    stage: 'SUCCESS buyer',
    deadlines: [
      'TB.ord.aftersale_window buyer 2027-01-09T10:00 rule',
      'CP.description buyer 2027-01-09T10:00 rule',
      'TB.ord.review_window buyer 2027-01-09T10:00 rule',
    ],
    warnings: [],
  },
  {
    name: 'the very instant the window ends',
    now: '11-16 10:00',
    events: 'order.completed 11-01 10:00',
    stage: 'EXPIRED_PLATFORM none',
    deadlines: ['LW.comp.limit buyer 2029-11-02T00:00 rule', 'CT.limit buyer 2029-11-02T00:00 rule'],
    warnings: ['platform.expired'],
  },
  {
    name: 'auto-confirm prolonged by two days of a request',
    now: '11-18 10:00',
    facts: MONEY,
    events: 'order.paid 11-10 10:00; order.shipped 11-11 10:00; refund.applied 11-15 10:00; withdrawn 11-17 10:00',
    stage: 'SHIPPED buyer',
    deadlines: ['TB.ord.autoconfirm.express buyer 2026-11-23T10:00 rule'],
    warnings: [],
  },
  {
    name: 'goods without a parcel have no pick-up record',
    now: '11-25 10:00',
    facts: { delivery: 'autoDelivery' },
    events: 'order.shipped 11-25 09:00',
    stage: 'SHIPPED buyer',
    deadlines: ['TB.ord.autoconfirm.virtual buyer 2026-11-26T09:00 rule'],
    warnings: [],
  },
];

const REFUNDS: readonly WrittenCase[] = [
  {
    name: 'shipped, asked on 20 November 14:30',
    now: '11-20 15:00',
    facts: MONEY,
    events: 'refund.applied 11-20 14:30',
    stage: 'WAIT_SELLER_AGREE seller',
    deadlines: ['RF.shipped.seller seller 2026-11-22T14:30 rule'],
    warnings: [],
  },
  {
    name: 'not shipped: 24 hours',
    now: '11-20 15:00',
    facts: UNSENT,
    events: 'order.paid 11-20 10:00; refund.applied 11-20 14:30',
    stage: 'WAIT_SELLER_AGREE seller',
    deadlines: ['RF.unshipped.seller seller 2026-11-21T14:30 rule', 'TB.ord.ship seller 2026-11-22T10:00 rule'],
    warnings: [],
  },
  {
    name: 'after success: by analogy',
    now: '11-21 15:00',
    facts: { refundType: 'refundOnly', goods: 'received' },
    events: 'order.shipped 11-05 10:00; order.completed 11-15 10:00; refund.applied 11-20 14:30',
    stage: 'WAIT_SELLER_AGREE seller',
    deadlines: [
      'RF.aftersale.seller seller 2026-11-22T14:30 estimate',
      'TB.ord.aftersale_window buyer 2026-11-30T10:00 rule',
      'CP.description buyer 2026-11-30T10:00 rule',
      'TB.ord.review_window buyer 2026-11-30T10:00 rule',
    ],
    warnings: [],
  },
  {
    name: 'no answer in two days',
    now: '11-22 15:00',
    facts: MONEY,
    events: 'order.shipped 11-18 10:00; refund.applied 11-20 14:30',
    stage: 'WAIT_SELLER_AGREE seller',
    deadlines: ['RF.shipped.seller seller 2026-11-22T14:30 rule !'],
    warnings: ['overdue.RF.shipped.seller', 'order.autoconfirm.paused'],
  },
  {
    name: 'the very instant it ends',
    now: '11-22 14:30',
    facts: MONEY,
    events: 'order.shipped 11-18 10:00; refund.applied 11-20 14:30',
    stage: 'WAIT_SELLER_AGREE seller',
    deadlines: ['RF.shipped.seller seller 2026-11-22T14:30 rule !'],
    warnings: ['overdue.RF.shipped.seller', 'order.autoconfirm.paused'],
  },
  {
    name: 'refused',
    now: '11-22 10:00',
    facts: MONEY,
    events: 'order.shipped 11-18 10:00; refund.applied 11-20 14:30; refund.refused 11-21 10:00',
    stage: 'SELLER_REFUSE_BUYER buyer',
    deadlines: ['RF.refused.buyer buyer 2026-11-28T10:00 rule'],
    warnings: ['order.autoconfirm.paused', 'settlement.final'],
  },
  {
    name: 'changed after the refusal',
    now: '11-22 11:00',
    facts: MONEY,
    events:
      'order.shipped 11-18 10:00; refund.applied 11-20 14:30; refund.refused 11-21 10:00; refund.modified 11-22 10:00',
    stage: 'WAIT_SELLER_AGREE seller',
    deadlines: ['RF.second.seller seller 2026-11-24T10:00 rule'],
    warnings: ['order.autoconfirm.paused'],
  },
  {
    name: 'refused again: seven new days',
    now: '11-24 11:00',
    facts: MONEY,
    events:
      'order.shipped 11-18 10:00; refund.applied 11-20 14:30; refund.refused 11-21 10:00; refund.modified 11-22 10:00; refund.refused 11-23 20:00',
    stage: 'SELLER_REFUSE_BUYER buyer',
    deadlines: ['RF.refused.buyer buyer 2026-11-30T20:00 rule'],
    warnings: ['order.autoconfirm.paused', 'settlement.final'],
  },
  {
    name: 'seven days without a step: auto-confirm goes on',
    now: '11-29 10:00',
    facts: MONEY,
    events: 'order.shipped 11-18 10:00; refund.applied 11-20 14:30; refund.refused 11-21 10:00',
    stage: 'SELLER_REFUSE_BUYER buyer',
    deadlines: [
      'RF.refused.buyer buyer 2026-11-28T10:00 rule !',
      'TB.ord.autoconfirm.express buyer 2026-12-06T05:30 estimate',
    ],
    warnings: ['overdue.RF.refused.buyer', 'settlement.final'],
  },
  {
    name: 'on 9 August 2022 still three days',
    now: '2022-08-09 12:00',
    facts: MONEY,
    events: 'order.shipped 2022-08-05 10:00; refund.applied 2022-08-09 10:00',
    stage: 'WAIT_SELLER_AGREE seller',
    deadlines: ['RF.shipped.seller seller 2022-08-12T10:00 rule'],
    warnings: ['order.autoconfirm.paused'],
  },
  {
    name: 'on 10 August 2022 two days',
    now: '2022-08-10 12:00',
    facts: MONEY,
    events: 'order.shipped 2022-08-05 10:00; refund.applied 2022-08-10 10:00',
    stage: 'WAIT_SELLER_AGREE seller',
    deadlines: ['RF.shipped.seller seller 2022-08-12T10:00 rule'],
    warnings: ['order.autoconfirm.paused'],
  },
  {
    name: 'second answer on 9 August 2022: three days',
    now: '2022-08-09 12:00',
    facts: MONEY,
    events:
      'order.shipped 2022-08-05 10:00; refund.applied 2022-08-06 10:00; refund.refused 2022-08-07 10:00; refund.modified 2022-08-09 10:00',
    stage: 'WAIT_SELLER_AGREE seller',
    deadlines: ['RF.second.seller seller 2022-08-12T10:00 rule'],
    warnings: ['order.autoconfirm.paused'],
  },
  {
    name: 'refused after its time was over',
    now: '11-25 10:00',
    facts: MONEY,
    events: 'order.shipped 11-18 10:00; refund.applied 11-20 14:30; refund.refused 11-23 10:00',
    stage: 'SELLER_REFUSE_BUYER buyer',
    deadlines: ['RF.refused.buyer buyer 2026-11-30T10:00 rule'],
    warnings: ['order.autoconfirm.paused', 'settlement.final'],
  },
];

const RETURNS: readonly WrittenCase[] = [
  {
    name: 'asked',
    now: '11-20 15:00',
    facts: RETURN,
    events: 'order.shipped 11-11 10:00; order.signed 11-14 10:00; refund.applied 11-20 14:30',
    stage: 'WAIT_SELLER_AGREE seller',
    deadlines: ['TB.ord.7d buyer 2026-11-22T00:00 rule', 'RR.seller_agree seller 2026-11-22T14:30 rule'],
    warnings: ['order.autoconfirm.paused'],
  },
  {
    name: 'no answer: the time to send probably runs',
    now: '11-23 15:00',
    facts: RETURN,
    events: 'order.shipped 11-11 10:00; order.signed 11-14 10:00; refund.applied 11-20 14:30',
    stage: 'WAIT_SELLER_AGREE seller',
    deadlines: ['RR.seller_agree seller 2026-11-22T14:30 rule !', 'RR.buyer_ship buyer 2026-11-29T14:30 estimate'],
    warnings: ['overdue.RR.seller_agree', 'order.autoconfirm.paused'],
  },
  {
    name: 'agreed',
    now: '11-21 15:00',
    facts: RETURN,
    events: 'order.shipped 11-11 10:00; refund.applied 11-20 14:30; refund.agreed 11-21 09:00',
    stage: 'WAIT_BUYER_RETURN_GOODS buyer',
    deadlines: ['RR.buyer_ship buyer 2026-11-28T09:00 rule'],
    warnings: ['order.autoconfirm.paused'],
  },
  {
    name: '47 hours left to send',
    now: '11-26 10:00',
    facts: RETURN,
    events: 'order.shipped 11-11 10:00; refund.applied 11-20 14:30; refund.agreed 11-21 09:00',
    stage: 'WAIT_BUYER_RETURN_GOODS buyer',
    deadlines: ['RR.buyer_ship buyer 2026-11-28T09:00 rule'],
    warnings: ['order.autoconfirm.paused', 'return.due48h'],
  },
  {
    name: '20 hours left to send',
    now: '11-27 13:00',
    facts: RETURN,
    events: 'order.shipped 11-11 10:00; refund.applied 11-20 14:30; refund.agreed 11-21 09:00',
    stage: 'WAIT_BUYER_RETURN_GOODS buyer',
    deadlines: ['RR.buyer_ship buyer 2026-11-28T09:00 rule'],
    warnings: ['order.autoconfirm.paused', 'return.due24h'],
  },
  {
    name: 'on its way: ten days',
    now: '11-23 15:00',
    facts: RETURN,
    events:
      'order.shipped 11-11 10:00; refund.applied 11-20 14:30; refund.agreed 11-21 09:00; return.shipped 11-22 16:00',
    stage: 'WAIT_SELLER_CONFIRM_GOODS seller',
    deadlines: ['RR.seller_confirm.unsigned seller 2026-12-02T16:00 rule'],
    warnings: ['order.autoconfirm.paused'],
  },
  {
    name: 'signed: three days from then',
    now: '11-26 10:00',
    facts: RETURN,
    events:
      'order.shipped 11-11 10:00; refund.applied 11-20 14:30; refund.agreed 11-21 09:00; return.shipped 11-22 16:00; return.signed 11-25 09:30',
    stage: 'WAIT_SELLER_CONFIRM_GOODS seller',
    deadlines: ['RR.seller_confirm.signed seller 2026-11-28T09:30 rule'],
    warnings: ['order.autoconfirm.paused'],
  },
  {
    name: 'signed on day nine: later than the ten days',
    now: '12-01 12:00',
    facts: RETURN,
    events:
      'refund.applied 11-20 14:30; refund.agreed 11-21 09:00; return.shipped 11-22 16:00; return.signed 12-01 09:30',
    stage: 'WAIT_SELLER_CONFIRM_GOODS seller',
    deadlines: ['RR.seller_confirm.signed seller 2026-12-04T09:30 rule'],
    warnings: [],
  },
  {
    name: 'signed on 3 July 2022: the ten days stay',
    now: '2022-07-03 12:00',
    facts: RETURN,
    events:
      'refund.applied 2022-06-25 10:00; refund.agreed 2022-06-26 10:00; return.shipped 2022-06-30 10:00; return.signed 2022-07-03 10:00',
    stage: 'WAIT_SELLER_CONFIRM_GOODS seller',
    deadlines: ['RR.seller_confirm.unsigned seller 2022-07-10T10:00 rule'],
    warnings: [],
  },
  {
    name: 'signed on 4 July 2022: three days',
    now: '2022-07-04 12:00',
    facts: RETURN,
    events:
      'refund.applied 2022-06-25 10:00; refund.agreed 2022-06-26 10:00; return.shipped 2022-06-30 10:00; return.signed 2022-07-04 10:00',
    stage: 'WAIT_SELLER_CONFIRM_GOODS seller',
    deadlines: ['RR.seller_confirm.signed seller 2022-07-07T10:00 rule'],
    warnings: [],
  },
  {
    name: 'refused after the return',
    now: '11-27 10:00',
    facts: RETURN,
    events:
      'refund.applied 11-20 14:30; refund.agreed 11-21 09:00; return.shipped 11-22 16:00; return.signed 11-25 09:30; refund.refused 11-26 10:00',
    stage: 'SELLER_REFUSE_BUYER buyer',
    deadlines: ['RR.refused.buyer buyer 2026-12-03T10:00 estimate'],
    warnings: ['settlement.final'],
  },
  {
    name: 'sent without an agreement on record',
    now: '11-23 10:00',
    facts: RETURN,
    events: 'refund.applied 11-18 14:30; return.shipped 11-22 10:00',
    stage: 'WAIT_SELLER_CONFIRM_GOODS seller',
    deadlines: ['RR.seller_confirm.unsigned seller 2026-12-02T10:00 rule'],
    warnings: [],
  },
  {
    name: 'refused after the window was over',
    now: '11-18 10:00',
    facts: RETURN,
    events:
      'order.shipped 10-25 10:00; order.completed 11-01 10:00; refund.applied 11-14 10:00; refund.refused 11-15 12:00',
    stage: 'SELLER_REFUSE_BUYER buyer',
    deadlines: ['RR.refused.buyer buyer 2026-11-22T12:00 estimate'],
    warnings: ['withdraw.afterWindow', 'settlement.final'],
  },
  {
    name: 'paid after the return',
    now: '11-27 10:00',
    facts: RETURN,
    events:
      'refund.applied 11-18 14:30; refund.agreed 11-19 10:00; return.shipped 11-22 10:00; return.signed 11-25 10:00; refund.agreed 11-26 10:00',
    stage: 'SUCCESS none',
    deadlines: [],
    warnings: [],
  },
];

const EXCHANGES: readonly WrittenCase[] = [
  {
    name: 'exchange asked',
    now: '11-20 15:00',
    facts: EXCHANGE,
    events: 'refund.applied 11-20 14:30',
    stage: 'EX_WAIT_SELLER_AGREE seller',
    deadlines: ['EX.seller_agree seller 2026-11-22T14:30 estimate'],
    warnings: [],
  },
  {
    name: 'exchange agreed',
    now: '11-21 15:00',
    facts: EXCHANGE,
    events: 'refund.applied 11-20 14:30; refund.agreed 11-21 09:00',
    stage: 'EX_WAIT_BUYER_SEND buyer',
    deadlines: ['EX.buyer_ship buyer 2026-11-28T09:00 estimate'],
    warnings: [],
  },
  {
    name: 'sent back for exchange',
    now: '11-23 15:00',
    facts: EXCHANGE,
    events: 'refund.applied 11-20 14:30; refund.agreed 11-21 09:00; return.shipped 11-22 16:00',
    stage: 'EX_WAIT_SELLER_RESHIP seller',
    deadlines: ['EX.seller_reship seller 2026-12-02T16:00 rule'],
    warnings: [],
  },
  {
    name: 'new goods sent',
    now: '11-28 15:00',
    facts: EXCHANGE,
    events:
      'refund.applied 11-20 14:30; refund.agreed 11-21 09:00; return.shipped 11-22 16:00; exchange.reshipped 11-27 10:00',
    stage: 'EX_WAIT_BUYER_CONFIRM buyer',
    deadlines: ['EX.buyer_confirm buyer 2026-12-07T10:00 estimate'],
    warnings: [],
  },
  {
    name: 'repair asked',
    now: '11-20 15:00',
    facts: REPAIR,
    events: 'refund.applied 11-20 14:30',
    stage: 'EX_WAIT_SELLER_AGREE seller',
    deadlines: ['RP.seller_agree seller 2026-11-22T14:30 rule'],
    warnings: [],
  },
  {
    name: 'sent back for repair: 30 days',
    now: '11-23 15:00',
    facts: REPAIR,
    events: 'refund.applied 11-20 14:30; refund.agreed 11-21 09:00; return.shipped 11-22 16:00',
    stage: 'EX_WAIT_SELLER_RESHIP seller',
    deadlines: ['RP.seller_return seller 2026-12-22T16:00 rule'],
    warnings: [],
  },
  {
    name: 'exchange refused',
    now: '11-22 15:00',
    facts: EXCHANGE,
    events: 'refund.applied 11-20 14:30; refund.refused 11-21 09:00',
    stage: 'SELLER_REFUSE_BUYER buyer',
    deadlines: ['RR.refused.buyer buyer 2026-11-28T09:00 estimate'],
    warnings: ['settlement.final'],
  },
];

describe('cases written from the rules, on the platform', () => {
  it.each(ORDERS)('order: $name', (written) => {
    expect(outcome(written)).toEqual({
      stage: written.stage,
      deadlines: written.deadlines,
      warnings: written.warnings,
    });
  });
  it.each(REFUNDS)('refund only: $name', (written) => {
    expect(outcome(written)).toEqual({
      stage: written.stage,
      deadlines: written.deadlines,
      warnings: written.warnings,
    });
  });
  it.each(RETURNS)('return and refund: $name', (written) => {
    expect(outcome(written)).toEqual({
      stage: written.stage,
      deadlines: written.deadlines,
      warnings: written.warnings,
    });
  });
  it.each(EXCHANGES)('exchange and repair: $name', (written) => {
    expect(outcome(written)).toEqual({
      stage: written.stage,
      deadlines: written.deadlines,
      warnings: written.warnings,
    });
  });
});
