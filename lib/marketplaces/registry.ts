import type { MarketplaceAdapter } from './adapter.ts';
import { alibaba1688 } from './alibaba1688/index.ts';
import { createReader, findPage } from './reader.ts';
import { taobaoShop } from './taobao/shop.ts';
import { taobaoTrade } from './taobao/trade.ts';

/** Every site that is read. */
export const ADAPTERS: readonly MarketplaceAdapter[] = [taobaoTrade, taobaoShop, alibaba1688];

/** Of every site: which page an address is, and what a page says. Content scripts carry the reader of their own pages only. */
export const { detect: detectPage, read: readPage } = createReader(ADAPTERS);

/** The name of the content script that belongs on a page; null on a page of nobody. */
export function contentScriptFor(address: string): string | null {
  return findPage(ADAPTERS, address)?.adapter.script ?? null;
}
