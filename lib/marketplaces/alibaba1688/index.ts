import type { MarketplaceAdapter } from '../adapter.ts';
import { readListPage } from './list-page.ts';
import { readOrderPage } from './order-page.ts';
import { readRefundListPage, readRefundPage } from './refund-pages.ts';
import { ALIBABA1688_PAGES } from './urls.ts';

/** 1688 (阿里巴巴), the wholesale marketplace: its new pages stand in nested open shadow trees. */
export const alibaba1688: MarketplaceAdapter = {
  name: '1688',
  version: 1,
  domains: [{ domain: '1688.com', marketplace: '1688' }],
  pages: ALIBABA1688_PAGES,
  script: 'alibaba1688',
  readers: {
    orderList: readListPage,
    orderDetail: readOrderPage,
    refundList: readRefundListPage,
    refundDetail: readRefundPage,
  },
};
