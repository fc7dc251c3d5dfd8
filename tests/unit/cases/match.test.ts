import { describe, expect, it } from 'vitest';
import { canOpenCase, findCaseBySubject, findCaseOf, keysOf, lookupKeys } from '../../../lib/cases/match.ts';
import { mergePage } from '../../../lib/cases/merge.ts';
import type { Case } from '../../../lib/cases/types.ts';
import type { Reading } from '../../../lib/marketplaces/types.ts';
import {
  caseOf,
  NOW,
  ORDER_NO,
  OTHER_ORDER_NO,
  OTHER_REFUND_NO,
  orderPage,
  REFUND_NO,
  reading,
  refundPage,
  seen,
} from './pages.ts';

const SUB_1 = '9000000000000020001';
const SUB_2 = '9000000000000020002';

/** What the store does: candidates are the cases that share a key with the page. */
function find(page: Reading, cases: readonly Case[]): string | null {
  const wanted = new Set(lookupKeys(page));
  const candidates = cases.filter(({ keys }) => keys.some((key) => wanted.has(key)));
  return findCaseOf(page, candidates)?.id ?? null;
}

describe('keysOf', () => {
  it('names what a page is recognised by, each number once', () => {
    const page = refundPage({ subOrderNos: [ORDER_NO, SUB_1] }, { addressNumbers: [REFUND_NO, SUB_2, ORDER_NO] });
    expect(keysOf(page)).toEqual([`refund:${REFUND_NO}`, `order:${ORDER_NO}`, `sub:${SUB_1}`, `address:${SUB_2}`]);
  });

  it('is empty for a page without numbers', () => {
    expect(keysOf(reading({ pageKind: 'product', facts: { itemId: '900000000001' } }))).toEqual([]);
  });
});

describe('finding the case of a page by its numbers', () => {
  const first = caseOf(refundPage(), { id: 'first', seenAt: NOW });
  const second = caseOf(refundPage({ refundNo: OTHER_REFUND_NO }, { addressNumbers: [OTHER_REFUND_NO] }), {
    id: 'second',
    seenAt: NOW + 1000,
  });
  const order = caseOf(orderPage({ subOrderNos: [SUB_1, SUB_2] }), { id: 'order' });

  it('keeps several refunds of one order apart', () => {
    expect(find(refundPage(), [first, second])).toBe('first');
    expect(find(refundPage({ refundNo: OTHER_REFUND_NO }), [first, second])).toBe('second');
    expect(find(refundPage({ refundNo: '9000000000000067892' }), [first, second])).toBeNull();
  });

  it('joins a refund to the case that its order page opened', () => {
    expect(find(refundPage(), [order])).toBe('order');
  });

  it('prefers the case of the refund to the case of its order', () => {
    expect(find(refundPage(), [{ ...order, seenAt: NOW + 5000 }, first])).toBe('first');
  });

  it('takes an order page to the refund that was seen last', () => {
    expect(find(orderPage(), [first, second])).toBe('second');
  });

  it('finds nothing for another order', () => {
    expect(
      find(orderPage({ orderNo: OTHER_ORDER_NO }, { addressNumbers: [OTHER_ORDER_NO] }), [first, order]),
    ).toBeNull();
  });

  it.each(['logistics', 'snapshot', 'complaintDetail'] as const)(
    'finds the case of a %s page by a sub-order in its address',
    (pageKind) => {
      expect(find(reading({ pageKind, addressNumbers: [SUB_2] }), [order, first])).toBe('order');
    },
  );

  it('recognises a number in the address whatever kind of number it turns out to be', () => {
    const early = caseOf(reading({ pageKind: 'refundDetail', addressNumbers: [SUB_1] }), { id: 'early' });
    expect(find(refundPage({}, { addressNumbers: [SUB_1] }), [early])).toBe('early');
    expect(find(orderPage({ orderNo: SUB_1 }, { addressNumbers: [] }), [early])).toBe('early');
  });

  describe('of a refund page that shows no refund number', () => {
    const nameless = (address: string, facts = {}) =>
      reading({ pageKind: 'refundDetail', addressNumbers: [address], facts: { orderNo: ORDER_NO, ...facts } });
    const ofSub1 = caseOf(nameless(SUB_1), { id: 'sub 1' });

    it('goes by the number in the address', () => {
      const ofSub2 = caseOf(nameless(SUB_2), { id: 'sub 2', seenAt: NOW + 9000 });
      expect(find(nameless(SUB_1), [ofSub1, ofSub2])).toBe('sub 1');
      expect(find(nameless(SUB_2), [ofSub1, ofSub2])).toBe('sub 2');
    });

    it('does not join the refund of another item of the order', () => {
      expect(find(nameless(SUB_2), [ofSub1])).toBeNull();
    });

    it('joins the case of the order while no refund is known', () => {
      expect(find(nameless(SUB_2), [order])).toBe('order');
    });

    it('does not open a second case while it is still loading', () => {
      const loading = reading({ pageKind: 'refundDetail', addressNumbers: [ORDER_NO] });
      expect(find(loading, [first])).toBe('first');
    });
  });
});

