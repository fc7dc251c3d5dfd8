import type { MarketplaceAdapter } from '../adapter.ts';

/** Taobao and Tmall: two brands on the same pages and numbers, so the same adapters read both. */
export const TAOBAO = {
  name: 'taobao',
  version: 5,
  domains: [
    { domain: 'taobao.com', marketplace: 'taobao' },
    { domain: 'tmall.com', marketplace: 'tmall' },
    { domain: 'tmall.hk', marketplace: 'tmall' },
  ],
} as const satisfies Partial<MarketplaceAdapter>;
