import { describe, expect, it } from 'vitest';
import { buyers, event, ids, PAID, SHIPPED, SIGNED, sellers, statusAt } from './helpers.ts';

const REFUND = { refundType: 'refundOnly', goods: 'received' } as const;
const COMPLETED = event('order.completed', '11-01 09:00');
const APPLIED = event('refund.applied', '11-10 09:00');
const REFUSED = event('refund.refused', '11-11 09:00');

describe('rules between the machines', () => {
  it.each([
    ['12315 twice', [event('12315.filed', '11-12 09:00'), event('12315.filed', '11-13 09:00')], true],
    ['12315, then court', [event('12315.filed', '11-12 09:00'), event('court.filed', '11-13 09:00')], true],
    ['court, then 12315', [event('court.filed', '11-12 09:00'), event('12315.filed', '11-13 09:00')], true],
    [
      '12315 refused, then filed again',
      [event('12315.filed', '11-12 09:00'), event('12315.refused', '11-13 09:00'), event('12315.filed', '11-14 09:00')],
      false,
    ],
    [
      '12315 ended, then court',
      [event('12315.filed', '11-12 09:00'), event('12315.ended', '11-13 09:00'), event('court.filed', '11-14 09:00')],
      false,
    ],
    [
      '12315 refused, then court',
      [event('12315.filed', '11-12 09:00'), event('12315.refused', '11-13 09:00'), event('court.filed', '11-14 09:00')],
      false,
    ],
    ['12315 and a report', [event('12315.filed', '11-12 09:00'), event('report.filed', '11-12 09:00')], false],
  ])('one authority at a time: %s', (_, events, expected) => {
    for (const build of [buyers, sellers]) {
      const { warnings } = statusAt('11-15 09:00', build(events));
      expect(ids(warnings).includes('authority.duplicate')).toBe(expected);
    }
  });

  it('withdrawing after the window is over loses the platform’s way', () => {
    const events = [SIGNED, COMPLETED, APPLIED, REFUSED].map((one) =>
      one === SIGNED ? event('order.signed', '10-30 09:00') : one,
    );
    expect(ids(statusAt('11-15 09:00', buyers(events, REFUND)).warnings)).not.toContain('withdraw.afterWindow');
    const late = statusAt('11-16 09:00', buyers(events, REFUND));
    expect(ids(late.warnings)).toContain('withdraw.afterWindow');
    expect(ids(late.warnings)).not.toContain('platform.expired');
    expect(ids(statusAt('11-16 09:00', sellers(events, REFUND)).warnings)).not.toContain('withdraw.afterWindow');
    const withdrawn = statusAt('11-16 09:00', buyers([...events, event('withdrawn', '11-16 08:00')], REFUND));
    expect(withdrawn.stage).toBe('EXPIRED_PLATFORM');
    expect(ids(withdrawn.warnings)).toContain('platform.expired');
  });

  it.each([
    ['waiting for the seller, all of the money', [APPLIED], { paidAmount: '9.00', refundAmount: '9.00' }, false],
    ['waiting for the seller, a part of it', [APPLIED], { paidAmount: '9.00', refundAmount: '3.00' }, true],
    ['refused', [APPLIED, REFUSED], {}, true],
    ['the platform is deciding', [APPLIED, REFUSED, event('intervention.requested', '11-12 09:00')], {}, true],
    ['agreed', [APPLIED, event('refund.agreed', '11-12 09:00')], {}, false],
  ])('a settlement is final: %s', (_, events, amounts, expected) => {
    const { warnings } = statusAt('11-12 10:00', buyers([PAID, SHIPPED, ...events], { ...REFUND, ...amounts }));
    expect(ids(warnings).includes('settlement.final')).toBe(expected);
  });

  it.each([
    ['no intervention', [APPLIED, REFUSED], false],
    ['requested', [APPLIED, REFUSED, event('intervention.requested', '11-12 09:00')], true],
    ['decided', [APPLIED, event('intervention.decided', '11-12 09:00', { outcome: 'supportBuyer' })], true],
    ['withdrawn', [APPLIED, event('intervention.requested', '11-12 09:00'), event('withdrawn', '11-12 09:30')], false],
  ])('the platform decides no damages: %s', (_, events, expected) => {
    const { warnings } = statusAt('11-12 10:00', buyers([PAID, SHIPPED, ...events], REFUND));
    expect(ids(warnings).includes('damages.notPlatform')).toBe(expected);
  });

  it('the platform goes on until it is shown that the court has the case', () => {
    const events = [APPLIED, event('intervention.requested', '11-12 09:00'), event('court.filed', '11-12 10:00')];
    expect(ids(statusAt('11-12 11:00', buyers(events, REFUND)).warnings)).toContain('intervention.courtFiled');
  });
});
