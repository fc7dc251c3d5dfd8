import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseInput } from '../../../lib/stages/index.ts';
import { buyers, dueOf, event, ids, lines, PAID, SHIPPED, sellers, stageOf, statusAt } from './helpers.ts';

const APPLIED = event('refund.applied', '11-15 09:00');
const AGREED = event('refund.agreed', '11-16 09:00');
const SENT = event('return.shipped', '11-17 09:00');
const RESENT = event('exchange.reshipped', '11-19 09:00');

type Kind = NonNullable<CaseInput['refundType']>;
const run = (refundType: Kind, events: CaseEvent[], now = '11-19 10:00') =>
  statusAt(now, buyers([PAID, SHIPPED, ...events], { refundType, goods: 'received' }));

describe('exchange and repair', () => {
  it.each<[Kind, CaseEvent[], string, string]>([
    ['exchange', [APPLIED], 'EX_WAIT_SELLER_AGREE seller', 'EX.seller_agree seller 2026-11-17T09:00 estimate'],
    ['exchange', [APPLIED, AGREED], 'EX_WAIT_BUYER_SEND buyer', 'EX.buyer_ship buyer 2026-11-23T09:00 estimate'],
    [
      'exchange',
      [APPLIED, AGREED, SENT],
      'EX_WAIT_SELLER_RESHIP seller',
      'EX.seller_reship seller 2026-11-27T09:00 rule',
    ],
    [
      'exchange',
      [APPLIED, AGREED, SENT, RESENT],
      'EX_WAIT_BUYER_CONFIRM buyer',
      'EX.buyer_confirm buyer 2026-11-29T09:00 estimate',
    ],
    [
      'exchange',
      [APPLIED, event('refund.refused', '11-16 09:00')],
      'SELLER_REFUSE_BUYER buyer',
      'RR.refused.buyer buyer 2026-11-23T09:00 estimate',
    ],
    ['repair', [APPLIED], 'EX_WAIT_SELLER_AGREE seller', 'RP.seller_agree seller 2026-11-17T09:00 rule'],
    ['repair', [APPLIED, AGREED], 'EX_WAIT_BUYER_SEND buyer', 'EX.buyer_ship buyer 2026-11-23T09:00 estimate'],
    [
      'repair',
      [APPLIED, AGREED, SENT],
      'EX_WAIT_SELLER_RESHIP seller',
      'RP.seller_return seller 2026-12-17T09:00 rule',
    ],
    [
      'repair',
      [APPLIED, AGREED, SENT, RESENT],
      'EX_WAIT_BUYER_CONFIRM buyer',
      'EX.buyer_confirm buyer 2026-11-29T09:00 estimate',
    ],
    ['resend', [APPLIED], 'EX_WAIT_SELLER_AGREE seller', 'EX.seller_agree seller 2026-11-17T09:00 estimate'],
  ])('%s %#', (kind, events, stage, expected) => {
    for (const build of [buyers, sellers]) {
      const status = statusAt(
        '11-19 10:00',
        build([PAID, SHIPPED, ...events], { refundType: kind, goods: 'received' }),
      );
      expect(stageOf(status)).toBe(`${kind === 'repair' ? 'repair' : 'exchange'} ${stage}`);
      expect(lines(status).map((line) => line.replace(' !', ''))).toContain(expected);
    }
  });

  it('a resend needs nothing back and has no published limit for shipping', () => {
    const status = run('resend', [APPLIED, AGREED]);
    expect(stageOf(status)).toBe('exchange EX_WAIT_SELLER_RESHIP seller');
    expect(lines(status)).toEqual([]);
    expect(ids(status.warnings)).toContain('request.resend');
    expect(stageOf(run('resend', [APPLIED, AGREED, RESENT]))).toBe('exchange EX_WAIT_BUYER_CONFIRM buyer');
  });

  it('changed after the goods went back: only the page knows the time', () => {
    const events = [
      APPLIED,
      AGREED,
      SENT,
      event('refund.refused', '11-18 09:00'),
      event('refund.modified', '11-19 09:00'),
    ];
    const status = run('exchange', events);
    expect(stageOf(status)).toBe('exchange EX_WAIT_SELLER_AGREE seller');
    expect(lines(status)).toEqual([]);
  });

  it('finished: the order and its clock go on with the time that was left', () => {
    const status = run('exchange', [APPLIED, AGREED, SENT, RESENT, event('settled', '11-25 09:00')], '11-25 10:00');
    expect(status.machines.map(({ stage }) => stage)).toContain('EX_DONE');
    expect(stageOf(status)).toBe('order SHIPPED buyer');
    // Four days were used before the pause, so six are left.
    expect(dueOf(status, 'TB.ord.autoconfirm.express')).toBe('2026-12-01T10:00:00+08:00');
  });

  it('a completed order finishes it too', () => {
    const status = run(
      'exchange',
      [APPLIED, AGREED, SENT, RESENT, event('order.completed', '11-25 09:00')],
      '11-25 10:00',
    );
    expect(stageOf(status)).toBe('order SUCCESS buyer');
    expect(status.machines.map(({ stage }) => stage)).toContain('EX_DONE');
  });

  it('not confirmed in time: the order clock has probably resumed', () => {
    const status = run('exchange', [APPLIED, AGREED, SENT, RESENT], '11-29 10:00');
    expect(stageOf(status)).toBe('exchange EX_WAIT_BUYER_CONFIRM buyer');
    expect(lines(status)).toEqual([
      'EX.buyer_confirm buyer 2026-11-29T09:00 estimate !',
      'TB.ord.autoconfirm.express buyer 2026-12-05T10:00 estimate',
    ]);
  });

  it('refused, then turned into a return', () => {
    const events = [
      APPLIED,
      event('refund.refused', '11-16 09:00'),
      event('refund.modified', '11-16 12:00', { refundType: 'returnRefund' }),
    ];
    const status = run('exchange', events, '11-16 13:00');
    expect(stageOf(status)).toBe('returnRefund WAIT_SELLER_AGREE seller');
    expect(dueOf(status, 'RR.seller_agree')).toBe('2026-11-18T12:00:00+08:00');
  });

  it('goods that were sent anew show what kind of request it is', () => {
    const status = statusAt('11-19 10:00', buyers([SHIPPED, APPLIED, AGREED, SENT, RESENT]));
    expect(stageOf(status)).toBe('exchange EX_WAIT_BUYER_CONFIRM buyer');
  });
});
