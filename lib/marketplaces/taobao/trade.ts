import type { DetectedPage, MarketplaceAdapter, ReadResult, Viewing } from '../adapter.ts';
import { fromAddress, withoutStrangers } from '../common/strangers.ts';
import { readApplyPage } from './apply-page.ts';
import { readListPage } from './list-page.ts';
import { readLogisticsPage } from './logistics-page.ts';
import { readOrderPage } from './order-page.ts';
import { readRefundListPage } from './refund-list-page.ts';
import { readRefundPage } from './refund-page.ts';
import { TAOBAO } from './site.ts';
import { TRADE_PAGES } from './urls.ts';

/** What belongs to a trade: orders, refunds, parcels. */
export const taobaoTrade: MarketplaceAdapter = {
  ...TAOBAO,
  pages: TRADE_PAGES,
  script: 'taobao-trade',
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
    case 'logistics':
      return readLogisticsPage(document, page);
    default:
      return fromAddress(page);
  }
}
