import type { DetectedPage, MarketplaceAdapter, ReadResult, Viewing } from '../adapter.ts';
import type { FactKey, Facts } from '../types.ts';
import { readApplyPage } from './apply-page.ts';
import { readChatPage } from './chat-page.ts';
import { readComplaintListPage, readComplaintPage } from './complaint-pages.ts';
import { readLicencePage } from './licence-page.ts';
import { readListPage } from './list-page.ts';
import { readLogisticsPage } from './logistics-page.ts';
import { readOrderPage } from './order-page.ts';
import { readProductPage } from './product-page.ts';
import { readRefundListPage } from './refund-list-page.ts';
import { readRefundPage } from './refund-page.ts';
import { TAOBAO_PAGES } from './urls.ts';

/** Taobao and Tmall: two brands on the same pages and numbers, so one adapter reads both. */
export const taobao: MarketplaceAdapter = {
  name: 'taobao',
  version: 3,
  domains: [
    { domain: 'taobao.com', marketplace: 'taobao' },
    { domain: 'tmall.com', marketplace: 'tmall' },
    { domain: 'tmall.hk', marketplace: 'tmall' },
  ],
  pages: TAOBAO_PAGES,
  read: (document, page, viewing) => withoutStrangers(readKind(document, page, viewing), page),
};

function readKind(document: Document, page: DetectedPage, viewing: Viewing): ReadResult {
  switch (page.pageKind) {
    case 'orderList':
      return readListPage(document, page);
    case 'orderDetail':
      return readOrderPage(document, page, viewing);
    case 'refundDetail':
      return readRefundPage(document, page, viewing);
    case 'refundApply':
      return readApplyPage(document, page);
    case 'refundList':
      return readRefundListPage(document, page);
    case 'complaintList':
      return readComplaintListPage(document, page);
    case 'complaintDetail':
      return readComplaintPage(document, page);
    case 'product':
    case 'snapshot':
      return readProductPage(document, page);
    case 'chat':
      return readChatPage(document, page, viewing);
    case 'logistics':
      return readLogisticsPage(document, page);
    case 'shopLicence':
      return readLicencePage(document, page);
    default:
      return fromAddress(page);
  }
}

/** What the address tells. */
function fromAddress(page: DetectedPage): ReadResult {
  const { orderNo, refundNo, itemId } = page.ids;
  const facts: Facts = { ...(orderNo && { orderNo }), ...(refundNo && { refundNo }), ...(itemId && { itemId }) };
  const keys = Object.keys(facts) as FactKey[];
  return {
    pageKind: page.pageKind,
    role: page.role,
    facts,
    source: Object.fromEntries(keys.map((key) => [key, 'url'])),
    text: Object.fromEntries(keys.map((key) => [key, facts[key] as string])),
    disagreements: [],
    events: [],
    partial: false,
    isRendered: false,
  };
}

/**
 * A single-page site changes the address before its content. While the page still shows another order or refund than the
 * address names, nothing on it may be taken for the new one.
 */
function withoutStrangers(result: ReadResult, page: DetectedPage): ReadResult {
  const { facts } = result;
  const otherRefund = page.ids.refundNo !== undefined && facts.refundNo !== page.ids.refundNo;
  const numbers = [facts.orderNo, ...(facts.subOrderNos ?? [])];
  const otherOrder =
    result.pageKind === 'orderDetail' && page.ids.orderNo !== undefined && !numbers.includes(page.ids.orderNo);
  if (!otherRefund && !otherOrder) return result;
  const { role, disagreements, isRendered } = result;
  return { ...fromAddress(page), role, disagreements, isRendered };
}
