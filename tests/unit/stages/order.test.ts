import { describe, expect, it } from 'vitest';
import type { CaseEvent, Delivery } from '../../../lib/stages/index.ts';
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

const CREATED = event('order.created', '11-10 09:58');
const COMPLETED = event('order.completed', '11-18 20:00');

describe('order', () => {
  it.each<[string, CaseEvent[], string, string[]]>([
    ['created', [CREATED], 'order UNPAID buyer', []],
    ['paid', [CREATED, PAID], 'order PAID seller', ['TB.ord.ship seller 2026-11-12T10:00 rule']],
    [
      'shipped',
      [CREATED, PAID, SHIPPED],
      'order SHIPPED buyer',
      ['TB.ord.fake seller 2026-11-12T10:00 rule', 'TB.ord.autoconfirm.express buyer 2026-11-21T10:00 rule'],
    ],
  ])('%s', (_, events, stage, expected) => {
    for (const input of [buyers(events), sellers(events)]) {
      const status = statusAt('11-11 11:00', input);
      expect(stageOf(status)).toBe(stage);
      expect(lines(status)).toEqual(expected);
    }
  });

  it('signed: the seven days of return run beside auto-confirm', () => {
    const status = statusAt('11-15 08:00', buyers([PAID, SHIPPED, SIGNED]));
    expect(stageOf(status)).toBe('order SHIPPED buyer');
    expect(lines(status)).toEqual([
      'TB.ord.autoconfirm.express buyer 2026-11-21T10:00 rule',
      'TB.ord.7d buyer 2026-11-22T00:00 rule',
    ]);
    expect(deadline(status, 'TB.ord.7d')?.lastDay).toBe('2026-11-21');
  });

  it('signed at 14:30 on 20 November: the seven days end on 28 November at 00:00', () => {
    const status = statusAt('11-21 08:00', buyers([event('order.signed', '11-20 14:30')]));
    expect(dueOf(status, 'TB.ord.7d')).toBe('2026-11-28T00:00:00+08:00');
  });

  it('does not offer the seven days where they are known not to apply, nor when they are over', () => {
    const events = [PAID, SHIPPED, SIGNED];
    expect(dueOf(statusAt('11-15 08:00', buyers(events, { sevenDayReturn: false })), 'TB.ord.7d')).toBeUndefined();
    expect(dueOf(statusAt('11-22 00:00', buyers(events)), 'TB.ord.7d')).toBeUndefined();
    expect(dueOf(statusAt('11-21 23:59', buyers(events)), 'TB.ord.7d')).toBe('2026-11-22T00:00:00+08:00');
  });

  it.each([
    ['jd', undefined, true],
    ['pdd', undefined, true],
    // A wholesale site, and one where mostly private people sell: only when the page says so.
    ['1688', undefined, false],
    ['xianyu', undefined, false],
    ['1688', true, true],
    ['1688', false, false],
  ] as const)(
    '%s, seven days %s on the page: the law’s seven days are shown: %s',
    (marketplace, sevenDayReturn, shown) => {
      const extra = { marketplace, ...(sevenDayReturn === undefined ? {} : { sevenDayReturn }) };
      const status = statusAt('11-15 08:00', buyers([PAID, SHIPPED, SIGNED], extra));
      expect(dueOf(status, 'LW.7d.notice')).toBe(shown ? '2026-11-22T00:00:00+08:00' : undefined);
    },
  );

  it.each<[Delivery, string, string]>([
    ['express', 'TB.ord.autoconfirm.express', '2026-11-21T10:00:00+08:00'],
    ['post', 'TB.ord.autoconfirm.post', '2026-12-11T10:00:00+08:00'],
    ['overseas', 'TB.ord.autoconfirm.overseas', '2026-12-01T10:00:00+08:00'],
    ['autoRecharge', 'TB.ord.autoconfirm.virtual', '2026-11-11T10:00:00+08:00'],
    ['autoDelivery', 'TB.ord.autoconfirm.virtual', '2026-11-12T10:00:00+08:00'],
    ['virtual', 'TB.ord.autoconfirm.virtual', '2026-11-14T10:00:00+08:00'],
  ])('sent by %s is confirmed by %s', (delivery, id, due) => {
    expect(dueOf(statusAt('11-11 10:00', buyers([PAID, SHIPPED], { delivery })), id)).toBe(due);
  });

  it('completed: 15 days for after-sales, reviews and complaints, the last two for the buyer only', () => {
    const events = [PAID, SHIPPED, SIGNED, COMPLETED];
    const status = statusAt('11-23 08:00', buyers(events));
    expect(stageOf(status)).toBe('order SUCCESS buyer');
    expect(lines(status)).toEqual([
      'TB.ord.aftersale_window buyer 2026-12-03T20:00 rule',
      'CP.description buyer 2026-12-03T20:00 rule',
      'TB.ord.review_window buyer 2026-12-03T20:00 rule',
    ]);
    expect(lines(statusAt('11-23 08:00', sellers(events)))).toEqual([
      'TB.ord.aftersale_window buyer 2026-12-03T20:00 rule',
    ]);
  });

  it('after the window the platform is over and 12315 and the court remain', () => {
    const events = [PAID, SHIPPED, SIGNED, COMPLETED];
    const status = statusAt('12-03 20:00', buyers(events));
    expect(stageOf(status)).toBe('order EXPIRED_PLATFORM none');
    expect(lines(status)).toEqual([
      'LW.comp.limit buyer 2029-11-15T00:00 rule',
      'CT.limit buyer 2029-11-15T00:00 rule',
    ]);
    expect(ids(status.warnings)).toContain('platform.expired');
    expect(ids(status.next)).toEqual(['order.exception', 'CH.12315.web', 'CH.court', 'CH.seller']);
    expect(stageOf(statusAt('12-03 19:59', buyers(events)))).toBe('order SUCCESS buyer');
  });

  it('not shipped in time: stays PAID, is overdue and shows the 72 hours to 缺货', () => {
    const status = statusAt('11-13 09:00', buyers([PAID]));
    expect(stageOf(status)).toBe('order PAID seller');
    expect(lines(status)).toEqual([
      'TB.ord.ship seller 2026-11-12T10:00 rule !',
      'TB.ord.oos seller 2026-11-15T10:00 rule',
    ]);
    expect(ids(status.warnings)).toContain('overdue.TB.ord.ship');
    expect(ids(status.next)[0]).toBe('page.reload');
  });

  it('a shipping time shown on the page goes before the 48 hours', () => {
    const status = statusAt('11-13 09:00', buyers([PAID], { shipBy: '2026-11-20T23:59:59+08:00' }));
    expect(lines(status)).toEqual(['TB.ord.ship seller 2026-11-20T23:59 page']);
  });

  it('auto-confirm passed without news: stays SHIPPED and says what the platform has probably done', () => {
    const status = statusAt('11-22 10:00', buyers([PAID, SHIPPED]));
    expect(stageOf(status)).toBe('order SHIPPED buyer');
    expect(lines(status)).toEqual([
      'TB.ord.autoconfirm.express buyer 2026-11-21T10:00 rule !',
      'TB.ord.aftersale_window buyer 2026-12-06T10:00 estimate',
    ]);
    const warning = status.warnings.find(({ id }) => id === 'overdue.TB.ord.autoconfirm.express');
    expect(warning?.text.zh).toContain('平台很可能已按规则处理：系统自动确认收货');
    expect(warning?.text.zh).toContain('（推算：2026-11-21 10:00:00）已过');
    expect(warning?.text.zh).toContain('请刷新页面');
  });

  it('needs no complete history', () => {
    expect(stageOf(statusAt('11-15 08:00', buyers([SHIPPED])))).toBe('order SHIPPED buyer');
    const signedOnly = statusAt('11-15 08:00', buyers([SIGNED]));
    expect(stageOf(signedOnly)).toBe('order SHIPPED buyer');
    expect(dueOf(signedOnly, 'TB.ord.autoconfirm.express')).toBeUndefined();
    expect(ids(signedOnly.warnings)).toContain('order.shipped.missing');
  });

  it('a parcel that is already signed needs no pick-up record', () => {
    const events = [PAID, SHIPPED, event('order.signed', '11-11 18:00')];
    expect(ids(statusAt('11-11 20:00', buyers(events)).deadlines)).toEqual(['TB.ord.7d', 'TB.ord.autoconfirm.express']);
  });

  it('a refund of unknown extent does not close the order, but nothing has to be shipped any more', () => {
    const events = [PAID, event('refund.applied', '11-11 10:00'), event('refund.agreed', '11-11 12:00')];
    const status = statusAt('11-14 10:00', buyers(events, { refundType: 'refundOnly', goods: 'unshipped' }));
    expect(status.machines.map(({ machine, stage }) => `${machine} ${stage}`)).toEqual([
      'order PAID',
      'refundOnly SUCCESS',
    ]);
    expect(lines(status)).toEqual([]);
    const part = { refundType: 'refundOnly', goods: 'unshipped', paidAmount: '9.00', refundAmount: '1.00' } as const;
    expect(lines(statusAt('11-12 09:00', buyers(events, part)))).toEqual(['TB.ord.ship seller 2026-11-12T10:00 rule']);
  });

  it('a full refund after success leaves the trade a success', () => {
    const events = [
      PAID,
      SHIPPED,
      COMPLETED,
      event('refund.applied', '11-19 10:00'),
      event('refund.agreed', '11-19 12:00'),
    ];
    const input = buyers(events, { refundType: 'refundOnly', paidAmount: '9.00', refundAmount: '9.00' });
    expect(statusAt('11-20 10:00', input).machines[0]).toMatchObject({ machine: 'order', stage: 'SUCCESS' });
  });

  it('a full refund closes the order; late shipping can still be complained about for 15 days', () => {
    const amounts = {
      paidAmount: '70.60',
      refundAmount: '70.60',
      refundType: 'refundOnly',
      goods: 'unshipped',
    } as const;
    const events = [PAID, event('refund.applied', '11-13 10:00'), event('refund.agreed', '11-13 12:00')];
    const status = statusAt('11-14 10:00', buyers(events, amounts));
    expect(status.machines.map(({ machine, stage }) => `${machine} ${stage}`)).toEqual([
      'order CLOSED',
      'refundOnly SUCCESS',
    ]);
    expect(stageOf(status)).toBe('refundOnly SUCCESS none');
    expect(lines(status)).toEqual(['CP.delivery buyer 2026-11-28T12:00 rule']);
    const inTime = [PAID, event('refund.applied', '11-11 10:00'), event('refund.agreed', '11-11 12:00')];
    expect(lines(statusAt('11-14 10:00', buyers(inTime, amounts)))).toEqual([]);
  });
});
