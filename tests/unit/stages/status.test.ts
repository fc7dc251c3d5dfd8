import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageStage } from '../../../lib/marketplaces/types.ts';
import { REFUND_TYPES } from '../../../lib/marketplaces/types.ts';
import { formatIso } from '../../../lib/shared/time.ts';
import { type CaseInput, computeStatus, EVENT_TYPES, toJson } from '../../../lib/stages/index.ts';
import { GOODS, OUTCOMES, PROCEDURES } from '../../../lib/stages/types.ts';
import { at, buyers, event, ids, lines, PAID, SHIPPED, SIGNED, stageOf, statusAt } from './helpers.ts';

const APPLIED = event('refund.applied', '11-15 09:00');
const REFUND = { refundType: 'refundOnly', goods: 'shipped' } as const;

describe('events', () => {
  it('are sorted by time', () => {
    const events = [event('refund.refused', '11-16 09:00'), SHIPPED, APPLIED, PAID];
    expect(stageOf(statusAt('11-16 10:00', buyers(events, REFUND)))).toBe('refundOnly SELLER_REFUSE_BUYER buyer');
  });

  it('of one instant keep their order', () => {
    const refused = event('refund.refused', '11-15 09:00');
    expect(stageOf(statusAt('11-16 10:00', buyers([APPLIED, refused], REFUND)))).toBe(
      'refundOnly SELLER_REFUSE_BUYER buyer',
    );
    expect(stageOf(statusAt('11-16 10:00', buyers([refused, APPLIED], REFUND)))).toBe(
      'refundOnly WAIT_SELLER_AGREE seller',
    );
  });

  it('after now do not count and are reported; an event at now counts', () => {
    const events = [SHIPPED, APPLIED, event('refund.refused', '11-16 09:00')];
    const before = statusAt('11-16 08:59', buyers(events, REFUND));
    expect(stageOf(before)).toBe('refundOnly WAIT_SELLER_AGREE seller');
    expect(ids(before.warnings)).toContain('event.future');
    expect(stageOf(statusAt('11-16 09:00', buyers(events, REFUND)))).toBe('refundOnly SELLER_REFUSE_BUYER buyer');
  });

  it('with a time that names no zone or does not exist are reported, the others count', () => {
    const bad = [
      { type: 'refund.refused', at: '2026-11-16 09:00' } as const,
      { type: 'refund.refused', at: '' } as const,
    ];
    const status = statusAt('11-17 10:00', buyers([SHIPPED, APPLIED, ...bad], REFUND));
    expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
    expect(ids(status.warnings).filter((id) => id === 'event.time')).toHaveLength(2);
  });

  it('that are there twice, word for word, count once and are reported', () => {
    const filed = event('12315.filed', '11-16 09:00');
    const status = statusAt('11-17 10:00', buyers([SHIPPED, APPLIED, filed, { ...filed }], REFUND));
    expect(ids(status.warnings).filter((id) => id === 'event.repeated')).toHaveLength(1);
    expect(ids(status.warnings)).not.toContain('authority.duplicate');
    expect(ids(statusAt('11-17 10:00', buyers([filed])).warnings)).not.toContain('event.repeated');
  });

  it('that fit nowhere are reported', () => {
    const status = statusAt(
      '11-17 10:00',
      buyers([SHIPPED, APPLIED, event('exchange.reshipped', '11-16 09:00')], REFUND),
    );
    expect(ids(status.warnings)).toContain('event.unexpected');
    expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
  });

  it('none at all: nothing is claimed', () => {
    const status = statusAt('11-17 10:00', buyers([]));
    expect(stageOf(status)).toBe('order NONE none');
    expect(status).toMatchObject({ deadlines: [], next: [], machines: [] });
    expect(ids(status.warnings)).toEqual(['events.none']);
  });
});

