import type { DetectedPage, MarketplaceAdapter, ReadResult, Viewing } from '../adapter.ts';
import { fromAddress, withoutStrangers } from '../common/strangers.ts';
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
