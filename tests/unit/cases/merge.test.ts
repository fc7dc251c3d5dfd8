import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergePage, openCase } from '../../../lib/cases/merge.ts';
import { saysTheSame } from '../../../lib/cases/same.ts';
import type { Case, SeenPage } from '../../../lib/cases/types.ts';
import { FACT_KEYS } from '../../../lib/marketplaces/schema.ts';
import type { Countdown, Facts } from '../../../lib/marketplaces/types.ts';
import { MINUTE_MS } from '../../../lib/shared/time.ts';
import { NOW, ORDER_NO, orderPage, REFUND_NO, reading, refundPage, seen } from './pages.ts';

const LATER = NOW + 60 * MINUTE_MS;

function merged(...pages: SeenPage[]): Case {
  const [first, ...others] = pages;
  if (!first) throw new RangeError('No page');
  return others.reduce(mergePage, openCase('case-1', first));
}

function countdown(endsAt: string | null, text = '还剩3天'): Countdown {
  return { endsAt, text, action: '' };
}

describe('opening a case', () => {
  it('keeps what the first page says with where and when it was read', () => {
    const known = merged(seen(refundPage({ refundAmount: '7.04' })));
    expect(known).toMatchObject({
      id: 'case-1',
      marketplace: 'taobao',
      role: 'buyer',
      keys: [`refund:${REFUND_NO}`, `order:${ORDER_NO}`],
      facts: { orderNo: ORDER_NO, refundNo: REFUND_NO, refundAmount: '7.04' },
      createdAt: NOW,
      seenAt: NOW,
    });
    expect(known.origins.refundAmount).toEqual({
      source: 'label',
      text: 'words of refundAmount',
      url: `https://refund2.taobao.com/dispute/detail.htm?disputeId=${REFUND_NO}`,
      seenAt: NOW,
    });
  });
});

describe('merging a page', () => {
  it('lets the newer page win, fact by fact', () => {
    const known = merged(
      seen(refundPage({ refundAmount: '7.04', refundReason: '质量问题' }), NOW),
      seen(refundPage({ refundAmount: '6.00' }), LATER),
    );
    expect(known.facts).toMatchObject({ refundAmount: '6.00', refundReason: '质量问题' });
    expect(known.origins.refundAmount?.seenAt).toBe(LATER);
    expect(known.origins.refundReason?.seenAt).toBe(NOW);
  });

  it('lets an older page fill gaps and nothing else', () => {
    const known = merged(
      seen(refundPage({ refundAmount: '6.00' }), LATER),
      seen(refundPage({ refundAmount: '7.04', refundReason: '质量问题' }), NOW),
    );
    expect(known.facts).toMatchObject({ refundAmount: '6.00', refundReason: '质量问题' });
    expect(known.seenAt).toBe(LATER);
  });

  it('keeps the marketplace and the role that the first page knew', () => {
    const known = merged(
      seen(orderPage({}, { role: 'unknown', marketplace: null })),
      seen(orderPage({}, { role: 'seller', marketplace: 'tmall' }), LATER),
      seen(orderPage({}, { role: 'buyer', marketplace: 'taobao' }), LATER + 1),
    );
    expect(known).toMatchObject({ role: 'seller', marketplace: 'tmall' });
  });

  it('leaves lists and conversations to their pages', () => {
    const page = orderPage({ orders: [{ orderNo: ORDER_NO, items: [], links: {} }], messages: [] });
    const { facts } = merged(seen(page), seen(page, LATER));
    expect(facts).toEqual({ orderNo: ORDER_NO });
  });

  it('does not change the case it is given', () => {
    const known = merged(seen(refundPage()));
    const before = structuredClone(known);
    mergePage(known, seen(refundPage({ refundAmount: '7.04', stage: 'REVIEW' }), LATER));
    expect(known).toEqual(before);
  });
});

const aFact = fc.constantFrom('refundAmount', 'paidAmount', 'refundReason', 'orderStatus', 'shopName', 'trackingNo');
const aLook = fc.record({
  facts: fc.dictionary(aFact, fc.string({ minLength: 1, maxLength: 3 })),
  seenAt: fc.integer({ min: NOW, max: NOW + 20 }),
  events: fc.array(
    fc.record({
      type: fc.constant('refund.refused' as const),
      at: fc.constantFrom('2026-11-20T10:00:00+08:00', '2026-11-21T10:00:00+08:00'),
    }),
  ),
});