describe('missing facts', () => {
  it('no time of payment: the request keeps its clock, and the gap is named', () => {
    const events = [event('order.created', '11-10 10:00'), APPLIED];
    const status = statusAt('11-15 10:00', buyers(events, { refundType: 'refundOnly', goods: 'unshipped' }));
    expect(lines(status)).toEqual(['RF.unshipped.seller seller 2026-11-16T09:00 rule']);
    expect(ids(status.warnings)).toContain('order.paid.missing');
    expect(status.machines[0]).toMatchObject({ machine: 'order', stage: 'PAID', enteredAt: null });
  });

  it('are named only where they keep a clock from being shown', () => {
    const open = statusAt('11-15 10:00', buyers([APPLIED], REFUND));
    expect(open.machines[0]).toMatchObject({ machine: 'order', stage: 'SHIPPED', enteredAt: null });
    expect(ids(open.warnings)).toEqual([]);
    const closed = statusAt('11-16 10:00', buyers([APPLIED, event('withdrawn', '11-16 09:00')], REFUND));
    expect(ids(closed.warnings)).toEqual(['order.shipped.missing']);
    const refunded = statusAt('11-16 10:00', buyers([APPLIED, event('refund.agreed', '11-16 09:00')], REFUND));
    expect(ids(refunded.warnings)).toEqual([]);
  });

  it('no marketplace: Taobao’s rules as estimates', () => {
    const status = statusAt('11-15 10:00', buyers([SHIPPED, APPLIED], { ...REFUND, marketplace: null }));
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-17T09:00 estimate']);
    expect(ids(status.warnings)).toContain('marketplace.missing');
  });

  it('another marketplace: only the law, and the page', () => {
    const input = buyers([PAID, SHIPPED, SIGNED, APPLIED], { ...REFUND, marketplace: 'jd' });
    const status = statusAt('11-15 10:00', input);
    expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
    expect(lines(status)).toEqual(['LW.7d.notice buyer 2026-11-22T00:00 rule']);
    expect(ids(status.warnings)).toContain('marketplace.noRules');
    const countdown = { endsAt: at('11-16 12:00'), text: '', action: '' };
    const page = { pageKind: 'refundDetail', seenAt: at('11-15 09:30'), countdown } as const;
    expect(lines(statusAt('11-15 10:00', { ...input, page }))[0]).toBe(
      'RF.shipped.seller seller 2026-11-16T12:00 page',
    );
  });

  it.each(['1688', 'jd', 'pdd', 'xianyu'] as const)('%s: nothing of Taobao’s rules is claimed', (marketplace) => {
    const stages = ['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER', 'WAIT_BUYER_RETURN_GOODS', 'WAIT_SELLER_CONFIRM_GOODS'];
    const countdown = { endsAt: at('11-16 12:00'), text: '还剩 1天2小时0分', action: '' };
    for (const stage of [...stages, 'INTERVENTION'] as PageStage[]) {
      const page = { pageKind: 'refundDetail', seenAt: at('11-15 09:30'), stage, countdown } as const;
      for (const time of ['11-15 10:00', '11-17 10:00']) {
        const status = statusAt(time, buyers([PAID, SHIPPED, APPLIED], { ...REFUND, marketplace, page }));
        expect(status.deadlines.map(({ basis }) => basis)).toEqual(['page']);
        expect(status.deadlines[0]?.onTimeout.zh).toBe('后果以页面写的为准');
        expect(JSON.stringify(status)).not.toMatch(/淘宝|天猫|自动退款|自动确认|旺旺|小二/u);
      }
    }
  });

  it('no role: what either party must do is not rolled over', () => {
    const events = [event('court.judged', '09-17 10:00')];
    const status = statusAt('10-03 00:00', buyers(events, { role: 'unknown' }));
    expect(status.deadlines).toMatchObject([{ id: 'CT.appeal', lastDay: '2026-10-02', overdue: true }]);
  });

  it('no role: the buyer’s steps, and a warning', () => {
    const status = statusAt('11-15 10:00', buyers([SHIPPED, APPLIED], { ...REFUND, role: 'unknown' }));
    expect(ids(status.next)).toContain('request.waitSeller');
    expect(ids(status.warnings)).toContain('role.missing');
  });
});

describe('deadlines', () => {
  it('of all running machines are listed, only the headline’s clock is primary', () => {
    const events = [
      PAID,
      SHIPPED,
      SIGNED,
      APPLIED,
      event('complaint.filed', '11-15 10:00'),
      event('report.filed', '11-15 11:00'),
    ];
    const status = statusAt('11-15 12:00', buyers(events, REFUND));
    expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
    expect(lines(status)).toEqual([
      'RF.shipped.seller seller 2026-11-17T09:00 rule',
      'CP.seller_answer seller 2026-11-18T10:00 estimate',
      'TB.ord.7d buyer 2026-11-22T00:00 rule',
      'LW.report.verify authority 2026-12-05T00:00 rule',
    ]);
    expect(status.deadlines.filter(({ primary }) => primary).map(({ id }) => id)).toEqual(['RF.shipped.seller']);
  });
});

describe('deadlines of one instant', () => {
  it('begin with the headline’s', () => {
    const events = [event('report.filed', '11-06 10:00'), event('court.filed', '11-20 10:00')];
    expect(lines(statusAt('11-21 10:00', buyers(events)))).toEqual([
      'CT.file court 2026-11-28T00:00 rule',
      'LW.report.verify authority 2026-11-28T00:00 rule',
    ]);
  });
});

describe('steps', () => {
  it.each([
    ['buyer', ['capture.page', 'request.modify', 'CH.intervene', 'request.doNotConfirm']],
    ['seller', ['request.prepareProof', 'request.talkToBuyer']],
  ] as const)('are those of the %s', (role, expected) => {
    const status = statusAt(
      '11-16 10:00',
      buyers([SHIPPED, APPLIED, event('refund.refused', '11-16 09:00')], { ...REFUND, role }),
    );
    expect(ids(status.next)).toEqual(expected);
  });
});

