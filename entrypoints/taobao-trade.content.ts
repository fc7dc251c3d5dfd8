import { defineContentScript } from 'wxt/utils/define-content-script';
import { createReader, matchPatterns } from '../lib/marketplaces/reader.ts';
import { taobaoTrade } from '../lib/marketplaces/taobao/trade.ts';
import { NOT_OF_TRADES } from '../lib/marketplaces/taobao/urls.ts';
import { pageChannel } from '../lib/platform/page-channel.ts';
import { watchPage } from '../lib/watcher/page-watcher.ts';

/** Watches the pages of orders, refunds and parcels on Taobao and Tmall. */
export default defineContentScript({
  matches: matchPatterns(taobaoTrade),
  excludeMatches: [...NOT_OF_TRADES],
  runAt: 'document_end',
  main: (ctx) => watchPage(ctx, createReader([taobaoTrade]), pageChannel),
});
