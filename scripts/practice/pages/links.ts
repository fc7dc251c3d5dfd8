import type { Order, OrderItem, Site } from '../story/types.ts';

const host = (site: Site) => (site === 'tmall' ? 'tmall' : 'taobao');

/** Protocol-relative addresses as the pages print them. */
export const links = {
  orderDetail: (order: Order) =>
    `//buyertrade.taobao.com/trade/detail/trade_item_detail.htm?bizOrderId=${order.orderNo}`,
  orderDetailOld: (order: Order) =>
    order.site === 'tmall'
      ? `//trade.tmall.com/detail/orderDetail.htm?bizOrderId=${order.orderNo}`
      : `//trade.taobao.com/trade/detail/trade_order_detail.htm?biz_order_id=${order.orderNo}`,
  logistics: (order: Order) =>
    `https://market.m.taobao.com/app/dinamic/pc-trade-logistics/home.html?orderId=${order.orderNo}&entrance=pc`,
  item: (itemId: string, site: Site) =>
    site === 'tmall' ? `//detail.tmall.com/item.htm?id=${itemId}` : `//item.taobao.com/item.htm?id=${itemId}`,
  snapshot: (item: OrderItem) =>
    `//buyertrade.taobao.com/trade/detail/tradeSnap.htm?tradeID=${item.subOrderNo}&snapShot=true`,
  refund: (order: Order, item: OrderItem) =>
    `//refund2.${host(order.site)}.com/dispute/detail.htm?bizOrderId=${item.subOrderNo}&disputeType=1`,
  refundSeller: (refundNo: string, site: Site) =>
    `//refund2.${host(site)}.com/dispute/detail.htm?disputeId=${refundNo}`,
  refundApply: (order: Order, item: OrderItem) =>
    `//refund2.${host(order.site)}.com/dispute/applyRouter.htm?bizOrderId=${item.subOrderNo}`,
  complaint: (order: Order) => `//rights.taobao.com/complaint/redirect.jhtml?bizId=${order.orderNo}`,
  shop: (userId: string) => `//store.taobao.com/shop/view_shop.htm?user_number_id=${userId}`,
  chat: (nick: string) =>
    `https://market.m.taobao.com/app/im/chat/index.html?&uid=cntaobao${encodeURIComponent(nick)}&gid=&type=web#/`,
  wangwang: (nick: string) =>
    `//amos.alicdn.com/getcid.aw?v=3&uid=${encodeURIComponent(nick)}&site=cntaobao&groupid=0&s=1`,
  licence: (licenceId: string) => `//zhaoshang.tmall.com/maintaininfo/liangzhao.htm?xid=${licenceId}`,
};
