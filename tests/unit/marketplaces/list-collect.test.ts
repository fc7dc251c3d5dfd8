import { describe, expect, it } from 'vitest';
import type { PageAt } from '../../../lib/marketplaces/left-over.ts';
import { withEarlierRows } from '../../../lib/marketplaces/list-collect.ts';
import { NOTHING } from '../../../lib/marketplaces/nothing.ts';
import { detectPage } from '../../../lib/marketplaces/registry.ts';
import type { Facts, Reading } from '../../../lib/marketplaces/types.ts';

const LIST = 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm';

function list(facts: Facts, change: Partial<Reading> = {}, address = LIST): PageAt {
  const source = Object.fromEntries(Object.keys(facts).map((fact) => [fact, 'element' as const]));
  const missing: Reading['missing'] = facts.orders ? [] : ['orders'];
  const reading: Reading = { ...NOTHING, pageKind: 'orderList', role: 'buyer', facts, source, missing, ...change };
  return { address, page: detectPage(address), reading };
}

const orders = (...numbers: string[]): Facts => ({
  orders: numbers.map((orderNo) => ({ orderNo, items: [], links: {} })),
});

/** What is known after the page has shown one after the other. */
function collected(...pages: PageAt[]): Reading {
  let known: PageAt | null = null;
  for (const page of pages) known = { ...page, reading: withEarlierRows(known, page) };
  return known?.reading ?? NOTHING;
}

const numbersOf = ({ facts }: Reading) => facts.orders?.map(({ orderNo }) => orderNo);

describe('rows of a list that is scrolled', () => {
  it('are collected, each once, in the order in which they came', () => {
    const reading = collected(
      list(orders('901', '902', '903')),
      list(orders('902', '903', '904')),
      list(orders('905')),
    );
    expect(numbersOf(reading)).toEqual(['901', '902', '903', '904', '905']);
  });

  it('make the list partial when they were taken away: nobody knows what else is not there', () => {
    expect(collected(list(orders('901', '902')), list(orders('902', '903'))).partial).toBe(true);
    expect(collected(list(orders('901')), list(orders('901', '902'))).partial).toBe(false);
    expect(collected(list(orders('901'), { partial: true }), list(orders('901'), { partial: true })).partial).toBe(
      true,
    );
  });

  it('say what is so now', () => {
    const paid = list({ orders: [{ orderNo: '901', orderStatus: '等待卖家发货', items: [], links: {} }] });
    const shipped = list({ orders: [{ orderNo: '901', orderStatus: '卖家已发货', items: [], links: {} }] });
    expect(collected(paid, shipped, list(orders('902'))).facts.orders?.[0]).toMatchObject({
      orderStatus: '卖家已发货',
    });
  });

  it('stay while the list is empty for a moment', () => {
    const reading = collected(list(orders('901', '902')), list({}));
    expect(numbersOf(reading)).toEqual(['901', '902']);
    expect(reading).toMatchObject({ missing: [], source: { orders: 'element' }, partial: true });
  });

  it('are those of refunds and complaints, too', () => {
    const refunds = (refundNo: string) => list({ refunds: [{ refundNo, links: {} }] }, { pageKind: 'refundList' });
    expect(collected(refunds('900000000000000001'), refunds('900000000000000002')).facts.refunds).toHaveLength(2);
    const complaints = (complaintStatus: string) =>
      list({ complaints: [{ complaintStatus, links: {} }] }, { pageKind: 'complaintList' });
    expect(collected(complaints('处理中'), complaints('已完结'), complaints('处理中')).facts.complaints).toHaveLength(
      2,
    );
  });
});

describe('rows of another page', () => {
  it.each<[string, PageAt]>([
    ['at another address', list(orders('902'), {}, `${LIST}?tabCode=waitPay`)],
    ['of another kind', list(orders('902'), { pageKind: 'refundList' })],
    ['of the other side', list(orders('902'), { role: 'seller' })],
  ])('%s are not mixed in', (_name, other) => {
    expect(numbersOf(collected(list(orders('901')), other))).toEqual(['902']);
  });

  it('that is no list collects nothing', () => {
    const chat = (text: string) => list({ orders: [{ orderNo: text, items: [], links: {} }] }, { pageKind: 'chat' });
    expect(numbersOf(collected(chat('901'), chat('902')))).toEqual(['902']);
  });
});

it('a page that invents rows without end does not fill the memory', () => {
  const many = (from: number) => orders(...Array.from({ length: 700 }, (_, index) => String(from + index)));
  expect(numbersOf(collected(list(many(0)), list(many(10_000)), list(many(20_000))))).toHaveLength(1000);
});
