import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseInput } from '../../../lib/stages/index.ts';
import {
  buyers,
  deadline,
  dueOf,
  event,
  ids,
  lines,
  PAID,
  SHIPPED,
  SIGNED,
  sellers,
  stageOf,
  statusAt,
} from './helpers.ts';

const REFUND = { refundType: 'refundOnly' } as const;
const APPLIED = event('refund.applied', '11-20 14:30');
const REFUSED = event('refund.refused', '11-21 09:00');

describe('refund only: how long the seller has', () => {
  it.each<[string, Partial<CaseInput>, CaseEvent[], string]>([
    ['not shipped', { goods: 'unshipped' }, [PAID, APPLIED], 'RF.unshipped.seller seller 2026-11-21T14:30 rule'],
    ['shipped, by the facts', { goods: 'shipped' }, [APPLIED], 'RF.shipped.seller seller 2026-11-22T14:30 rule'],
    ['received, by the facts', { goods: 'received' }, [APPLIED], 'RF.shipped.seller seller 2026-11-22T14:30 rule'],
    ['shipped, by the events', {}, [PAID, SHIPPED, APPLIED], 'RF.shipped.seller seller 2026-11-22T14:30 rule'],
    ['signed, by the events', {}, [SIGNED, APPLIED], 'RF.shipped.seller seller 2026-11-22T14:30 rule'],
    [
      'completed',
      { goods: 'received' },
      [SIGNED, event('order.completed', '11-19 10:00'), APPLIED],
      'RF.aftersale.seller seller 2026-11-22T14:30 estimate',
    ],
    [
      'before the change of 2022-08-10',
      { goods: 'shipped' },
      [event('refund.applied', '2022-08-09 10:00')],
      'RF.shipped.seller seller 2022-08-12T10:00 rule !',
    ],
    [
      'after the change of 2022-08-10',
      { goods: 'shipped' },
      [event('refund.applied', '2022-08-10 10:00')],
      'RF.shipped.seller seller 2022-08-12T10:00 rule !',
    ],
  ])('%s', (_, facts, events, expected) => {
    for (const build of [buyers, sellers]) {
      const status = statusAt('11-20 15:00', build(events, { ...REFUND, ...facts }));
      expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
      expect(lines(status)).toContain(expected);
    }
  });

  it.each([
    ['11-20 15:00', 'RF.unshipped.seller seller 2026-11-21T14:30 estimate'],
    ['11-22 14:29', 'RF.unshipped.seller seller 2026-11-21T14:30 estimate'],
    ['11-22 14:30', 'RF.unshipped.seller seller 2026-11-21T14:30 estimate !'],
  ])(
    'at %s is the earlier one when nothing says whether the goods were shipped, and over only after both',
    (now, expected) => {
      for (const build of [buyers, sellers]) {
        const status = statusAt(now, build([APPLIED], REFUND));
        expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
        expect(lines(status)).toEqual([expected]);
        expect(ids(status.warnings)).toContain('goods.missing');
      }
    },
  );

  it('is that of the state at the very moment of the request', () => {
    const now = '11-20 15:00';
    const together = [PAID, event('order.shipped', '11-20 14:30'), APPLIED];
    expect(ids(statusAt(now, buyers(together, REFUND)).deadlines)).toContain('RF.shipped.seller');
    const completed = [SHIPPED, event('order.completed', '11-20 14:30'), APPLIED];
    expect(ids(statusAt(now, buyers(completed, REFUND)).deadlines)).toContain('RF.aftersale.seller');
  });

  it('is left to the page when the seller ships after the request', () => {
    const events = [PAID, APPLIED, event('order.shipped', '11-20 20:00')];
    const status = statusAt('11-20 21:00', buyers(events, { ...REFUND, goods: 'shipped' }));
    expect(status.deadlines.filter(({ machine }) => machine === 'refundOnly')).toEqual([]);
    expect(ids(status.warnings)).toContain('refund.shippedAfterRequest');
  });
});

