import { describe, expect, it } from 'vitest';
import { asOwnPage, pagesOfRows } from '../../../lib/cases/list/list-rows.ts';
import { viewCase } from '../../../lib/cases/view.ts';
import type { Facts, ListedRefund } from '../../../lib/marketplaces/types.ts';
import { formatIso, HOUR_MS } from '../../../lib/shared/time.ts';
import { recordPage, visitsOf } from '../../../lib/storage/cases.ts';
import { countKnownRows, recordRows } from '../../../lib/storage/list-rows.ts';
import { rememberTab } from '../../../lib/storage/tabs.ts';
import {
  NOW,
  ORDER_NO,
  OTHER_ORDER_NO,
  OTHER_REFUND_NO,
  REFUND_NO,
  reading,
  refundPage,
  seen,
} from '../cases/pages.ts';
import { testDb } from './database.ts';

const LIST = 'https://qn.taobao.com/home.htm/trade-platform/refund-list';

function refund(refundNo: string, change: Partial<ListedRefund> = {}): ListedRefund {
  return {
    refundNo,
    orderNo: ORDER_NO,
    refundStatus: '等待卖家处理',
    refundType: 'refundOnly',
    refundAmount: '7.04',
    links: {},
    ...change,
  };
}

const list = (facts: Facts, seenAt = NOW) =>
  seen(reading({ pageKind: facts.orders ? 'orderList' : 'refundList', role: 'seller', facts }), seenAt, LIST);

describe('the rows of a list', () => {
  it('say what the row says, with where it was read', () => {
    const [row] = pagesOfRows(list({ refunds: [refund(REFUND_NO)] }));
    expect(row?.reading).toMatchObject({
      pageKind: 'refundList',
      role: 'seller',
      facts: { refundNo: REFUND_NO, orderNo: ORDER_NO, refundAmount: '7.04', stage: 'WAIT_SELLER_AGREE' },
      source: { refundNo: 'label', refundAmount: 'label' },
      text: { refundAmount: '7.04' },
    });
    expect(row?.reading.facts).not.toHaveProperty('links');
    expect(row && asOwnPage(row.reading).pageKind).toBe('refundDetail');
  });

  it('of an order name its items and their numbers', () => {
    const items = [{ title: '测试杯', subOrderNo: '9000000000000012346' }];
    const [row] = pagesOfRows(list({ orders: [{ orderNo: ORDER_NO, orderStatus: '买家已付款', items, links: {} }] }));
    expect(row?.reading.facts).toMatchObject({ items, subOrderNos: ['9000000000000012346'], stage: 'PAID' });
    expect(pagesOfRows(list({}))).toEqual([]);
  });

  it('are those of lists only: a chat that names an order says nothing about it', () => {
    const orders = [{ orderNo: ORDER_NO, items: [], links: {} }];
    expect(pagesOfRows(seen(reading({ pageKind: 'chat', facts: { orders } })))).toEqual([]);
  });
});

describe('keeping a whole list', () => {
  it('makes every row a case, those of one order too, and none twice', async () => {
    const db = testDb();
    const page = list({ refunds: [refund(REFUND_NO), refund(OTHER_REFUND_NO), refund('9000000000000067892')] });
    await recordPage(db, seen(refundPage({ refundAmount: '7.04' }, { role: 'seller' })));
    expect(await countKnownRows(db, page)).toBe(1);
    expect(await recordRows(db, page, { keep: true })).toEqual({ opened: 2, known: 1 });
    expect(await recordRows(db, page, { keep: true })).toEqual({ opened: 0, known: 3 });
    const cases = await db.cases.toArray();
    expect(cases.map(({ facts }) => facts.refundNo).sort()).toEqual([
      REFUND_NO,
      OTHER_REFUND_NO,
      '9000000000000067892',
    ]);
    expect(cases.every(({ role }) => role === 'seller')).toBe(true);
    expect(await countKnownRows(db, page)).toBe(3);
  });

  it('gives each case its stage, whose turn it is, and the page in its history', async () => {
    const db = testDb();
    await recordRows(db, list({ refunds: [refund(REFUND_NO, { refundStatus: '卖家已拒绝退款' })] }), { keep: true });
    const [known] = await db.cases.toArray();
    expect(known && viewCase(known, NOW)).toMatchObject({
      turn: 'theirs',
      status: { stage: 'SELLER_REFUSE_BUYER', machine: 'refundOnly' },
    });
    const visits = await visitsOf(db, known?.id ?? '');
    expect(visits.map(({ url, reading: page }) => [url, page.facts.refundStatus])).toEqual([[LIST, '卖家已拒绝退款']]);
  });

  it('is all or nothing', async () => {
    const db = testDb();
    const page = list({ refunds: [refund(REFUND_NO), refund(OTHER_REFUND_NO)] });
    db.visits.hook('creating', (_key, visit) => {
      if (visit.reading.facts.refundNo === OTHER_REFUND_NO) throw new Error('full');
    });
    await expect(recordRows(db, page, { keep: true })).rejects.toThrow('full');
    expect([await db.cases.count(), await db.visits.count()]).toEqual([0, 0]);
  });
});

describe('a list that is looked at', () => {
  const countdown = { endsAt: formatIso(NOW + 30 * HOUR_MS), text: '还剩', action: '' };
  const opened = async (db: ReturnType<typeof testDb>) =>
    recordPage(db, seen(refundPage({ stage: 'WAIT_SELLER_AGREE', countdown }, { role: 'seller' }), NOW - HOUR_MS));

  it('opens no case, and tells those that are there what has changed', async () => {
    const db = testDb();
    const known = await opened(db);
    const refunds = [refund(REFUND_NO, { refundStatus: '卖家已拒绝退款' }), refund(OTHER_REFUND_NO)];
    const tab = await rememberTab(db, 7, list({ refunds }));
    expect(tab.caseId).toBeNull();
    expect(await db.cases.count()).toBe(1);
    const now = await db.cases.get(known?.id ?? '');
    expect(now?.clocks.refund).toMatchObject({ stage: 'SELLER_REFUSE_BUYER', countdown: null, seenAt: NOW });
    expect(
      await db.visits
        .where('caseId')
        .equals(known?.id ?? '')
        .count(),
    ).toBe(2);
  });

  it('leaves the countdown of the page alone while the status is the same', async () => {
    const db = testDb();
    const known = await opened(db);
    await rememberTab(db, 7, list({ refunds: [refund(REFUND_NO)] }));
    const now = await db.cases.get(known?.id ?? '');
    expect(now?.clocks.refund).toEqual(known?.clocks.refund);
    expect(now?.seenAt).toBe(NOW);
  });

  it('writes only what it did not say a moment ago', async () => {
    const db = testDb();
    await recordRows(db, list({ orders: [{ orderNo: OTHER_ORDER_NO, items: [], links: {} }] }), { keep: true });
    const refunds = [refund(REFUND_NO), refund(OTHER_REFUND_NO)];
    await recordRows(db, list({ refunds }), { keep: true });
    await rememberTab(db, 7, list({ refunds }, NOW + 1));
    await rememberTab(db, 7, list({ refunds: [...refunds, refund('9000000000000067892')] }, NOW + 2));
    const seenAt = (await db.cases.toArray()).map((known) => known.seenAt - NOW);
    expect(seenAt.sort()).toEqual([0, 1, 1]);
  });
});