describe('JSON', () => {
  it('is the contract: strings, ISO times with +08:00, one language', () => {
    const status = statusAt(
      '11-16 10:00',
      buyers([PAID, SHIPPED, APPLIED, event('refund.refused', '11-16 09:00')], REFUND),
    );
    const json = toJson(status, 'zh');
    expect(json).toMatchObject({ stage: 'SELLER_REFUSE_BUYER', machine: 'refundOnly', owner: 'buyer' });
    expect(json.deadlines).toEqual([
      {
        id: 'RF.refused.buyer',
        machine: 'refundOnly',
        owner: 'buyer',
        action: '修改申请、补充凭证，或要求客服介入',
        due: '2026-11-23T09:00:00+08:00',
        lastDay: null,
        basis: 'rule',
        provisional: false,
        source: '参考：关于《天猫交易时效规定》的报道',
        onTimeout: '退款申请关闭，交易继续，自动确认收货恢复计时',
        note: '数字来自2018年的天猫文本',
        confidence: 'V2',
        overdue: false,
        overdueAfter: '2026-11-23T09:00:00+08:00',
      },
    ]);
    expect(toJson(status, 'en').deadlines[0]?.action).toBe(
      'change the request, add proof, or ask the platform to step in',
    );
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
  });
});

describe('any case whatever', () => {
  const instant = fc.integer({ min: Date.parse('2022-01-01T00:00:00Z'), max: Date.parse('2028-01-01T00:00:00Z') });
  const moment = instant.map(formatIso);
  const anyEvent = fc.record(
    {
      type: fc.constantFrom(...EVENT_TYPES),
      at: moment,
      by: fc.constantFrom('buyer' as const, 'seller' as const),
      outcome: fc.constantFrom(...OUTCOMES),
      of: fc.constantFrom(...PROCEDURES),
      refundType: fc.constantFrom(...REFUND_TYPES),
    },
    { requiredKeys: ['type', 'at'] },
  );
  const anyCase = fc.record(
    {
      marketplace: fc.constantFrom('taobao' as const, 'tmall' as const, 'jd' as const, null),
      role: fc.constantFrom('buyer' as const, 'seller' as const, 'unknown' as const),
      events: fc.array(anyEvent, { maxLength: 12 }),
      refundType: fc.constantFrom(...REFUND_TYPES),
      goods: fc.constantFrom(...GOODS),
      page: fc.record({
        pageKind: fc.constantFrom('refundDetail' as const, 'orderDetail' as const, 'complaintDetail' as const),
        seenAt: moment,
        stage: fc.constantFrom('SUCCESS' as const, 'EVIDENCE' as const, 'WAIT_BUYER_RETURN_GOODS' as const),
        countdown: fc.record({ endsAt: moment, text: fc.constant(''), action: fc.constant('') }),
      }),
    },
    { requiredKeys: ['marketplace', 'role', 'events'] },
  ) as fc.Arbitrary<CaseInput>;

  it('gives sorted deadlines, at most one primary, none overdue before its due, and never throws', () => {
    fc.assert(
      fc.property(anyCase, instant, (input, now) => {
        const status = computeStatus(input, now);
        const dues = status.deadlines.map(({ due }) => due);
        expect(dues).toEqual([...dues].sort((left, right) => left - right));
        expect(status.deadlines.filter(({ primary }) => primary).length).toBeLessThanOrEqual(1);
        for (const { due, overdue, overdueAfter } of status.deadlines) {
          expect(overdueAfter).toBeGreaterThanOrEqual(due);
          expect(overdue).toBe(now >= overdueAfter);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('is the same whatever the order of events at different times', () => {
    fc.assert(
      fc.property(anyCase, instant, (input, now) => {
        const distinct = input.events.filter(
          (one, index) => input.events.findIndex(({ at: other }) => other === one.at) === index,
        );
        const forwards = computeStatus({ ...input, events: distinct }, now);
        const backwards = computeStatus({ ...input, events: [...distinct].reverse() }, now);
        const withoutNotes = ({ warnings: _, ...rest }: typeof forwards) => rest;
        expect(withoutNotes(backwards)).toEqual(withoutNotes(forwards));
      }),
      { numRuns: 200 },
    );
  });

  it('what is due does not change while nothing happens and nothing passes', () => {
    fc.assert(
      fc.property(anyCase, instant, (input, now) => {
        const next = now + 1000;
        const before = computeStatus(input, now);
        const isQuiet =
          input.events.every(({ at: time }) => Date.parse(time) <= now || Date.parse(time) > next) &&
          before.deadlines.every(({ due, overdueAfter }) =>
            [due, overdueAfter].every((end) => end <= now || end > next),
          );
        fc.pre(isQuiet && (!input.page?.seenAt || Date.parse(input.page.seenAt) <= now));
        expect(lines(computeStatus(input, next))).toEqual(lines(before));
      }),
      { numRuns: 200 },
    );
  });
});
