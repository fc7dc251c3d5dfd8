import type { PageRule } from '../adapter.ts';
import { idOf, ids } from '../common/ids.ts';

/** On these pages the number is the main order's. */
const orderNo = (query: URLSearchParams) =>
  ids({ orderNo: idOf(query, 'bizOrderId', 'biz_order_id', 'orderId', 'tradeId', 'trade_id', 'tradeID') });
/** A snapshot belongs to one item, so its number may be a sub-order's. */
const itemOrder = (query: URLSearchParams) =>
  ids({ bizOrderId: idOf(query, 'bizOrderId', 'tradeID', 'trade_id', 'tradeId') });
const refund = (query: URLSearchParams) =>
  ids({ refundNo: idOf(query, 'disputeId'), bizOrderId: idOf(query, 'bizOrderId', 'tradeId') });
const item = (query: URLSearchParams) => ids({ itemId: idOf(query, 'id') });
const complaint = (query: URLSearchParams) => ids({ bizOrderId: idOf(query, 'bizId', 'bizOrderId') });

const isSellers = (query: URLSearchParams) => query.get('sifg') === '1';
const hasDispute = (query: URLSearchParams) => query.has('disputeId');

const TRADE_HOSTS = ['trade.taobao.com', 'buyertrade.taobao.com'];
const DETAIL_HOSTS = [...TRADE_HOSTS, 'tradearchive.taobao.com'];
const DETAIL_PATH = /^\/trade\/detail\/trade_(?:order|item)_detail\.htm$/;
const REFUND_HOSTS = ['refund2.taobao.com', 'refund2.tmall.com'];
const RIGHTS_HOSTS = ['rights.taobao.com', 'rights.m.taobao.com'];
const QIANNIU_HOSTS = ['qn.taobao.com', 'myseller.taobao.com'];
const PRODUCT_HOSTS = ['item.taobao.com', 'detail.tmall.com', 'detail.tmall.hk', 'chaoshi.detail.tmall.com'];
const MOBILE_HOSTS = ['market.m.taobao.com'];

const SNAPSHOT = '/trade/detail/tradeSnap.htm';

/** Pages among those of trades that are not about a trade, as match patterns. */
export const NOT_OF_TRADES: readonly string[] = TRADE_HOSTS.map((host) => `https://${host}${SNAPSHOT}*`);