describe('refund only: transitions', () => {
  const facts = { ...REFUND, goods: 'shipped' } as const;
  const run = (events: CaseEvent[], now = '11-21 10:00') => statusAt(now, buyers([PAID, SHIPPED, ...events], facts));

  it('agreed: the money is back', () => {
    const status = run([APPLIED, event('refund.agreed', '11-21 09:00')]);
    expect(stageOf(status)).toBe('refundOnly SUCCESS none');
    expect(lines(status)).toEqual([]);
  });

  it('refused: seven days for the buyer', () => {
    const status = run([APPLIED, REFUSED]);
    expect(stageOf(status)).toBe('refundOnly SELLER_REFUSE_BUYER buyer');
    expect(lines(status)).toEqual(['RF.refused.buyer buyer 2026-11-28T09:00 rule']);
    expect(deadline(status, 'RF.refused.buyer')?.primary).toBe(true);
  });

  it('changed after a refusal: two days for the seller', () => {
    const status = run([APPLIED, REFUSED, event('refund.modified', '11-21 09:30')]);
    expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
    expect(lines(status)).toEqual(['RF.second.seller seller 2026-11-23T09:30 rule']);
  });

  it('changed before an answer: the earlier date stays, with a warning', () => {
    const status = run([APPLIED, event('refund.modified', '11-21 09:30')]);
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-22T14:30 rule']);
    expect(ids(status.warnings)).toContain('refund.modified.clock');
  });

  it('changed to return and refund: goes on as that', () => {
    const status = run([APPLIED, REFUSED, event('refund.modified', '11-21 09:30', { refundType: 'returnRefund' })]);
    expect(stageOf(status)).toBe('returnRefund WAIT_SELLER_AGREE seller');
    expect(lines(status)).toEqual(['RR.seller_agree seller 2026-11-23T09:30 rule']);
  });

  it('changed to another kind: the order clock has stood still since the first application', () => {
    const events = [
      APPLIED,
      event('refund.modified', '11-20 20:00', { refundType: 'returnRefund' }),
      event('withdrawn', '11-21 09:00'),
    ];
    expect(dueOf(run(events), 'TB.ord.autoconfirm.express')).toBe('2026-11-22T04:30:00+08:00');
  });

  it('withdrawn: the order speaks again', () => {
    const status = run([APPLIED, event('withdrawn', '11-21 09:00')]);
    expect(stageOf(status)).toBe('order SHIPPED buyer');
    expect(status.machines.map(({ machine, stage }) => `${machine} ${stage}`)).toContain('refundOnly CLOSED');
    expect(dueOf(status, 'TB.ord.autoconfirm.express')).toBe('2026-11-22T04:30:00+08:00');
  });

  it('withdrawn without an order on record: closed', () => {
    const events = [APPLIED, event('withdrawn', '11-21 09:00')];
    expect(stageOf(statusAt('11-21 10:00', { marketplace: 'taobao', role: 'buyer', events }))).toBe(
      'order PAID seller',
    );
    const { machines } = statusAt('11-21 10:00', buyers(events, REFUND));
    expect(machines.map(({ machine, stage }) => `${machine} ${stage}`)).toContain('refundOnly CLOSED');
  });

  it('settled: closed, and the platform will not take it up again', () => {
    const status = run([APPLIED, event('settled', '11-21 09:00')]);
    expect(status.machines.map(({ stage }) => stage)).toContain('CLOSED');
    expect(ids(status.warnings)).toContain('settlement.performed');
  });

  it('no answer in time: the stage stays, is overdue and tells to reload', () => {
    const status = run([APPLIED], '11-22 14:30');
    expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-22T14:30 rule !']);
    expect(ids(status.warnings)).toContain('overdue.RF.shipped.seller');
    expect(ids(status.next).slice(0, 2)).toEqual(['page.reload', 'CH.intervene']);
    expect(lines(run([APPLIED], '11-22 14:29'))).toEqual(['RF.shipped.seller seller 2026-11-22T14:30 rule']);
  });

  it('the buyer let the seven days pass: auto-confirm has probably resumed, shown as an estimate', () => {
    const order = [PAID, event('order.shipped', '11-15 10:00')];
    const status = statusAt('11-28 10:00', buyers([...order, APPLIED, REFUSED], facts));
    expect(stageOf(status)).toBe('refundOnly SELLER_REFUSE_BUYER buyer');
    expect(lines(status)).toEqual([
      'RF.refused.buyer buyer 2026-11-28T09:00 rule !',
      'TB.ord.autoconfirm.express buyer 2026-12-03T04:30 estimate',
    ]);
  });

  it('starts where the record starts', () => {
    expect(stageOf(run([REFUSED]))).toBe('refundOnly SELLER_REFUSE_BUYER buyer');
    expect(stageOf(run([event('refund.agreed', '11-21 09:00')]))).toBe('refundOnly SUCCESS none');
  });

  it('a second application is a new request', () => {
    const order = [PAID, event('order.shipped', '11-18 10:00')];
    const events = [...order, APPLIED, REFUSED, event('refund.applied', '11-30 10:00')];
    const status = statusAt('11-30 11:00', buyers(events, facts));
    expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-12-02T10:00 rule']);
  });

  it('price protection has no published limit', () => {
    const status = statusAt('11-21 10:00', buyers([SHIPPED, APPLIED], { refundType: 'priceProtection' }));
    expect(status.deadlines.filter(({ machine }) => machine === 'refundOnly')).toEqual([]);
    expect(ids(status.warnings)).toContain('request.priceProtection');
  });
});

