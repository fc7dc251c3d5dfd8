import type { MarketplaceAdapter } from '../adapter.ts';
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
  readers: {
    product: readProductPage,
    snapshot: readProductPage,
    chat: readChatPage,
    complaintList: readComplaintListPage,
    complaintDetail: readComplaintPage,
    shopLicence: readLicencePage,
  },
  chat: findChat,
};