/** Orders, refunds and parcels. No address fits two rules, so their order does not matter. */
export const TRADE_PAGES: readonly PageRule[] = [
  {
    hosts: TRADE_HOSTS,
    path: /^\/trade\/itemlist\/(?:list_bought_items|list_recyled_items|listBoughtItems)\.htm$/,
    pageKind: 'orderList',
    role: 'buyer',
  },
  { hosts: ['trade.taobao.com'], path: '/trade/itemlist/list_sold_items.htm', pageKind: 'orderList', role: 'seller' },
  { hosts: QIANNIU_HOSTS, path: /^\/home\.htm\/trade-platform\/tp\/sold\/?$/, pageKind: 'orderList', role: 'seller' },
  { hosts: DETAIL_HOSTS, path: DETAIL_PATH, pageKind: 'orderDetail', role: 'seller', when: isSellers, ids: orderNo },
  {
    hosts: DETAIL_HOSTS,
    path: DETAIL_PATH,
    pageKind: 'orderDetail',
    role: 'buyer',
    when: (query) => !isSellers(query),
    ids: orderNo,
  },
  {
    hosts: ['trade.taobao.com'],
    path: '/detail/orderDetail.htm',
    pageKind: 'orderDetail',
    role: 'seller',
    ids: orderNo,
  },
  { hosts: ['trade.tmall.com'], path: '/detail/orderDetail.htm', pageKind: 'orderDetail', ids: orderNo },
  {
    hosts: REFUND_HOSTS,
    path: /^\/dispute\/(?:applyRouter|apply|taobaoAfterDisputeRedirect|disputeRedirect)\.htm$/,
    pageKind: 'refundApply',
    role: 'buyer',
    ids: refund,
  },
  {
    hosts: REFUND_HOSTS,
    path: '/dispute/detail.htm',
    pageKind: 'refundDetail',
    role: 'seller',
    when: hasDispute,
    ids: refund,
  },
  {
    hosts: REFUND_HOSTS,
    path: '/dispute/detail.htm',
    pageKind: 'refundDetail',
    role: 'buyer',
    when: (query) => !hasDispute(query),
    ids: refund,
  },
  {
    hosts: QIANNIU_HOSTS,
    path: /^\/home\.htm\/(?:trade-platform|tp|trade-platform\/tp)\/refund-list\/detail\/?$/,
    pageKind: 'refundDetail',
    role: 'seller',
    ids: refund,
  },
  {
    hosts: ['refund.taobao.com'],
    path: /^\/(?:view_refund_detail|fill_refundAgreement)\.htm$/,
    pageKind: 'refundDetail',
    ids: refund,
  },
  { hosts: REFUND_HOSTS, path: '/dispute/buyerDisputeList.htm', pageKind: 'refundList', role: 'buyer' },
  {
    hosts: REFUND_HOSTS,
    path: /^\/dispute\/(?:sellerDisputeList|sellerBatchHandleDispute)\.htm$/,
    pageKind: 'refundList',
    role: 'seller',
  },
  {
    hosts: QIANNIU_HOSTS,
    path: /^\/home\.htm\/(?:trade-platform|tp|trade-platform\/tp)\/refund-list\/?$/,
    pageKind: 'refundList',
    role: 'seller',
  },
  {
    hosts: MOBILE_HOSTS,
    path: '/app/dinamic/pc-trade-logistics/home.html',
    within: '/app/dinamic/*',
    pageKind: 'logistics',
    role: 'buyer',
    ids: orderNo,
  },
  {
    hosts: ['wuliu.taobao.com'],
    path: '/user/order_detail_new.htm',
    pageKind: 'logistics',
    role: 'buyer',
    ids: orderNo,
  },
  {
    hosts: ['wuliu.taobao.com'],
    path: /^\/user\/(?:consign|batch_consign|order_list_new)\.htm$/,
    pageKind: 'logistics',
    role: 'seller',
    ids: orderNo,
  },
];

/** Goods, snapshots of goods, licences, chats and complaints about shops; together with the pages of trades every address of `docs/marketplaces.md`. */
export const SHOP_PAGES: readonly PageRule[] = [
  { hosts: PRODUCT_HOSTS, path: '/item.htm', pageKind: 'product', ids: item },
  { hosts: TRADE_HOSTS, path: SNAPSHOT, within: `${SNAPSHOT}*`, pageKind: 'snapshot', ids: itemOrder },
  {
    hosts: MOBILE_HOSTS,
    path: '/app/tp/snapshot-m/pages/entry/index.html',
    within: '/app/tp/*',
    pageKind: 'snapshot',
    ids: itemOrder,
  },
  // The conversation stands in a frame of the chat page; saved or opened alone it is the same page.
  {
    hosts: MOBILE_HOSTS,
    path: /^\/app\/im\/(?:chat\/index\.html|chat-core\/.*)$/,
    within: '/app/im/*',
    pageKind: 'chat',
    role: 'buyer',
  },
  { hosts: RIGHTS_HOSTS, path: '/complaint/buyerList.htm', pageKind: 'complaintList', role: 'buyer' },
  { hosts: RIGHTS_HOSTS, path: '/complaint/sellerList.htm', pageKind: 'complaintList', role: 'seller' },
  {
    hosts: ['archer.taobao.com'],
    path: '/myservice/report/report_i_posted_list.htm',
    pageKind: 'complaintList',
    role: 'buyer',
  },
  {
    hosts: RIGHTS_HOSTS,
    path: /^\/complaint\/(?:m\/)?(?:redirect\.jhtml|applyRouter\.htm|detail\.htm)$/,
    pageKind: 'complaintDetail',
    role: 'buyer',
    ids: complaint,
  },
  { hosts: ['zhaoshang.tmall.com'], path: '/maintaininfo/liangzhao.htm', pageKind: 'shopLicence' },
];