describe('a chat', () => {
  const known = caseOf(refundPage({ sellerNick: '测试卖家01' }), { id: 'known' });
  const sameSeller = caseOf(orderPage({ orderNo: OTHER_ORDER_NO, sellerNick: '测试卖家01' }, { addressNumbers: [] }), {
    id: 'same seller',
  });
  const chat = (facts: Reading['facts']) => reading({ pageKind: 'chat', facts });

  it('belongs to the case of the order in its list', () => {
    const page = chat({ sellerNick: '测试卖家01', orders: [{ orderNo: ORDER_NO, items: [], links: {} }] });
    expect(find(page, [known, sameSeller])).toBe('known');
  });

  it('belongs to the only case with that seller', () => {
    expect(findCaseBySubject(chat({ sellerNick: '测试卖家01' }), [known])?.id).toBe('known');
  });

  it('belongs to nobody when two cases have that seller: the user decides', () => {
    expect(findCaseBySubject(chat({ sellerNick: '测试卖家01' }), [known, sameSeller])).toBeNull();
  });

  it('belongs to nobody when its seller was not read', () => {
    expect(findCaseBySubject(chat({}), [caseOf(refundPage())])).toBeNull();
  });

  it('does not look up orders that a list page shows', () => {
    const list = reading({ pageKind: 'orderList', facts: { orders: [{ orderNo: ORDER_NO, items: [], links: {} }] } });
    expect(find(list, [known])).toBeNull();
  });
});

it('finds the case of a product page by the item', () => {
  const known = caseOf(orderPage({ items: [{ title: '测试商品', itemId: '900000000001' }] }));
  const product = (itemId: string) => reading({ pageKind: 'product', facts: { itemId } });
  expect(findCaseBySubject(product('900000000001'), [known])?.id).toBe('case-1');
  expect(findCaseBySubject(product('900000000002'), [known])).toBeNull();
});

describe('canOpenCase', () => {
  it.each([
    ['an order', orderPage(), true],
    ['a refund', refundPage(), true],
    ['a refund known by its address', reading({ pageKind: 'refundDetail', addressNumbers: [SUB_1] }), true],
    ['an order page without any number', reading({ pageKind: 'orderDetail' }), false],
    ['a chat', reading({ pageKind: 'chat', facts: { orderNo: ORDER_NO } }), false],
    ['a list', reading({ pageKind: 'orderList' }), false],
    ['no page of ours', reading(), false],
  ])('%s: %s', (_name, page, expected) => {
    expect(canOpenCase(page)).toBe(expected);
  });
});

it('finds a case under every number it has ever had', () => {
  const grown = mergePage(caseOf(reading({ pageKind: 'refundDetail', addressNumbers: [SUB_1] })), seen(refundPage()));
  for (const number of [SUB_1, REFUND_NO, ORDER_NO]) {
    expect(find(reading({ pageKind: 'logistics', addressNumbers: [number] }), [grown])).toBe('case-1');
  }
});

describe('a complaint', () => {
  const COMPLAINT_NO = '9000000000000055555';
  const complaint = (facts: Reading['facts'] = {}, addressNumbers: string[] = []) =>
    reading({ pageKind: 'complaintDetail', addressNumbers, facts: { complaintNo: COMPLAINT_NO, ...facts } });

  it('joins the case of its order, by the number on it or in its address, a sub-order’s too', () => {
    const order = caseOf(orderPage({ subOrderNos: [SUB_1] }), { id: 'order' });
    expect(find(complaint({ orderNo: ORDER_NO }), [order])).toBe('order');
    expect(find(complaint({}, [SUB_1]), [order])).toBe('order');
    expect(find(complaint({ orderNo: OTHER_ORDER_NO }), [order])).toBeNull();
  });

  it('is found by its own number from then on', () => {
    const order = mergePage(caseOf(orderPage(), { id: 'order' }), seen(complaint({ orderNo: ORDER_NO })));
    expect(order.keys).toContain(`complaint:${COMPLAINT_NO}`);
    expect(find(complaint(), [order, caseOf(refundPage(), { id: 'newer', seenAt: NOW + 1 })])).toBe('order');
  });

  it('opens a case of its own by its number; its form opens none', () => {
    expect(canOpenCase(complaint())).toBe(true);
    expect(canOpenCase(reading({ pageKind: 'complaintDetail', facts: { orderNo: ORDER_NO } }))).toBe(false);
  });
});

it('Taobao and Tmall addresses of one order come together', () => {
  const taobao = caseOf(orderPage(), { id: 'one' });
  const tmall = orderPage({}, { marketplace: 'tmall' });
  expect(find(tmall, [taobao])).toBe('one');
  expect(find(refundPage({}, { marketplace: 'tmall' }), [taobao])).toBe('one');
});
