import { describe, expect, it } from 'vitest';
import { mergePage } from '../../../lib/cases/merge.ts';
import { stageInput, statusOf } from '../../../lib/cases/status.ts';
import type { Case } from '../../../lib/cases/types.ts';
import type { Countdown, Facts, PageEvent, Reading } from '../../../lib/marketplaces/types.ts';
import { formatIso } from '../../../lib/shared/time.ts';
import { at, caseOf, NOW, orderPage, refundPage, seen } from './pages.ts';

const APPLIED = '2026-11-21T10:00:00+08:00';
const SHIPPED: Facts = {
  createdAt: '2026-11-10T09:00:00+08:00',
  paidAt: '2026-11-10T09:01:00+08:00',
  shippedAt: '2026-11-11T09:00:00+08:00',
};

function refundCase(facts: Facts = {}, change: Partial<Reading> = {}): Case {
  return caseOf(refundPage({ refundType: 'refundOnly', refundAppliedAt: APPLIED, ...SHIPPED, ...facts }, change));
}

function clock(endsAt: string | null): Countdown {
  return { endsAt, text: '还剩', action: '' };
}

function primary(known: Case, now = NOW) {
  return statusOf(known, now).deadlines.find((deadline) => deadline.primary);
}

describe('what the stage machines are told', () => {
  it('has the times of the order and of the request as events', () => {
    const known = refundCase({ signedAt: '2026-11-14T18:00:00+08:00', completedAt: '2026-11-20T00:00:00+08:00' });
    expect(stageInput(known).events).toEqual([
      { type: 'order.created', at: SHIPPED.createdAt },
      { type: 'order.paid', at: SHIPPED.paidAt },
      { type: 'order.shipped', at: SHIPPED.shippedAt },
      { type: 'order.signed', at: '2026-11-14T18:00:00+08:00' },
      { type: 'order.completed', at: '2026-11-20T00:00:00+08:00' },
      { type: 'refund.applied', at: APPLIED, refundType: 'refundOnly' },
    ]);
  });

  it('has the dated steps of the negotiation', () => {
    const refused: PageEvent = { type: 'refund.refused', at: '2026-11-21T20:00:00+08:00' };
    expect(stageInput(refundCase({}, { events: [refused] })).events).toContainEqual(refused);
  });

  it('counts one request once, however many places date it', () => {
    const { events } = stageInput(refundCase({}, { events: [{ type: 'refund.applied', at: APPLIED }] }));
    expect(events.filter(({ type }) => type === 'refund.applied')).toHaveLength(1);
  });

  it('dates the request by the negotiation when the page does not', () => {
    const applied: PageEvent = { type: 'refund.applied', at: APPLIED };
    const known = caseOf(refundPage({ refundType: 'returnRefund' }, { events: [applied] }));
    expect(stageInput(known).events).toEqual([{ ...applied, refundType: 'returnRefund' }]);
  });

  it.each([
    ['first', APPLIED],
    ['second', '2026-11-21T15:00:00+08:00'],
  ])('knows two requests with a withdrawal between them when the page dates the %s', (_name, refundAppliedAt) => {
    const events: PageEvent[] = [
      { type: 'refund.applied', at: APPLIED },
      { type: 'withdrawn', at: '2026-11-21T12:00:00+08:00' },
      { type: 'refund.applied', at: '2026-11-21T15:00:00+08:00' },
    ];
    const known = refundCase({ refundAppliedAt }, { events });
    const applied = stageInput(known).events.filter(({ type }) => type === 'refund.applied');
    expect(applied.map((event) => event.at).sort()).toEqual([APPLIED, '2026-11-21T15:00:00+08:00']);
    expect(statusOf(known, NOW)).toMatchObject({ machine: 'refundOnly', stage: 'WAIT_SELLER_AGREE', owner: 'seller' });
  });

  it.each<[string, Facts, Reading['facts']['stage'], string | undefined]>([
    ['signed for', { signedAt: '2026-11-14T18:00:00+08:00' }, 'SHIPPED', 'received'],
    ['completed', { completedAt: '2026-11-14T18:00:00+08:00' }, undefined, 'received'],
    ['a completed order page', {}, 'SUCCESS', 'received'],
    ['a shipping time', { shippedAt: SHIPPED.shippedAt as string }, undefined, 'shipped'],
    ['a parcel number', { trackingNo: '900000000001' }, undefined, 'shipped'],
    ['an order page that says sent', {}, 'SHIPPED', 'shipped'],
    ['an order page that says paid', {}, 'PAID', 'unshipped'],
    ['an order page that says unpaid', {}, 'UNPAID', 'unshipped'],
    ['nothing', {}, undefined, undefined],
  ])('places the goods after %s', (_name, facts, stage, expected) => {
    expect(stageInput(caseOf(orderPage({ ...facts, ...(stage && { stage }) }))).goods).toBe(expected);
  });

  it('leaves out what no page has said', () => {
    expect(stageInput(caseOf(orderPage()))).toEqual({ marketplace: 'taobao', role: 'buyer', events: [] });
  });

  it('has the refund page first and the order page beside it', () => {
    const known = mergePage(
      caseOf(orderPage({ stage: 'SHIPPED', countdown: clock('2026-11-30T00:00:00+08:00') })),
      seen(refundPage({ stage: 'WAIT_SELLER_AGREE' }), NOW + 1000),
    );
    expect(stageInput(known)).toMatchObject({
      page: { pageKind: 'refundDetail', stage: 'WAIT_SELLER_AGREE', seenAt: formatIso(NOW + 1000) },
      morePages: [{ pageKind: 'orderDetail', stage: 'SHIPPED', seenAt: formatIso(NOW) }],
    });
  });
});

