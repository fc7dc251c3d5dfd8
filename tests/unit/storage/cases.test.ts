import { describe, expect, it } from 'vitest';
import { findStoredCase, recordPage, visitsOf } from '../../../lib/storage/cases.ts';
import {
  NOW,
  ORDER_NO,
  OTHER_ORDER_NO,
  OTHER_REFUND_NO,
  orderPage,
  REFUND_NO,
  reading,
  refundPage,
  seen,
} from '../cases/pages.ts';
import { testDb } from './database.ts';

const COUNTDOWN = { text: '还剩3天', action: '' };

describe('recording a page', () => {
  it('opens a case for a refund by itself', async () => {
    const db = testDb();
    const known = await recordPage(db, seen(refundPage()));
    expect(known?.facts.refundNo).toBe(REFUND_NO);
    expect(await db.cases.toArray()).toEqual([known]);
  });

  it('opens one for an order only when something of it is kept', async () => {
    const db = testDb();
    expect(await recordPage(db, seen(orderPage()))).toBeNull();
    expect(await db.cases.count()).toBe(0);
    expect(await recordPage(db, seen(orderPage()), { keep: true })).not.toBeNull();
    expect(await db.cases.count()).toBe(1);
  });

  it('follows an order that is kept already', async () => {
    const db = testDb();
    await recordPage(db, seen(orderPage()), { keep: true });
    const known = await recordPage(db, seen(orderPage({ orderStatus: '卖家已发货' }), NOW + 1000));
    expect(known?.facts.orderStatus).toBe('卖家已发货');
  });

  it('keeps several refunds of one order apart', async () => {
    const db = testDb();
    const first = await recordPage(db, seen(refundPage()));
    const other = refundPage({ refundNo: OTHER_REFUND_NO }, { addressNumbers: [OTHER_REFUND_NO] });
    const second = await recordPage(db, seen(other, NOW + 1));
    expect(second?.id).not.toBe(first?.id);
    expect((await recordPage(db, seen(refundPage(), NOW + 2)))?.id).toBe(first?.id);
    expect(await db.cases.count()).toBe(2);
  });

  it.each([
    ['a chat', reading({ pageKind: 'chat', facts: { orders: [{ orderNo: ORDER_NO, items: [], links: {} }] } })],
    ['a parcel page', reading({ pageKind: 'logistics', facts: { orderNo: ORDER_NO }, addressNumbers: [ORDER_NO] })],
  ])('finds the case of %s and leaves it as it is', async (_name, page) => {
    const db = testDb();
    const known = await recordPage(db, seen(refundPage()));
    expect((await recordPage(db, seen(page, NOW + 9), { keep: true }))?.id).toBe(known?.id);
    expect(await db.cases.toArray()).toEqual([known]);
    expect(await db.visits.count()).toBe(1);
  });

  it('opens one case when a page is reported twice at once', async () => {
    const db = testDb();
    await Promise.all([1, 2, 3].map((ms) => recordPage(db, seen(refundPage(), NOW + ms))));
    expect(await db.cases.count()).toBe(1);
    expect(await db.visits.count()).toBe(1);
  });
});

describe('the history of a case', () => {
  const running = (endsAt: string) => refundPage({ stage: 'WAIT_SELLER_AGREE', countdown: { ...COUNTDOWN, endsAt } });

  it('does not grow while the page says the same', async () => {
    const db = testDb();
    const known = await recordPage(db, seen(running('2026-11-25T16:20:00+08:00'), NOW));
    for (let minute = 1; minute <= 5; minute += 1) {
      const shaking = `2026-11-25T16:20:0${minute}+08:00`;
      await recordPage(db, seen(running(shaking), NOW + minute * 60_000));
    }
    const visits = await visitsOf(db, known?.id ?? '');
    expect(visits).toHaveLength(1);
    expect(visits[0]).toMatchObject({ firstSeenAt: NOW, lastSeenAt: NOW + 5 * 60_000 });
  });

  it('keeps every change, oldest first', async () => {
    const db = testDb();
    const statuses = ['等待商家处理', '商家已拒绝', '平台介入中'];
    let caseId = '';
    for (const [index, refundStatus] of statuses.entries()) {
      caseId = (await recordPage(db, seen(refundPage({ refundStatus }), NOW + index)))?.id ?? '';
    }
    const visits = await visitsOf(db, caseId);
    expect(visits.map((visit) => visit.reading.facts.refundStatus)).toEqual(statuses);
  });

  it('notes a state that comes back as a look of its own', async () => {
    const db = testDb();
    let caseId = '';
    for (const [index, refundStatus] of ['甲', '乙', '甲'].entries()) {
      caseId = (await recordPage(db, seen(refundPage({ refundStatus }), NOW + index)))?.id ?? '';
    }
    expect(await visitsOf(db, caseId)).toHaveLength(3);
  });

  it('keeps two addresses of one case apart', async () => {
    const db = testDb();
    await recordPage(db, seen(orderPage()), { keep: true });
    await recordPage(db, seen(refundPage(), NOW + 1));
    await recordPage(db, seen(orderPage(), NOW + 2));
    await recordPage(db, seen(refundPage(), NOW + 3));
    expect(await db.cases.count()).toBe(1);
    expect((await db.visits.toArray()).map(({ lastSeenAt }) => lastSeenAt - NOW).sort()).toEqual([2, 3]);
  });

  it('is not set back by a report that comes late', async () => {
    const db = testDb();
    await recordPage(db, seen(refundPage(), NOW + 5000));
    await recordPage(db, seen(refundPage(), NOW));
    expect((await db.visits.toArray()).map(({ lastSeenAt }) => lastSeenAt)).toEqual([NOW + 5000]);
  });
});

describe('finding a stored case', () => {
  it('goes by the seller when one case only has that seller', async () => {
    const db = testDb();
    const known = await recordPage(db, seen(refundPage({ sellerNick: '测试卖家01' })));
    const chat = seen(reading({ pageKind: 'chat', facts: { sellerNick: '测试卖家01' } }));
    expect((await findStoredCase(db, chat))?.id).toBe(known?.id);
    const other = orderPage(
      { orderNo: OTHER_ORDER_NO, sellerNick: '测试卖家01' },
      { addressNumbers: [OTHER_ORDER_NO] },
    );
    await recordPage(db, seen(other), { keep: true });
    expect(await findStoredCase(db, chat)).toBeNull();
  });

  it('never takes an order for another one with the same seller', async () => {
    const db = testDb();
    await recordPage(db, seen(refundPage({ sellerNick: '测试卖家01' })));
    const other = orderPage(
      { orderNo: OTHER_ORDER_NO, sellerNick: '测试卖家01' },
      { addressNumbers: [OTHER_ORDER_NO] },
    );
    expect(await findStoredCase(db, seen(other))).toBeNull();
  });
});
