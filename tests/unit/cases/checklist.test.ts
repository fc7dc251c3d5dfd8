import { describe, expect, it } from 'vitest';
import { type CaseChecklist, checklistOf, countDone } from '../../../lib/cases/checklist/checklist.ts';
import { typesFor } from '../../../lib/cases/checklist/dispute-type.ts';
import { statusOf } from '../../../lib/cases/status.ts';
import type { Case } from '../../../lib/cases/types.ts';
import type { Capture, OwnFile } from '../../../lib/evidence/types.ts';
import { detectPage } from '../../../lib/marketplaces/registry.ts';
import type { Facts, Marketplace, PageKind } from '../../../lib/marketplaces/types.ts';
import { DISPUTE_TYPES, GOODS_KINDS, NEEDS, type NeedId } from '../../../lib/stages/rules/evidence/index.ts';
import { capture, caseOf, NOW, ORDER_NO, OTHER_ORDER_NO, OTHER_REFUND_NO, orderPage, refundPage } from './pages.ts';

const ITEM = '900000000001';
const ITEMS = { items: [{ title: '测试商品' }, { title: '测试商品二', itemId: ITEM }] };
const refund = (facts: Facts = {}, change: Partial<Case> = {}): Case => ({
  ...caseOf(refundPage({ ...ITEMS, ...facts })),
  ...change,
});

function needsOf({ items }: CaseChecklist): NeedId[] {
  return items.map(({ need }) => need);
}

function itemOf(list: CaseChecklist, need: NeedId) {
  const found = list.items.find((item) => item.need === need);
  if (!found) throw new RangeError(need);
  return found;
}

function ownFile(proves: string | null, change: Partial<OwnFile> = {}): Capture {
  const own = { name: 'a.jpg', kind: 'picture' as const, modifiedAt: null, recordedAt: null, description: '' };
  return capture(null, NOW, { id: `own-${proves}`, url: '', own: { ...own, proves, ...change } });
}

const CORE: NeedId[] = ['order', 'payment', 'snapshot', 'product', 'chat', 'logistics', 'refund', 'licence'];

describe('what is asked for', () => {
  it('without a type is what every dispute needs; the refund only when there is one', () => {
    expect(needsOf(checklistOf(refund(), [], NOW))).toEqual(CORE);
    expect(needsOf(checklistOf(caseOf(orderPage()), [], NOW))).toEqual(CORE.filter((need) => need !== 'refund'));
  });

  it('begins with what the type needs, for each side', () => {
    const disputeType = 'notReceived' as const;
    const buyer = checklistOf(refund({}, { disputeType }), [], NOW);
    expect(needsOf(buyer).slice(0, 3)).toEqual(['claim', 'lockerMessage', 'carrierAnswer']);
    const seller = checklistOf(refund({}, { disputeType, role: 'seller' }), [], NOW);
    expect(needsOf(seller).slice(0, 3)).toEqual(['signingProof', 'deliveryPhoto', 'carrierCertificate']);
    expect(needsOf(seller)).not.toContain('licence');
  });

  it('has what the goods need too, each thing once', () => {
    const list = checklistOf(refund({}, { disputeType: 'shortOrBroken', goodsKind: 'fresh' }), [], NOW);
    const needs = needsOf(list);
    expect(needs).toEqual(expect.arrayContaining(['unboxing', 'wholeLot', 'contact']));
    expect(new Set(needs).size).toBe(needs.length);
    expect(list.rules.map(({ row }) => row.id)).toEqual(['EV.shortOrBroken', 'EV.fresh']);
  });

  it('is there for every type, kind of goods and side', () => {
    for (const role of ['buyer', 'seller', 'unknown'] as const)
      for (const disputeType of DISPUTE_TYPES)
        for (const goodsKind of GOODS_KINDS) {
          const list = checklistOf(refund({}, { role, disputeType, goodsKind }), [], NOW);
          expect(list.items.length).toBeGreaterThanOrEqual(7);
          expect(countDone(list)).toBe(0);
        }
  });
});

