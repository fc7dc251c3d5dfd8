import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../../lib/shared/time.ts';
import { type Pause, withPauses } from '../../../lib/stages/deadlines/auto-confirm.ts';
import { buyers, dueOf, event, ids, lines, PAID, SHIPPED, statusAt } from './helpers.ts';

const REFUND = { refundType: 'refundOnly', goods: 'shipped' } as const;
const RULE = 'TB.ord.autoconfirm.express';

describe('auto-confirm', () => {
  it('stands still while a request is open and says how much is left', () => {
    const status = statusAt('11-20 10:00', buyers([PAID, SHIPPED, event('refund.applied', '11-19 12:00')], REFUND));
    expect(dueOf(status, RULE)).toBeUndefined();
    const note = status.warnings.find(({ id }) => id === 'order.autoconfirm.paused');
    expect(note?.text.zh).toContain('还剩1天22小时');
  });

  it.each([
    ['one request', [['11-13 10:00', '11-16 10:00']], '2026-11-24T10:00:00+08:00'],
    [
      'two requests',
      [
        ['11-13 10:00', '11-16 10:00'],
        ['11-20 00:00', '11-20 12:00'],
      ],
      '2026-11-24T22:00:00+08:00',
    ],
    ['a request before shipping', [['11-10 11:00', '11-10 20:00']], '2026-11-21T10:00:00+08:00'],
    [
      'a request that was open when the goods were shipped',
      [['11-11 00:00', '11-12 10:00']],
      '2026-11-22T10:00:00+08:00',
    ],
  ])('runs on with the time left after %s', (_, requests, due) => {
    const events = requests.flatMap(([from = '', to = '']) => [event('refund.applied', from), event('withdrawn', to)]);
    expect(dueOf(statusAt('11-21 09:00', buyers([PAID, SHIPPED, ...events], REFUND)), RULE)).toBe(due);
  });

  it('is not shown after a refund of unknown extent, nor after a whole one', () => {
    const events = [PAID, SHIPPED, event('refund.applied', '11-13 10:00'), event('refund.agreed', '11-14 10:00')];
    for (const amounts of [{}, { paidAmount: '10.00', refundAmount: '10.00' }]) {
      const status = statusAt('11-14 12:00', buyers(events, { ...REFUND, ...amounts }));
      expect(dueOf(status, RULE)).toBeUndefined();
      expect(ids(status.warnings)).not.toContain('order.autoconfirm.paused');
    }
  });

  it('runs on after a refund of a part', () => {
    const events = [PAID, SHIPPED, event('refund.applied', '11-13 10:00'), event('refund.agreed', '11-14 10:00')];
    const status = statusAt('11-14 12:00', buyers(events, { ...REFUND, paidAmount: '10.00', refundAmount: '3.5' }));
    expect(dueOf(status, RULE)).toBe('2026-11-22T10:00:00+08:00');
  });

  it('is not shown after the platform has decided', () => {
    const events = [
      PAID,
      SHIPPED,
      event('refund.applied', '11-13 10:00'),
      event('intervention.requested', '11-14 10:00'),
      event('intervention.decided', '11-15 10:00', { outcome: 'supportSeller' }),
    ];
    expect(dueOf(statusAt('11-16 12:00', buyers(events, REFUND)), RULE)).toBeUndefined();
  });

  it('takes the earliest possible end of a request whose end is not on record', () => {
    const events = [
      PAID,
      SHIPPED,
      event('refund.applied', '11-12 10:00'),
      event('refund.refused', '11-13 10:00'),
      event('refund.applied', '11-25 10:00'),
      event('withdrawn', '11-26 10:00'),
    ];
    // One day used, closed by itself on 11-20 at 10:00, five days until the second request, one day of pause.
    const status = statusAt('11-26 12:00', buyers(events, REFUND));
    expect(lines(status)).toEqual([`${RULE} buyer 2026-11-30T10:00 estimate`]);
  });
});

describe('pauses, for any sequence of them', () => {
  const gaps = fc.array(
    fc.record({ before: fc.integer({ min: 0, max: 200 }), length: fc.integer({ min: 0, max: 200 }) }),
    { maxLength: 6 },
  );
  const pausesFrom = (list: { before: number; length: number }[]): Pause[] => {
    let clock = 0;
    return list.map(({ before, length }) => {
      const from = clock + before * HOUR_MS;
      clock = from + length * HOUR_MS;
      return { from, to: clock, isInferred: false, resumes: true };
    });
  };

  it('the clock runs exactly its own length outside the pauses', () => {
    fc.assert(
      fc.property(gaps, (list) => {
        const pauses = pausesFrom(list);
        const result = withPauses(10 * DAY_MS, pauses);
        if (result.state !== 'running') return false;
        const paused = pauses
          .filter(({ from }) => from < result.due)
          .reduce((sum, { from, to }) => sum + (to ?? 0) - from, 0);
        return result.due - paused === 10 * DAY_MS;
      }),
    );
  });

  it('an open pause keeps the rest of the clock', () => {
    fc.assert(
      fc.property(gaps, fc.integer({ min: 0, max: 100 }), (list, after) => {
        const pauses = pausesFrom(list);
        const running = withPauses(10 * DAY_MS, pauses);
        if (running.state !== 'running') return false;
        const from = Math.max(...pauses.map(({ to }) => to ?? 0), 0) + after * HOUR_MS;
        const result = withPauses(10 * DAY_MS, [...pauses, { from, to: null, isInferred: false, resumes: false }]);
        if (from >= running.due) return result.state === 'running' && result.due === running.due;
        return result.state === 'paused' && result.remainingMs === running.due - from;
      }),
    );
  });
});