describe('a deadline', () => {
  it('follows the rule while the page shows no countdown', () => {
    expect(primary(refundCase())).toMatchObject({
      id: 'RF.shipped.seller',
      basis: 'rule',
      due: at('2026-11-23 10:00:00'),
    });
  });

  it('is the countdown of the page when it shows one', () => {
    const known = refundCase({ stage: 'WAIT_SELLER_AGREE', countdown: clock('2026-11-23T16:20:00+08:00') });
    expect(primary(known)).toMatchObject({ basis: 'page', due: at('2026-11-23 16:20:00') });
  });

  it('is counted from when the page was seen when the page names no end', () => {
    const countdown = { endsAt: null, remainingMs: 3_600_000, text: '还剩1小时', action: '' };
    const known = refundCase({ stage: 'WAIT_SELLER_AGREE', countdown });
    expect(primary(known)).toMatchObject({ basis: 'page', due: NOW + 3_600_000 });
  });

  it('goes back to the rule when something has happened after the page was seen', () => {
    const before = refundCase({ stage: 'WAIT_SELLER_AGREE', countdown: clock('2026-11-23T16:20:00+08:00') });
    const refused: PageEvent = { type: 'refund.refused', at: formatIso(NOW + 60_000) };
    const known = mergePage(before, seen(refundPage({}, { events: [refused] }), NOW + 120_000));
    expect(primary(known, NOW + 120_000)).toMatchObject({ owner: 'buyer', basis: 'rule' });
  });

  it('of the order stays the order page’s own beside a refund', () => {
    const order = caseOf(orderPage({ ...SHIPPED, stage: 'SHIPPED', countdown: clock('2026-11-28T00:00:00+08:00') }), {
      seenAt: at('2026-11-22 11:00:00'),
    });
    const status = statusOf(order, NOW);
    expect(status).toMatchObject({ machine: 'order', stage: 'SHIPPED' });
    expect(status.deadlines.find((deadline) => deadline.primary)).toMatchObject({
      basis: 'page',
      due: at('2026-11-28 00:00:00'),
    });
  });
});

it('shows what the page shows when no event is dated', () => {
  const known = caseOf(refundPage({ stage: 'SELLER_REFUSE_BUYER', refundType: 'refundOnly' }));
  expect(statusOf(known, NOW)).toMatchObject({ machine: 'refundOnly', stage: 'SELLER_REFUSE_BUYER', owner: 'buyer' });
});