describe('the type of a dispute', () => {
  const chosen = (facts: Facts, change: Partial<Case> = {}) => checklistOf(refund(facts, change), [], NOW).chosen;

  it('is suggested by a reason that can only mean one', () => {
    expect(chosen({ refundReason: '商品破损' })).toMatchObject({ type: 'shortOrBroken', isSuggested: true });
    expect(chosen({ refundType: 'priceProtection' })).toMatchObject({ type: 'price', isSuggested: true });
  });

  it('is asked among those that the reason can mean, and not guessed', () => {
    expect(chosen({ refundReason: '质量问题' })).toEqual({
      type: null,
      isSuggested: false,
      candidates: ['qualityVisible', 'qualityHidden'],
    });
    expect(chosen({ refundReason: '其他' })).toEqual({ type: null, isSuggested: false, candidates: [] });
  });

  it('is what the user says', () => {
    expect(chosen({ refundReason: '商品破损' }, { disputeType: 'fake' })).toMatchObject({
      type: 'fake',
      isSuggested: false,
    });
  });

  it('can be a wrong decision for sellers only', () => {
    expect(typesFor('seller')).toContain('wrongDecision');
    expect(typesFor('buyer')).not.toContain('wrongDecision');
    expect(typesFor('buyer')).toContain('swapped');
  });
});

describe('what is covered', () => {
  const known = refund({ trackingNo: 'YT9000000000001', returnTrackingNo: 'SF9000000000002', sellerNick: '测试卖家' });

  it.each<[PageKind, Facts, NeedId[]]>([
    ['orderDetail', {}, ['order']],
    ['orderDetail', { orderNo: ORDER_NO, paidAt: '2026-11-01T10:00:00+08:00' }, ['order', 'payment']],
    ['product', { itemId: ITEM }, ['product']],
    ['snapshot', {}, ['snapshot']],
    ['chat', { sellerNick: '测试卖家' }, ['chat']],
    ['refundDetail', {}, ['refund']],
    ['logistics', { trackingNo: 'YT9000000000001' }, ['logistics']],
    ['shopLicence', {}, ['licence']],
    ['orderList', {}, []],
    ['blocked', {}, []],
  ])('a %s page with %j covers %j', (pageKind, facts, covered) => {
    const list = checklistOf(known, [capture(pageKind, NOW, { facts }), capture(null)], NOW);
    expect(list.items.filter(({ state }) => state === 'covered').map(({ need }) => need)).toEqual(covered);
  });

  it.each<[string, PageKind, Facts, NeedId]>([
    ['another order', 'orderDetail', { orderNo: OTHER_ORDER_NO }, 'order'],
    ['another refund', 'refundDetail', { refundNo: OTHER_REFUND_NO }, 'refund'],
    ['another item', 'product', { itemId: '900000000099' }, 'product'],
    ['another parcel', 'logistics', { trackingNo: 'YT9000000000099' }, 'logistics'],
    ['the return', 'logistics', { trackingNo: 'SF9000000000002' }, 'logistics'],
    ['another seller', 'chat', { sellerNick: '别的卖家' }, 'chat'],
  ])('a page of %s covers nothing', (_name, pageKind, facts, need) => {
    const list = checklistOf(known, [capture(pageKind, NOW, { facts })], NOW);
    expect(itemOf(list, need)).toMatchObject({ state: 'missing', captures: [] });
  });

  it('the return by its own number only', () => {
    const returned = { ...known, disputeType: 'emptyReturn' as const };
    const page = (trackingNo: string) => [capture('logistics', NOW, { facts: { trackingNo } })];
    expect(itemOf(checklistOf(returned, page('SF9000000000002'), NOW), 'returnLogistics').state).toBe('covered');
    expect(itemOf(checklistOf(returned, page('YT9000000000001'), NOW), 'returnLogistics').state).toBe('missing');
  });

  it('lists everything that covers it, in order', () => {
    const chats = [capture('chat', NOW), capture('chat', NOW + 1)];
    expect(itemOf(checklistOf(known, chats, NOW), 'chat').captures).toEqual(chats);
  });

  it('is covered by a file that was added for it, and by no other file', () => {
    const broken = { ...known, disputeType: 'shortOrBroken' as const };
    const list = checklistOf(broken, [ownFile('unboxing'), ownFile(null)], NOW);
    expect(itemOf(list, 'unboxing').state).toBe('covered');
    expect(itemOf(list, 'waybill').state).toBe('open');
    expect(countDone(list)).toBe(1);
  });

  it('leaves to the user what no page shows by itself, and says where it may stand', () => {
    const refused = { ...known, disputeType: 'refusal' as const };
    const chat = capture('chat', NOW);
    const item = itemOf(checklistOf(refused, [chat], NOW), 'refusalText');
    expect(item).toMatchObject({ state: 'open', captures: [], mayBeIn: [chat] });
    const ticked = { ...refused, ticked: { refusalText: NOW } };
    expect(itemOf(checklistOf(ticked, [chat], NOW), 'refusalText').state).toBe('ticked');
  });
});

