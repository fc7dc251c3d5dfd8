import { defineContentScript } from 'wxt/utils/define-content-script';
import { alibaba1688 } from '../lib/marketplaces/alibaba1688/index.ts';
import { createReader, matchPatterns } from '../lib/marketplaces/reader.ts';
import { pageChannel } from '../lib/platform/page-channel.ts';
import { watchPage } from '../lib/watcher/page-watcher.ts';

/** Watches the pages of 1688. */
export default defineContentScript({
  matches: matchPatterns(alibaba1688),
  runAt: 'document_end',
  main: (ctx) => watchPage(ctx, createReader([alibaba1688]), pageChannel),
});
