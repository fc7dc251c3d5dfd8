import type { FactKey, PageKind } from './types.ts';

/** What each kind of page usually shows; a reading lists those it did not find as missing. */
const EXPECTED: Partial<Record<PageKind, readonly FactKey[]>> = {
  orderList: ['orders'],
  orderDetail: [
    'orderNo',
    'orderStatus',
    'stage',
    'createdAt',
    'paidAt',
    'shippedAt',
    'completedAt',
    'paidAmount',
    'goodsAmount',
    'shippingFee',
    'shopName',
    'sellerNick',
    'carrier',
    'trackingNo',
    'items',
    'countdown',
  ],
  refundDetail: [
    'refundNo',
    'orderNo',
    'refundStatus',
    'stage',
    'refundType',
    'refundAmount',
    'refundReason',
    'refundDescription',
    'refundAppliedAt',
    'items',
    'negotiation',
    'countdown',
  ],
  refundApply: ['orderNo', 'items'],
  refundList: ['refunds'],
  complaintList: ['complaints'],
  complaintDetail: ['complaintNo', 'orderNo', 'complaintStatus', 'complainedAt'],
  product: ['itemId', 'items', 'shopName', 'sellerNick', 'listPrice'],
  snapshot: ['itemId', 'items', 'shopName', 'sellerNick'],
  logistics: ['orderNo', 'carrier', 'trackingNo', 'signedAt'],
  chat: ['messages', 'sellerNick'],
  shopLicence: ['company'],
};

/** Facts to look for on a kind of page; empty for kinds that are only captured. */
export function expectedFacts(pageKind: PageKind): readonly FactKey[] {
  return EXPECTED[pageKind] ?? [];
}
