import type { DetectedPage, PageRule } from '../adapter.ts';
import { idOf, ids } from '../common/ids.ts';
import { readRefundNo } from './labels.ts';

const orderNo = (query: URLSearchParams) => ids({ orderNo: idOf(query, 'orderId') });
const refund = (query: URLSearchParams): DetectedPage['ids'] => {
  const numbers = ['refundId', 'refund_id'].map((name) => readRefundNo(query.get(name) ?? ''));
  return ids({ refundNo: numbers.find((number) => number !== null) ?? undefined });
};
/** A snapshot belongs to one item of an order. */
const itemOrder = (query: URLSearchParams) => ids({ bizOrderId: idOf(query, 'order_entry_id') });
const offer = (_query: URLSearchParams, path: string) => ids({ itemId: /\d+/.exec(path)?.[0] });

const OFFER_PATH = /^\/offer\/\d{6,20}\.html$/;
const REFUND_PATH = /^\/order\/refund\/(?:assure_refund_detail|assureRefundDetail)\.htm$/;
const sideOf = (query: URLSearchParams) => query.get('userType') ?? query.get('user_type');
const isSellers = (query: URLSearchParams) => sideOf(query) === 'seller';
const isBuyers = (query: URLSearchParams) => sideOf(query) === 'buyer';

const AIR = ['air.1688.com'];
const TRADE = ['trade.1688.com'];

/** Every address of 1688 in `docs/marketplaces.md`. No address fits two rules, so their order does not matter. */
export const ALIBABA1688_PAGES: readonly PageRule[] = [
  { hosts: AIR, path: '/app/ctf-page/trade-order-list/buyer-order-list.html', pageKind: 'orderList', role: 'buyer' },
  { hosts: TRADE, path: '/order/buyer_order_list.htm', pageKind: 'orderList', role: 'buyer' },
  { hosts: TRADE, path: '/order/seller_order_list.htm', pageKind: 'orderList', role: 'seller' },
  {
    hosts: AIR,
    path: '/app/ctf-page/trade-order-detail/index.html',
    pageKind: 'orderDetail',
    role: 'buyer',
    ids: orderNo,
  },
  { hosts: TRADE, path: '/order/unify_buyer_detail.htm', pageKind: 'orderDetail', role: 'buyer', ids: orderNo },
  // Buyers and sellers come to this one by the same address.
  { hosts: TRADE, path: '/order/new_step_order_detail.htm', pageKind: 'orderDetail', ids: orderNo },
  {
    hosts: TRADE,
    path: '/order/refund/view_assure_apply_refund.htm',
    pageKind: 'refundApply',
    role: 'buyer',
    ids: orderNo,
  },
  { hosts: TRADE, path: REFUND_PATH, pageKind: 'refundDetail', role: 'seller', when: isSellers, ids: refund },
  { hosts: TRADE, path: REFUND_PATH, pageKind: 'refundDetail', role: 'buyer', when: isBuyers, ids: refund },
  {
    hosts: TRADE,
    path: REFUND_PATH,
    pageKind: 'refundDetail',
    when: (query) => !isSellers(query) && !isBuyers(query),
    ids: refund,
  },
  { hosts: ['dispute.1688.com'], path: '/refund/sellerRefundList.htm', pageKind: 'refundList', role: 'seller' },
  { hosts: TRADE, path: '/order/offer_snapshot.htm', pageKind: 'snapshot', ids: itemOrder },
  { hosts: ['detail.1688.com'], path: OFFER_PATH, pageKind: 'product', ids: offer },
];
