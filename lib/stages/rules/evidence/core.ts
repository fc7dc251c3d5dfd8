import type { NeedId } from './needs.ts';

/**
 * What every dispute needs (rules 6, common core), for each side: the licence shows whom a buyer complains about. The digests
 * and times of capture that the list also names are made with every capture.
 */
export const COMMON_CORE = {
  buyer: ['order', 'payment', 'snapshot', 'product', 'chat', 'logistics', 'refund', 'licence'],
  seller: ['order', 'payment', 'snapshot', 'product', 'chat', 'logistics', 'refund'],
} as const satisfies Record<'buyer' | 'seller', readonly NeedId[]>;
