import { openCase } from '../../../lib/cases/merge.ts';
import type { Case, SeenPage } from '../../../lib/cases/types.ts';
import type { Capture } from '../../../lib/evidence/types.ts';
import type { Facts, PageKind, Reading } from '../../../lib/marketplaces/types.ts';
import { type Instant, parsePageTime } from '../../../lib/shared/time.ts';

export const ORDER_NO = '9000000000000012345';
export const OTHER_ORDER_NO = '9000000000000099999';
export const REFUND_NO = '9000000000000067890';
export const OTHER_REFUND_NO = '9000000000000067891';

/** An instant from the words a marketplace prints, Beijing time. */
export function at(text: string): Instant {
  const instant = parsePageTime(text);
  if (instant === null) throw new RangeError(text);
  return instant;
}

/** When most pages of these tests are looked at. */
export const NOW = at('2026-11-22 12:00:00');

/** A page that says nothing yet. */
export function reading(change: Partial<Reading> = {}): Reading {
  const facts = change.facts ?? {};
  const keys = Object.keys(facts) as (keyof Facts)[];
  return {
    marketplace: 'taobao',
    pageKind: null,
    role: 'buyer',
    missing: [],
    source: Object.fromEntries(keys.map((key) => [key, 'label'])),
    text: Object.fromEntries(keys.map((key) => [key, `words of ${key}`])),
    disagreements: [],
    events: [],
    addressNumbers: [],
    partial: false,
    adapter: 'taobao@1',
    ...change,
    facts,
  };
}

/** An order page as a buyer sees it. */
export function orderPage(facts: Facts = {}, change: Partial<Reading> = {}): Reading {
  return reading({
    pageKind: 'orderDetail',
    addressNumbers: [ORDER_NO],
    ...change,
    facts: { orderNo: ORDER_NO, ...facts },
  });
}

/** A refund page with the numbers of its order and of itself. */
export function refundPage(facts: Facts = {}, change: Partial<Reading> = {}): Reading {
  const numbers = { orderNo: ORDER_NO, refundNo: REFUND_NO };
  return reading({ pageKind: 'refundDetail', addressNumbers: [REFUND_NO], ...change, facts: { ...numbers, ...facts } });
}

const ADDRESSES: Partial<Record<NonNullable<Reading['pageKind']>, string>> = {
  orderDetail: `https://trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=${ORDER_NO}`,
  refundDetail: `https://refund2.taobao.com/dispute/detail.htm?disputeId=${REFUND_NO}`,
  product: 'https://item.taobao.com/item.htm?id=900000000001',
  chat: 'https://market.m.taobao.com/app/im/chat/index.html',
};

/** A page as it was seen in a tab. */
export function seen(page: Reading, seenAt: Instant = NOW, url?: string): SeenPage {
  const address = url ?? (page.pageKind && ADDRESSES[page.pageKind]) ?? 'https://www.example.com/';
  return { reading: page, url: address, title: '测试页面', seenAt };
}

/** A case made of one page. */
export function caseOf(page: Reading, { id = 'case-1', seenAt = NOW }: { id?: string; seenAt?: Instant } = {}): Case {
  return openCase(id, seen(page, seenAt));
}

/** A stored capture without files. */
export function capture(pageKind: PageKind | null, takenAt = NOW, change: Partial<Capture> = {}): Capture {
  return {
    id: `${pageKind}-${takenAt}`,
    caseId: 'case-1',
    takenAt,
    url: 'https://www.example.com/',
    title: '测试页面',
    marketplace: 'taobao',
    pageKind,
    role: 'buyer',
    facts: {},
    adapter: 'taobao@1',
    artifacts: [],
    own: null,
    messageCount: 0,
    gaps: [],
    purpose: '',
    note: '',
    deletedAt: null,
    redaction: null,
    logSeq: 1,
    logHash: '0'.repeat(64),
    ...change,
  };
}
