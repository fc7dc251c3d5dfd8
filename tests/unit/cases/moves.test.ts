import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctCase } from '../../../lib/cases/facts/correct.ts';
import { findCaseOf, lookupKeys } from '../../../lib/cases/match.ts';
import { mergePage, openCase } from '../../../lib/cases/merge.ts';
import { divideCase, divideProblem } from '../../../lib/cases/moves/divide.ts';
import { differingFacts, joinCases, joinProblem } from '../../../lib/cases/moves/join.ts';
import { pagesOfCase, wholeOf } from '../../../lib/cases/moves/parts.ts';
import { correctionsIn, replayCase } from '../../../lib/cases/moves/replay.ts';
import { saysTheSame } from '../../../lib/cases/same.ts';
import type { Case, SeenPage, Visit } from '../../../lib/cases/types.ts';
import type { Reading } from '../../../lib/marketplaces/types.ts';
import { HOUR_MS } from '../../../lib/shared/time.ts';
import { NOW, ORDER_NO, OTHER_REFUND_NO, orderPage, REFUND_NO, refundPage, seen } from './pages.ts';

const ORDER_URL = `https://trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=${ORDER_NO}`;
const refundUrl = (number: string) => `https://refund2.taobao.com/dispute/detail.htm?disputeId=${number}`;

/** What the store keeps of pages that were looked at: the case, and a visit for each look that says something new. */
function kept(id: string, pages: readonly SeenPage[]): { known: Case; visits: Visit[] } {
  const visits: Visit[] = [];
  let known: Case | null = null;
  for (const page of pages) {
    known = known ? mergePage(known, page) : openCase(id, page);
    const last = visits.findLast(({ url }) => url === page.url);
    if (last && saysTheSame(last.reading, page.reading)) last.lastSeenAt = page.seenAt;
    else
      visits.push({
        id: `${id}-${visits.length}`,
        caseId: id,
        url: page.url,
        title: page.title,
        reading: page.reading,
        firstSeenAt: page.seenAt,
        lastSeenAt: page.seenAt,
      });
  }
  if (!known) throw new Error('No pages');
  return { known, visits };
}

const first = (facts = {}, hour = 0) =>
  seen(refundPage({ refundAmount: '7.00', ...facts }), NOW + hour * HOUR_MS, refundUrl(REFUND_NO));
const second = (facts = {}, hour = 0) =>
  seen(
    refundPage({ refundNo: OTHER_REFUND_NO, refundAmount: '9.00', ...facts }, { addressNumbers: [OTHER_REFUND_NO] }),
    NOW + hour * HOUR_MS,
    refundUrl(OTHER_REFUND_NO),
  );
const order = (facts = {}, hour = 0) =>
  seen(orderPage({ paidAmount: '35.20', ...facts }), NOW + hour * HOUR_MS, ORDER_URL);

function findFor(page: Reading, cases: readonly Case[]): string | null {
  const wanted = new Set(lookupKeys(page));
  const candidates = cases.filter(({ keys }) => keys.some((key) => wanted.has(key)));
  return findCaseOf(page, candidates)?.id ?? null;
}

const amount = fc.constantFrom('1.00', '2.00', '3.00');
const anyPage = fc.oneof(
  fc
    .record({ refundAmount: amount, refundStatus: fc.constantFrom('等待', '拒绝') })
    .map((facts) => (hour: number) => first(facts, hour)),
  fc
    .record({ paidAmount: amount, shopName: fc.constantFrom('甲', '乙') })
    .map((facts) => (hour: number) => order(facts, hour)),
);