describe('where to get it', () => {
  it.each<[NeedId, PageKind, Facts]>([
    ['order', 'orderDetail', {}],
    ['payment', 'orderDetail', {}],
    ['product', 'product', ITEMS],
    ['snapshot', 'snapshot', {}],
    ['logistics', 'logistics', {}],
    ['chat', 'chat', {}],
  ])('%s stands on a page that counts: %s', (need, pageKind, facts) => {
    const { url } = itemOf(checklistOf(caseOf(orderPage(facts)), [], NOW), need);
    const page = detectPage(url ?? '');
    expect(page?.pageKind).toBe(pageKind);
    expect(Object.values(page?.ids ?? {}).every((id) => [ORDER_NO, ITEM].includes(id))).toBe(true);
  });

  it('leads a seller to the seller’s page of the order, and nowhere that only buyers have', () => {
    const list = checklistOf({ ...caseOf(orderPage()), role: 'seller' }, [], NOW);
    expect(detectPage(itemOf(list, 'order').url ?? '')?.role).toBe('seller');
    expect([itemOf(list, 'chat').url, itemOf(list, 'logistics').url]).toEqual([null, null]);
  });

  it('leads to the refund page on which the refund was read', () => {
    const list = checklistOf(refund({ refundReason: '质量问题' }), [], NOW);
    expect(detectPage(itemOf(list, 'refund').url ?? '')?.pageKind).toBe('refundDetail');
  });

  it('knows 1688 by its own addresses and never sends anybody from there to Taobao', () => {
    const list = checklistOf({ ...refund(), marketplace: '1688' }, [], NOW);
    for (const need of ['order', 'product'] as const) {
      expect(detectPage(itemOf(list, need).url ?? '')?.marketplace).toBe('1688');
    }
    const others: Marketplace[] = ['1688', 'jd', 'pdd', 'xianyu'];
    for (const marketplace of others) {
      const { items } = checklistOf({ ...caseOf(orderPage(ITEMS)), marketplace }, [], NOW);
      expect(items.filter(({ url }) => /taobao|tmall/.test(url ?? ''))).toEqual([]);
    }
  });

  it('is not said when it would have to be guessed', () => {
    const list = checklistOf({ ...refund(), facts: {}, origins: {}, marketplace: null }, [], NOW);
    expect(list.items.filter(({ url }) => url !== null)).toEqual([]);
    for (const { need } of list.items) expect(NEEDS[need].how.zh).not.toBe('');
  });
});

describe('the time for proof', () => {
  const signedAt = '2026-11-21T10:00:00+08:00';

  it('runs from signing for fresh goods, and is a deadline of the case', () => {
    const known = refund({ signedAt }, { goodsKind: 'fresh' });
    expect(checklistOf(known, [], NOW).limit?.deadline).toMatchObject({ id: 'EV.fresh', overdue: false });
    const { deadlines } = statusOf(known, NOW);
    expect(deadlines.map(({ id }) => id)).toContain('EV.fresh');
    expect([...deadlines].sort((a, b) => a.due - b.due)).toEqual(deadlines);
  });

  it('cannot be said without the time of signing', () => {
    expect(checklistOf(refund({}, { goodsKind: 'fresh' }), [], NOW).limit).toMatchObject({
      row: { id: 'EV.fresh' },
      deadline: null,
    });
    expect(statusOf(refund({}, { goodsKind: 'fresh' }), NOW).deadlines.map(({ id }) => id)).not.toContain('EV.fresh');
  });

  it('is not that of Taobao on another marketplace; who has to prove it is not either', () => {
    const known = {
      ...refund({ signedAt }, { goodsKind: 'fresh', disputeType: 'fake' }),
      marketplace: '1688' as const,
    };
    const list = checklistOf(known, [], NOW);
    expect(list.limit).toBeNull();
    expect(list.rules.map(({ holds }) => holds)).toEqual([false, false]);
    const law = checklistOf({ ...known, disputeType: 'refusal', goodsKind: null }, [], NOW);
    expect(law.rules.map(({ holds }) => holds)).toEqual([true]);
  });
});