describe('request of an unknown kind', () => {
  it('before shipping can only be for the money', () => {
    const status = statusAt('11-20 15:00', buyers([PAID, APPLIED], { goods: 'unshipped' }));
    expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
    expect(dueOf(status, 'RF.unshipped.seller')).toBe('2026-11-21T14:30:00+08:00');
  });

  it('after shipping: only limits that every kind shares, as estimates', () => {
    const status = statusAt('11-20 15:00', buyers([SHIPPED, APPLIED]));
    expect(lines(status)).toEqual(['RR.seller_agree seller 2026-11-22T14:30 estimate']);
    expect(deadline(status, 'RR.seller_agree')?.onTimeout.zh).toContain('仅退款的直接退款');
    expect(ids(status.warnings)).toContain('refundType.missing');
    const refused = statusAt('11-21 10:00', buyers([SHIPPED, APPLIED, REFUSED]));
    expect(lines(refused)).toEqual(['RR.refused.buyer buyer 2026-11-28T09:00 estimate']);
  });

  it('with a return on record was not for unshipped goods', () => {
    const status = statusAt(
      '11-24 10:00',
      buyers([APPLIED, event('return.shipped', '11-22 09:00')], { goods: 'unshipped' }),
    );
    expect(stageOf(status)).toBe('returnRefund WAIT_SELLER_CONFIRM_GOODS seller');
  });

  it('has the earliest date of all kinds where they differ, as an estimate', () => {
    const agreed = [SHIPPED, APPLIED, event('refund.agreed', '11-21 09:00')];
    expect(lines(statusAt('11-21 10:00', buyers(agreed)))).toEqual(['RR.buyer_ship buyer 2026-11-28T09:00 estimate']);
    const sent = [...agreed, event('return.shipped', '11-22 09:00')];
    expect(lines(statusAt('11-24 10:00', buyers(sent)))).toEqual([
      'RR.seller_confirm.unsigned seller 2026-12-02T09:00 estimate',
    ]);
    const back = [...sent, event('return.signed', '11-24 09:00')];
    const status = statusAt('11-24 10:00', buyers(back));
    expect(lines(status)).toEqual(['RR.seller_confirm.signed seller 2026-11-27T09:00 estimate']);
    expect(status.warnings.find(({ id }) => id === 'refundType.missing')?.text.zh).toContain('最早');
  });

  it('and unknown goods: the earliest date of all, and both are named as missing', () => {
    const status = statusAt('11-20 15:00', buyers([APPLIED]));
    expect(lines(status)).toEqual(['RF.unshipped.seller seller 2026-11-21T14:30 estimate']);
    expect(deadline(status, 'RF.unshipped.seller')?.onTimeout.zh).toContain('仅退款的直接退款');
    expect(ids(status.warnings)).toEqual(expect.arrayContaining(['refundType.missing', 'goods.missing']));
  });
});