describe('merging any pages in any order', () => {
  const pagesOf = (looks: readonly { facts: Facts; seenAt: number; events: Case['events'] }[]) =>
    looks.map(({ facts, seenAt, events }) => seen(refundPage(facts, { events }), seenAt));

  it('holds of every fact the newest value that any page has shown', () => {
    fc.assert(
      fc.property(fc.array(aLook, { minLength: 1, maxLength: 8 }), (looks) => {
        const known = merged(...pagesOf(looks));
        for (const key of FACT_KEYS) {
          const shown = looks.filter(({ facts }) => key in facts);
          const newest = shown.reduce<(typeof looks)[number] | null>(
            (best, look) => (best === null || look.seenAt >= best.seenAt ? look : best),
            null,
          );
          if (newest) expect(known.facts[key]).toEqual((newest.facts as Facts)[key]);
        }
      }),
    );
  });

  it('loses no fact and no event, repeats none, and keeps events in order of time', () => {
    fc.assert(
      fc.property(fc.array(aLook, { minLength: 1, maxLength: 8 }), (looks) => {
        const known = merged(...pagesOf(looks));
        const shown = new Set(looks.flatMap(({ facts }) => Object.keys(facts)));
        expect(Object.keys(known.facts)).toEqual(expect.arrayContaining([...shown]));
        const times = known.events.map(({ at }) => at);
        expect(times).toEqual([...new Set(looks.flatMap(({ events }) => events.map(({ at }) => at)))].sort());
      }),
    );
  });

  it('ends with the same facts whatever the order, when no two pages were seen at one moment', () => {
    const distinct = fc.uniqueArray(aLook, { selector: ({ seenAt }) => seenAt, minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(distinct, (looks) => {
        const forwards = merged(...pagesOf(looks));
        const backwards = merged(...pagesOf(looks.toReversed()));
        expect(backwards.facts).toEqual(forwards.facts);
        expect(backwards.origins).toEqual(forwards.origins);
        expect(backwards.events).toEqual(forwards.events);
        expect(backwards.seenAt).toBe(forwards.seenAt);
      }),
    );
  });
});

describe('the clock of a page', () => {
  const running = refundPage({ stage: 'WAIT_SELLER_AGREE', countdown: countdown('2026-11-25T16:20:00+08:00') });

  it('is kept for the order page and the refund page apart', () => {
    const known = merged(
      seen(orderPage({ stage: 'SHIPPED', countdown: countdown('2026-11-30T00:00:00+08:00') })),
      seen(running, LATER),
    );
    expect(known.clocks.order).toMatchObject({ pageKind: 'orderDetail', stage: 'SHIPPED', seenAt: NOW });
    expect(known.clocks.refund).toEqual({
      pageKind: 'refundDetail',
      stage: 'WAIT_SELLER_AGREE',
      countdown: countdown('2026-11-25T16:20:00+08:00'),
      seenAt: LATER,
    });
  });

  it('survives a page that is still loading', () => {
    const known = merged(seen(running), seen(refundPage(), LATER));
    expect(known.clocks.refund).toMatchObject({ stage: 'WAIT_SELLER_AGREE', seenAt: NOW });
  });

  it('ends when the page shows a state without one', () => {
    const known = merged(seen(running), seen(refundPage({ stage: 'SUCCESS' }), LATER));
    expect(known.clocks.refund).toEqual({ pageKind: 'refundDetail', stage: 'SUCCESS', countdown: null, seenAt: LATER });
  });

  it('is not set back by an older look', () => {
    const known = merged(seen(refundPage({ stage: 'SUCCESS' }), LATER), seen(running, NOW));
    expect(known.clocks.refund?.stage).toBe('SUCCESS');
  });

  it('is not taken from other kinds of pages', () => {
    const parcel = reading({ pageKind: 'logistics', facts: { stage: 'REVIEW', countdown: countdown(null) } });
    expect(merged(seen(refundPage()), seen(parcel, LATER)).clocks).toEqual({});
  });
});

describe('saysTheSame', () => {
  const page = (endsAt: string | null, text = '还剩3天', facts: Facts = {}) =>
    refundPage({ ...facts, countdown: countdown(endsAt, text) });
  const END = '2026-11-25T16:20:00+08:00';

  it.each([
    ['only the words of the clock differ', page(END), page(END, '还剩2天23时'), true],
    ['the end moves by the seconds of rounding', page(END), page('2026-11-25T16:21:30+08:00'), true],
    ['the end moves by more', page(END), page('2026-11-25T16:21:31+08:00'), false],
    ['a clock appears', refundPage(), page(END), false],
    ['a clock loses its end', page(END), page(null), false],
    ['two clocks without an end', page(null), page(null, '剩余'), true],
    ['a fact changes', page(END), page(END, '还剩3天', { refundAmount: '1.00' }), false],
    ['the state changes', page(END), page(END, '还剩3天', { stage: 'REVIEW' }), false],
    ['another page', refundPage(), orderPage(), false],
  ])('%s: %s', (_name, a, b, expected) => {
    expect(saysTheSame(a, b)).toBe(expected);
    expect(saysTheSame(b, a)).toBe(expected);
  });
});
