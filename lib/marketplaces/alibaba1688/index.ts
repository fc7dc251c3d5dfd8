import type { DetectedPage, MarketplaceAdapter, ReadResult, Viewing } from '../adapter.ts';
import { fromAddress, withoutStrangers } from '../common/strangers.ts';
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
    case 'refundList':
      return readRefundListPage(document, page);
    default:
      return fromAddress(page); // Nobody has seen these; the capture keeps what they say.
  }
}