describe('a case made anew of its visits', () => {
  it('is the one that was stored', () => {
    fc.assert(
      fc.property(fc.array(anyPage, { minLength: 1, maxLength: 12 }), (pages) => {
        const { known, visits } = kept(
          'a',
          pages.map((page, hour) => page(hour)),
        );
        expect(replayCase(known, visits, [])).toEqual(known);
      }),
    );
  });

  it('is the same with corrections, those that pages have contradicted since included', () => {
    const start = kept('a', [first(), order({}, 1)]);
    const corrected = [
      { id: 'x', fact: 'refundAmount' as const, value: '8.00', at: NOW + 2 * HOUR_MS, picked: null },
      {
        id: 'y',
        fact: 'shopName' as const,
        value: '丙',
        at: NOW + 3 * HOUR_MS,
        picked: { text: '丙', url: ORDER_URL },
      },
      { id: 'z', fact: 'stage' as const, value: 'EVIDENCE' as const, at: NOW + 4 * HOUR_MS, picked: null },
    ].reduce(correctCase, start.known);
    const later = first({ refundAmount: '7.50' }, 5);
    const known = mergePage(corrected, later);
    const visits = [...start.visits, ...kept('b', [later]).visits];
    expect(replayCase(known, visits, correctionsIn(known))).toEqual(known);
  });
});

describe('joining two cases', () => {
  const one = kept('one', [first(), order({ shopName: '甲' }, 1)]);
  const two = kept('two', [second({ refundReason: '破损' }, 2)]);
  const visits = [...one.visits, ...two.visits];
  const joined = joinCases(one.known, two.known, visits);

  it('gives the newest word on every fact, and loses none', () => {
    expect(joined).toMatchObject({
      id: 'one',
      facts: {
        refundNo: OTHER_REFUND_NO,
        refundAmount: '9.00',
        refundReason: '破损',
        shopName: '甲',
        paidAmount: '35.20',
      },
    });
    expect(differingFacts(one.known, two.known, joined)).toEqual(['refundNo', 'refundAmount']);
  });

  it('makes the pages of both find it, also the refund whose number it does not go by', () => {
    expect(findFor(first().reading, [joined])).toBe('one');
    expect(findFor(second().reading, [joined])).toBe('one');
    expect(findFor(order().reading, [joined])).toBe('one');
    const half = { ...first().reading, facts: {} };
    expect(findFor(half, [joined])).toBe('one');
  });

  it('keeps both notes, one name, all entries, and is open when one was', () => {
    const noted = { ...two.known, note: 'B', name: '退款二', closedAt: NOW };
    const both = joinCases({ ...one.known, note: 'A' }, noted, visits);
    expect(both).toMatchObject({ note: 'A\n\nB', name: '退款二', closedAt: null });
    expect(joinCases({ ...one.known, closedAt: NOW }, noted, visits).closedAt).toBe(NOW);
  });

  it('keeps what was said of the evidence of either, and loses it on no side when it is divided again', () => {
    const said = { ...two.known, disputeType: 'fake' as const, ticked: { comparison: NOW } };
    const both = joinCases({ ...one.known, goodsKind: 'jewellery', ticked: { claim: NOW } }, said, visits);
    const kept = { disputeType: 'fake', goodsKind: 'jewellery', ticked: { comparison: NOW, claim: NOW } };
    expect(both).toMatchObject(kept);
    const divided = divideCase(both, visits, wholeOf(two.known, two.visits, []), 'two');
    expect([divided?.kept, divided?.taken]).toMatchObject([kept, kept]);
  });

  it('keeps the later of two corrections of one fact', () => {
    const fact = { fact: 'refundAmount' as const, picked: null };
    const early = correctCase(one.known, { ...fact, id: 'e', value: '1.00', at: NOW + 5 * HOUR_MS });
    const late = correctCase(two.known, { ...fact, id: 'l', value: '2.00', at: NOW + 6 * HOUR_MS });
    expect(joinCases(early, late, visits).facts.refundAmount).toBe('2.00');
    expect(joinCases(late, early, visits).facts.refundAmount).toBe('2.00');
  });

  it('is refused where the user would be both sides', () => {
    expect(joinProblem(one.known, { ...two.known, role: 'seller' })).toBe('roles');
    expect(joinProblem(one.known, { ...two.known, role: 'unknown' })).toBeNull();
  });
});

