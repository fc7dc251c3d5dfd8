import { describe, expect, it } from 'vitest';
import type { CaseEvent, CaseInput } from '../../../lib/stages/index.ts';
import { buyers, dueOf, event, ids, lines, PAID, SHIPPED, sellers, stageOf, statusAt } from './helpers.ts';

const RETURN = { refundType: 'returnRefund', goods: 'received' } as const;
const APPLIED = event('refund.applied', '11-15 09:00');
const AGREED = event('refund.agreed', '11-16 09:00');
const SENT = event('return.shipped', '11-18 18:00');
const SIGNED_BACK = event('return.signed', '11-20 11:00');

function run(events: CaseEvent[], now: string, extra: Partial<CaseInput> = {}) {
  return statusAt(now, buyers([PAID, SHIPPED, ...events], { ...RETURN, ...extra }));
}

describe('return and refund', () => {
  it.each<[string, CaseEvent[], string, string, string]>([
    ['applied', [APPLIED], '11-15 10:00', 'WAIT_SELLER_AGREE seller', 'RR.seller_agree seller 2026-11-17T09:00 rule'],
    [
      'agreed',
      [APPLIED, AGREED],
      '11-16 10:00',
      'WAIT_BUYER_RETURN_GOODS buyer',
      'RR.buyer_ship buyer 2026-11-23T09:00 rule',
    ],
    [
      'sent back',
      [APPLIED, AGREED, SENT],
      '11-19 10:00',
      'WAIT_SELLER_CONFIRM_GOODS seller',
      'RR.seller_confirm.unsigned seller 2026-11-28T18:00 rule',
    ],
    [
      'signed back',
      [APPLIED, AGREED, SENT, SIGNED_BACK],
      '11-20 12:00',
      'WAIT_SELLER_CONFIRM_GOODS seller',
      'RR.seller_confirm.signed seller 2026-11-23T11:00 rule',
    ],
    [
      'refused before the return',
      [APPLIED, event('refund.refused', '11-16 09:00')],
      '11-16 10:00',
      'SELLER_REFUSE_BUYER buyer',
      'RR.refused.buyer buyer 2026-11-23T09:00 estimate',
    ],
    [
      'refused after the return',
      [APPLIED, AGREED, SENT, SIGNED_BACK, event('refund.refused', '11-21 09:00')],
      '11-21 10:00',
      'SELLER_REFUSE_BUYER buyer',
      'RR.refused.buyer buyer 2026-11-28T09:00 estimate',
    ],
    [
      'changed after a refusal',
      [APPLIED, event('refund.refused', '11-16 09:00'), event('refund.modified', '11-17 08:00')],
      '11-17 10:00',
      'WAIT_SELLER_AGREE seller',
      'RR.seller_agree seller 2026-11-19T08:00 rule',
    ],
    [
      'agreed after a refusal before the return',
      [APPLIED, event('refund.refused', '11-15 20:00'), AGREED],
      '11-16 10:00',
      'WAIT_BUYER_RETURN_GOODS buyer',
      'RR.buyer_ship buyer 2026-11-23T09:00 rule',
    ],
  ])('%s', (_, events, now, stage, expected) => {
    for (const build of [buyers, sellers]) {
      const status = statusAt(now, build([PAID, SHIPPED, ...events], RETURN));
      expect(stageOf(status)).toBe(`returnRefund ${stage}`);
      expect(lines(status)).toEqual([expected]);
    }
  });

  it('sent back by ordinary mail: 14 days', () => {
    const status = run([APPLIED, AGREED, SENT], '11-19 10:00', { returnDelivery: 'post' });
    expect(dueOf(status, 'RR.seller_confirm.unsigned')).toBe('2026-12-02T18:00:00+08:00');
  });

  it('the time of the seller is set anew by the signing, also when that makes it longer', () => {
    const late = event('return.signed', '11-28 10:00');
    expect(dueOf(run([APPLIED, AGREED, SENT, late], '11-28 12:00'), 'RR.seller_confirm.signed')).toBe(
      '2026-12-01T10:00:00+08:00',
    );
  });

  it.each([
    ['confirmed after the return', [APPLIED, AGREED, SENT, SIGNED_BACK, event('refund.agreed', '11-21 09:00')]],
    [
      'agreed after a refusal of the returned goods',
      [
        APPLIED,
        AGREED,
        SENT,
        SIGNED_BACK,
        event('refund.refused', '11-20 20:00'),
        event('refund.agreed', '11-21 09:00'),
      ],
    ],
  ])('%s: the money is back', (_, events) => {
    expect(stageOf(run(events, '11-21 10:00'))).toBe('returnRefund SUCCESS none');
  });

  it('a tracking number stands for an agreement nobody recorded', () => {
    const status = run([APPLIED, SENT], '11-19 10:00');
    expect(stageOf(status)).toBe('returnRefund WAIT_SELLER_CONFIRM_GOODS seller');
    expect(dueOf(status, 'RR.seller_confirm.unsigned')).toBe('2026-11-28T18:00:00+08:00');
  });

  it('no answer in time: the buyer’s seven days have probably begun, shown as an estimate', () => {
    const status = run([APPLIED], '11-18 10:00');
    expect(stageOf(status)).toBe('returnRefund WAIT_SELLER_AGREE seller');
    expect(lines(status)).toEqual([
      'RR.seller_agree seller 2026-11-17T09:00 rule !',
      'RR.buyer_ship buyer 2026-11-24T09:00 estimate',
    ]);
    expect(ids(status.warnings)).toContain('overdue.RR.seller_agree');
  });

  it('the buyer did not send in time: auto-confirm has probably resumed', () => {
    const status = run([APPLIED, AGREED], '11-23 10:00');
    expect(stageOf(status)).toBe('returnRefund WAIT_BUYER_RETURN_GOODS buyer');
    expect(lines(status)).toEqual([
      'RR.buyer_ship buyer 2026-11-23T09:00 rule !',
      'TB.ord.autoconfirm.express buyer 2026-11-29T10:00 estimate',
    ]);
  });

  it('the seller kept silent after the return: overdue, nothing claimed', () => {
    const status = run([APPLIED, AGREED, SENT, SIGNED_BACK], '11-24 10:00');
    expect(stageOf(status)).toBe('returnRefund WAIT_SELLER_CONFIRM_GOODS seller');
    expect(lines(status)).toEqual(['RR.seller_confirm.signed seller 2026-11-23T11:00 rule !']);
  });

  it('a return known to be under the seven-day rule brings the legal seven days for the refund', () => {
    const status = run([APPLIED, AGREED, SENT, SIGNED_BACK], '11-20 12:00', { sevenDayReturn: true });
    expect(lines(status)).toEqual([
      'RR.seller_confirm.signed seller 2026-11-23T11:00 rule',
      'RR.law.refund seller 2026-11-28T00:00 rule',
    ]);
    const late = run([APPLIED, AGREED, SENT, event('return.signed', '11-21 11:00')], '11-29 12:00', {
      sevenDayReturn: true,
    });
    // The last day, Saturday 28 November, is the seller's: for the buyer it is overdue only after Monday the 30th.
    expect(late.deadlines.find(({ id }) => id === 'RR.law.refund')).toMatchObject({
      lastDay: '2026-11-28',
      overdue: false,
    });
    const own = statusAt(
      '11-29 12:00',
      sellers([APPLIED, AGREED, SENT, event('return.signed', '11-21 11:00')], { ...RETURN, sevenDayReturn: true }),
    );
    expect(own.deadlines.find(({ id }) => id === 'RR.law.refund')).toMatchObject({
      lastDay: '2026-11-28',
      overdue: true,
    });
  });

  it('changed after the goods went back: only the page knows the time', () => {
    const events = [
      APPLIED,
      AGREED,
      SENT,
      SIGNED_BACK,
      event('refund.refused', '11-21 09:00'),
      event('refund.modified', '11-21 10:00'),
    ];
    const status = run(events, '11-21 11:00');
    expect(stageOf(status)).toBe('returnRefund WAIT_SELLER_AGREE seller');
    expect(lines(status)).toEqual([]);
  });

  it.each([
    ['11-20 08:00', []],
    ['11-21 10:00', ['return.due48h']],
    ['11-22 09:00', ['return.due24h']],
    ['11-23 09:00', []],
  ])('at %s warns about the time left to send: %j', (now, expected) => {
    const found = ids(run([APPLIED, AGREED], now).warnings).filter((id) => id.startsWith('return.due'));
    expect(found).toEqual(expected);
  });
});
