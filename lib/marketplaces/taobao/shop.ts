import type { DetectedPage, MarketplaceAdapter, ReadResult, Viewing } from '../adapter.ts';
import { fromAddress, withoutStrangers } from '../common/strangers.ts';
import { readChatPage } from './chat-page.ts';
import { readComplaintListPage, readComplaintPage } from './complaint-pages.ts';
import { readLicencePage } from './licence-page.ts';
import { findChat } from './open-chat.ts';
import { readProductPage } from './product-page.ts';
import { TAOBAO } from './site.ts';
import { SHOP_PAGES } from './urls.ts';

/** What a shop shows and says: its goods, now and as they were sold, its licence, its chat with the buyer, and complaints about it. */
export const taobaoShop: MarketplaceAdapter = {
  ...TAOBAO,
  pages: SHOP_PAGES,
  script: 'taobao-shop',
  read: (document, page, viewing) => withoutStrangers(readKind(document, page, viewing), page),
  chat: findChat,
};

function readKind(document: Document, page: DetectedPage, viewing: Viewing): ReadResult {
  switch (page.pageKind) {
    case 'product':
    case 'snapshot':
      return readProductPage(document, page);
    case 'chat':
      return readChatPage(document, page, viewing);
    case 'complaintList':
      return readComplaintListPage(document, page);
    case 'complaintDetail':
      return readComplaintPage(document, page);
    case 'shopLicence':
      return readLicencePage(document, page);
    default:
      return fromAddress(page);
  }
}
