import * as orders from './handlers/orders.ts';
import * as others from './handlers/others.ts';
import * as refund from './handlers/refund.ts';
import type { Handler } from './web.ts';

interface Route {
  hosts: RegExp;
  path: RegExp;
  handler: Handler;
}

/** `*` in a path stands for anything, in a host for one label. */
function route(hosts: string, path: string, handler: Handler): Route {
  const pattern = (text: string, any: string) =>
    text
      .split('*')
      .map((part) => part.replace(/[.?+()[\]{}|\\/]/gu, '\\$&'))
      .join(any);
  return {
    hosts: new RegExp(
      `^(?:${hosts
        .split(' ')
        .map((host) => pattern(host, '[^.]+'))
        .join('|')})$`,
      'u',
    ),
    path: new RegExp(`^${pattern(path, '.*')}$`, 'u'),
    handler,
  };
}

const ORDERS = 'buyertrade.taobao.com trade.taobao.com';
const REFUND = 'refund2.taobao.com refund2.tmall.com';

/** Which page answers at which address; the first that fits. */
const ROUTES: Route[] = [
  route('*.taobao.com *.tmall.com *.m.taobao.com', '*/_____tmd_____/punish*', others.punish),
  route('www.taobao.com', '/', others.home),
  route(ORDERS, '/trade/itemlist/list_bought_items.htm', orders.orderList),
  route(ORDERS, '/trade/itemlist/asyncBought.htm', orders.moreOldOrders),
  route('h5api.m.taobao.com', '/h5/mtop.taobao.order.queryboughtlistv2/1.0/*', orders.boughtList),
  route('h5api.m.taobao.com', '/h5/mtop.taobao.order.query.detailv2/1.0/*', orders.orderData),
  route(ORDERS, '/trade/detail/trade_order_detail.htm', orders.orderDetailOld),
  route('buyertrade.taobao.com', '/trade/detail/trade_item_detail.htm', orders.itemDetail),
  route('trade.taobao.com', '/trade/detail/trade_item_detail.htm', orders.orderDetailOld),
  route('trade.tmall.com', '/detail/orderDetail.htm', orders.orderDetailTmall),
  route(ORDERS, '/trade/detail/tradeSnap.htm', others.snapshot),
  route(REFUND, '/dispute/detail.htm', refund.refundDetail),
  route(REFUND, '/dispute/adjust/adjustDetail.json', refund.adjustRefund),
  route('market.m.taobao.com', '/app/im/chat/index.html', others.chat),
  route('market.m.taobao.com', '/app/im/chat-core/index.html', others.chatCore),
  route('market.m.taobao.com', '/app/im/chat-core/messages.json', others.chatHistory),
  route('market.m.taobao.com', '/app/dinamic/pc-trade-logistics/home.html', others.logistics),
  route('market.m.taobao.com', '/app/practice/search-suggest.html', others.searchSuggest),
  route('market.m.taobao.com', '/app/practice/*', others.longPage),
  route('item.taobao.com detail.tmall.com', '/item.htm', others.product),
  route('zhaoshang.tmall.com', '/maintaininfo/liangzhao.htm', others.licence),
  route('login.taobao.com', '/*', others.login),
  route('g.alicdn.com', '/practice/*', others.asset),
  route('img.alicdn.com gw.alicdn.com', '/imgextra/*', others.picture),
  route('amos.alicdn.com', '/getcid.aw', others.wangwang),
  route('store.taobao.com rights.taobao.com www.tmall.com i.taobao.com', '/*', others.placeholder),
  route(REFUND, '/dispute/applyRouter.htm', others.placeholder),
];

/** The page at this address; addresses are compared without regard to case in the path of the data service only. */
export function findHandler(host: string, path: string): Handler | undefined {
  const asked = host.startsWith('h5api.') ? path.toLowerCase() : path;
  return ROUTES.find((entry) => entry.hosts.test(host) && entry.path.test(asked))?.handler;
}
