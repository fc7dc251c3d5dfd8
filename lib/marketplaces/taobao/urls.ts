import type { DetectedPage, PageRule } from '../adapter.ts';

const ID = /^\d{6,24}$/;

/** Reads the first of several query names that holds an id. */
function idOf(query: URLSearchParams, ...names: string[]): string | undefined {
  return names.map((name) => query.get(name) ?? '').find((value) => ID.test(value));
}

function ids(entries: { [Key in keyof DetectedPage['ids']]: string | undefined }): DetectedPage['ids'] {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined));
}

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

const REFUND_HOSTS = ['refund2.taobao.com', 'refund2.tmall.com'];
const RIGHTS_HOSTS = ['rights.taobao.com', 'rights.tmall.com', 'rights.m.taobao.com'];
const QIANNIU_HOSTS = ['qn.taobao.com', 'myseller.taobao.com'];
const PRODUCT_HOSTS = ['item.taobao.com', 'detail.tmall.com', 'detail.tmall.hk', 'chaoshi.detail.tmall.com'];

/**
 * Every address of `docs/marketplaces.md`. Order matters only between rules for one path that differ in the query: the
 * narrower one comes first.
 */
export const TAOBAO_PAGES: readonly PageRule[] = [
  {
    hosts: ['buyertrade.taobao.com', 'trade.taobao.com'],
    path: /^\/trade\/itemlist\/(?:list_bought_items|list_recyled_items|listBoughtItems)\.htm$/,
    pageKind: 'orderList',
    role: 'buyer',
  },
  { hosts: ['trade.taobao.com'], path: '/trade/itemlist/list_sold_items.htm', pageKind: 'orderList', role: 'seller' },
  { hosts: QIANNIU_HOSTS, path: /^\/home\.htm\/trade-platform\/tp\/sold\/?$/, pageKind: 'orderList', role: 'seller' },
  {
    hosts: ['trade.taobao.com', 'buyertrade.taobao.com'],
    path: '/trade/detail/trade_order_detail.htm',
    pageKind: 'orderDetail',
    role: 'seller',
    when: (query) => query.get('sifg') === '1',
    ids: orderNo,
  },
  {
    hosts: ['trade.taobao.com', 'buyertrade.taobao.com', 'tradearchive.taobao.com'],
    path: /^\/trade\/detail\/trade_(?:order|item)_detail\.htm$/,
    pageKind: 'orderDetail',
    role: 'buyer',
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
    when: (query) => query.has('disputeId'),
    ids: refund,
  },
  { hosts: REFUND_HOSTS, path: '/dispute/detail.htm', pageKind: 'refundDetail', role: 'buyer', ids: refund },
  {
    hosts: QIANNIU_HOSTS,
    path: /^\/home\.htm\/(?:trade-platform|tp)\/refund-list\/detail\/?$/,
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
    path: /^\/home\.htm\/(?:trade-platform|tp)\/refund-list\/?$/,
    pageKind: 'refundList',
    role: 'seller',
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
  { hosts: PRODUCT_HOSTS, path: '/item.htm', pageKind: 'product', ids: item },
  {
    hosts: ['buyertrade.taobao.com', 'trade.taobao.com'],
    path: '/trade/detail/tradeSnap.htm',
    pageKind: 'snapshot',
    ids: itemOrder,
  },
  {
    hosts: ['market.m.taobao.com'],
    path: '/app/tp/snapshot-m/pages/entry/index.html',
    pageKind: 'snapshot',
    ids: itemOrder,
  },
  {
    hosts: ['market.m.taobao.com'],
    path: '/app/dinamic/pc-trade-logistics/home.html',
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
  { hosts: ['market.m.taobao.com'], path: '/app/im/chat/index.html', pageKind: 'chat', role: 'buyer' },
  { hosts: ['zhaoshang.tmall.com'], path: '/maintaininfo/liangzhao.htm', pageKind: 'shopLicence' },
  { hosts: ['login.taobao.com', 'login.tmall.com'], path: /./, pageKind: 'blocked' },
];
