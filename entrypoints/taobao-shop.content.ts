import { defineContentScript } from 'wxt/utils/define-content-script';
import { createReader, matchPatterns } from '../lib/marketplaces/reader.ts';
import { taobaoShop } from '../lib/marketplaces/taobao/shop.ts';
import { pageChannel } from '../lib/platform/page-channel.ts';
import { watchPage } from '../lib/watcher/page-watcher.ts';

/** Watches the pages of goods, snapshots, licences, chats and complaints on Taobao and Tmall. */
export default defineContentScript({
  matches: matchPatterns(taobaoShop),
  runAt: 'document_end',
  main: (ctx) => watchPage(ctx, createReader([taobaoShop]), pageChannel),
});