describe('dividing a case', () => {
  const one = kept('one', [first(), order({}, 1)]);
  const two = kept('two', [second({ refundReason: '破损' }, 2)]);
  const visits = [...one.visits, ...two.visits];
  const NOTHING = { pages: [], captureIds: [], entryIds: [], correctionIds: [], title: '', name: null, note: '' };

  it('undoes a joining: both are as they were, and their pages find them', () => {
    const before = { ...two.known, name: '退款二', note: 'B' };
    const joined = joinCases({ ...one.known, note: 'A' }, before, visits);
    const divided = divideCase(joined, visits, wholeOf(before, two.visits, []), 'two');
    const withoutKeys = ({ keys: _keys, ...known }: Case) => known;
    expect(divided && withoutKeys(divided.kept)).toEqual(withoutKeys({ ...one.known, note: 'A' }));
    expect(divided && withoutKeys(divided.taken)).toEqual(withoutKeys(before));
    const cases = divided ? [divided.kept, divided.taken] : [];
    expect(findFor(first().reading, cases)).toBe('one');
    expect(findFor(second().reading, cases)).toBe('two');
    expect(findFor(order().reading, cases)).toBe('one');
  });

  it('a page that was taken out stays out, though its number is also the other case’s', () => {
    const known = joinCases(one.known, two.known, visits);
    const orderKey =
      pagesOfCase(visits).find(({ visits: own }) => own[0]?.reading.pageKind === 'orderDetail')?.key ?? '';
    const divided = divideCase(known, visits, { ...NOTHING, pages: [orderKey] }, 'order');
    if (!divided) throw new Error('Not divided');
    expect(divided.taken.facts).not.toHaveProperty('refundNo');
    const seenLater = mergePage(divided.kept, second({}, 9));
    expect(findFor(order().reading, [seenLater, divided.taken])).toBe('order');
  });

  it('corrections go with the page they were made of', () => {
    const known = correctCase(joinCases(one.known, two.known, visits), {
      id: 'r',
      fact: 'refundReason',
      value: '与描述不符',
      at: NOW + 5 * HOUR_MS,
      picked: null,
    });
    const divided = divideCase(known, visits, { ...NOTHING, pages: [`page:refundDetail:${OTHER_REFUND_NO}`] }, 'two');
    expect(divided?.taken.facts.refundReason).toBe('与描述不符');
    expect(divided?.kept.corrections).toEqual({});
    expect(divided?.kept.facts).not.toHaveProperty('refundReason');
  });

  it('rows of one list are told apart by their numbers', () => {
    const row = (refundNo: string) =>
      seen(
        refundPage({ refundNo }, { pageKind: 'refundList', addressNumbers: [] }),
        NOW,
        'https://refund2.taobao.com/list',
      );
    const [here, there] = [kept('one', [row(REFUND_NO)]), kept('two', [row(OTHER_REFUND_NO)])];
    const both = [...here.visits, ...there.visits];
    const joined = joinCases(here.known, there.known, both);
    const divided = divideCase(joined, both, wholeOf(there.known, there.visits, []), 'two');
    expect([divided?.kept.facts.refundNo, divided?.taken.facts.refundNo]).toEqual([REFUND_NO, OTHER_REFUND_NO]);
  });

  it.each([
    ['nothing', [], 'nothingTaken'],
    ['everything', pagesOfCase(visits).map(({ key }) => key), 'nothingLeft'],
    ['a page that is not there', ['page:refundDetail:1'], 'nothingTaken'],
  ])('takes not %s', (_what, pages, problem) => {
    expect(divideProblem(visits, pages)).toBe(problem);
    expect(divideCase(joinCases(one.known, two.known, visits), visits, { ...NOTHING, pages }, 'x')).toBeNull();
  });
});
