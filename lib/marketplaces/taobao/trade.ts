import type { MarketplaceAdapter } from '../adapter.ts';
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
  readers: {
    orderList: readListPage,
    orderDetail: readOrderPage,
    refundApply: readApplyPage,
    refundList: readRefundListPage,
    refundDetail: readRefundPage,
    logistics: readLogisticsPage,
  },
};
