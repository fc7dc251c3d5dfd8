import { describe, expect, it } from 'vitest';
import type { PageKind, Reading } from '../../../lib/marketplaces/types.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { forgetAllTabs, forgetTab, keepTabAsCase, rememberTab } from '../../../lib/storage/tabs.ts';
import { NOW, ORDER_NO, OTHER_ORDER_NO, orderPage, reading, refundPage, seen } from '../cases/pages.ts';
import { testDb } from './database.ts';

const CASE_TAB = 1;
const TAB = 2;
const NICK = '测试卖家01';

/** A tab that shows a refund, and the case it opened. */
async function caseTab(db: DossierDb): Promise<string> {
  const items = [{ title: '测试商品', itemId: '900000000001' }];
  const { caseId } = await rememberTab(db, CASE_TAB, seen(refundPage({ sellerNick: NICK, items })));
  return caseId ?? '';
}

describe('a tab', () => {
  it('is about the case of its page', async () => {
    const db = testDb();
    const caseId = await caseTab(db);
    expect(await db.tabs.get(CASE_TAB)).toMatchObject({ tabId: CASE_TAB, caseId, seenAt: NOW });
    expect(await db.cases.get(caseId)).toBeDefined();
  });

  it('shows its newest page only, and nothing once it is gone', async () => {
    const db = testDb();
    await caseTab(db);
    await rememberTab(db, CASE_TAB, seen(orderPage({ orderNo: OTHER_ORDER_NO }, { addressNumbers: [] }), NOW + 1));
    expect(await db.tabs.toArray()).toMatchObject([{ caseId: null, seenAt: NOW + 1 }]);
    await forgetTab(db, CASE_TAB);
    expect(await db.tabs.count()).toBe(0);
  });

  it('means nothing after a restart of the browser; cases stay', async () => {
    const db = testDb();
    await caseTab(db);
    await forgetAllTabs(db);
    expect([await db.tabs.count(), await db.cases.count()]).toEqual([0, 1]);
  });
});

describe('a tab opened from a case', () => {
  const page = (pageKind: PageKind, facts: Reading['facts'] = {}) => seen(reading({ pageKind, facts }), NOW + 1);

  it.each<[PageKind, Reading['facts']]>([
    ['shopLicence', {}],
    ['chat', {}],
    ['chat', { sellerNick: NICK }],
    ['product', { itemId: '900000000001' }],
    ['snapshot', {}],
    ['logistics', {}],
  ])('belongs to it on a %s page with %j', async (pageKind, facts) => {
    const db = testDb();
    const caseId = await caseTab(db);
    expect((await rememberTab(db, TAB, page(pageKind, facts), CASE_TAB)).caseId).toBe(caseId);
  });

  it('belongs to it on a complaint that names no order, and the complaint is known by its number from then on', async () => {
    const db = testDb();
    const caseId = await caseTab(db);
    const complaint = page('complaintDetail', { complaintNo: '9000000000000055555', complaintStatus: '处理中' });
    expect((await rememberTab(db, TAB, complaint, CASE_TAB)).caseId).toBe(caseId);
    expect((await db.cases.get(caseId))?.facts.complaintStatus).toBe('处理中');
    expect((await rememberTab(db, 3, complaint)).caseId).toBe(caseId);
    expect(await db.cases.count()).toBe(1);
  });

  it.each<[string, Reading]>([
    ['another order', orderPage({ orderNo: OTHER_ORDER_NO }, { addressNumbers: [OTHER_ORDER_NO] })],
    ['a chat with somebody else', reading({ pageKind: 'chat', facts: { sellerNick: '测试卖家02' } })],
    ['another item', reading({ pageKind: 'product', facts: { itemId: '900000000009' } })],
    ['the parcel of another order', reading({ pageKind: 'logistics', facts: { orderNo: OTHER_ORDER_NO } })],
    ['a list of orders', reading({ pageKind: 'orderList' })],
    ['a list of refunds', reading({ pageKind: 'refundList' })],
    ['no page of ours', reading()],
  ])('does not on %s', async (_name, other) => {
    const db = testDb();
    await caseTab(db);
    expect((await rememberTab(db, TAB, seen(other), CASE_TAB)).caseId).toBeNull();
  });

  it('has its own case when its page names one', async () => {
    const db = testDb();
    const caseId = await caseTab(db);
    const other = refundPage({ orderNo: OTHER_ORDER_NO, refundNo: '9000000000000067899' }, { addressNumbers: [] });
    const own = await rememberTab(db, TAB, seen(other), CASE_TAB);
    expect(own.caseId).not.toBe(caseId);
    expect(own.caseId).not.toBeNull();
  });

  it('stays with it when the first tab goes on to something else', async () => {
    const db = testDb();
    const caseId = await caseTab(db);
    await rememberTab(db, TAB, page('product', { itemId: '900000000001' }), CASE_TAB);
    await forgetTab(db, CASE_TAB);
    expect((await rememberTab(db, TAB, page('product', { itemId: '900000000001' }), CASE_TAB)).caseId).toBe(caseId);
  });

  it('leaves it when the conversation changes to another seller', async () => {
    const db = testDb();
    await caseTab(db);
    await rememberTab(db, TAB, page('chat', { sellerNick: NICK }), CASE_TAB);
    expect((await rememberTab(db, TAB, page('chat', { sellerNick: '测试卖家02' }), CASE_TAB)).caseId).toBeNull();
  });

  it('is about nothing when the first tab is unknown', async () => {
    const db = testDb();
    expect((await rememberTab(db, TAB, page('shopLicence'), 99)).caseId).toBeNull();
  });
});

describe('keeping the page of a tab', () => {
  it('makes an order a case and joins the tab to it', async () => {
    const db = testDb();
    await rememberTab(db, TAB, seen(orderPage()));
    const caseId = await keepTabAsCase(db, TAB);
    expect(await db.cases.get(caseId ?? '')).toMatchObject({ facts: { orderNo: ORDER_NO } });
    expect((await db.tabs.get(TAB))?.caseId).toBe(caseId);
    expect(await keepTabAsCase(db, TAB)).toBe(caseId);
    expect(await db.cases.count()).toBe(1);
  });

  it('makes nothing of a page without an order, or of no tab', async () => {
    const db = testDb();
    await rememberTab(db, TAB, seen(reading({ pageKind: 'product' })));
    expect(await keepTabAsCase(db, TAB)).toBeNull();
    expect(await keepTabAsCase(db, 99)).toBeNull();
    expect(await db.cases.count()).toBe(0);
  });
});
