import { links } from './pages/links.ts';
import type { OrderItem, Story } from './story/types.ts';

export interface PracticeUrls {
  home: string;
  orderList: string;
  orderListOld: string;
  /** New order page of the dispute's order. */
  order: string;
  /** Old order page of the same order. */
  orderOld: string;
  orderTmall: string;
  /** The Taobao address of the Tmall order, which leads to `orderTmall`. */
  orderTmallByTaobao: string;
  refund: string;
  refundSeller: string;
  refundTmall: string;
  refundTmallSeller: string;
  refundFinished: string;
  chat: string;
  chatCore: string;
  product: string;
  /** The product page after the seller took its claims back. */
  productEdited: string;
  productTmall: string;
  snapshot: string;
  logistics: string;
  licence: string;
  punish: string;
  login: string;
  /** Twelve screens of 800 px. */
  long: string;
}

function first(items: OrderItem[]): OrderItem {
  const item = items[0];
  if (!item) throw new Error('An order needs an item');
  return item;
}

/** Absolute addresses of every page of the story. */
export function practiceUrls(story: Story): PracticeUrls {
  const { order, tmallOrder, refund, tmallRefund, finishedRefund } = story;
  const item = first(order.items);
  const tmallItem = first(tmallOrder.items);
  const absolute = (address: string) => (address.startsWith('//') ? `https:${address}` : address);
  const market = 'https://market.m.taobao.com/app';
  const list = 'https://buyertrade.taobao.com/trade/itemlist/list_bought_items.htm';
  return {
    home: 'https://www.taobao.com/',
    orderList: list,
    orderListOld: `${list}?old=1`,
    order: absolute(links.orderDetail(order)),
    orderOld: absolute(links.orderDetailOld(order)),
    orderTmall: `https://trade.tmall.com/detail/orderDetail.htm?biz_order_id=${tmallOrder.orderNo}&forward_action=`,
    orderTmallByTaobao: absolute(links.orderDetail(tmallOrder)),
    refund: absolute(links.refund(order, item)),
    refundSeller: absolute(links.refundSeller(refund.refundNo, refund.site)),
    refundTmall: absolute(links.refund(tmallOrder, tmallItem)),
    refundTmallSeller: absolute(links.refundSeller(tmallRefund.refundNo, tmallRefund.site)),
    refundFinished: `https://refund2.taobao.com/dispute/detail.htm?bizOrderId=${finishedRefund.subOrderNo}&disputeType=1`,
    chat: links.chat(order.shop.nick),
    chatCore: `${market}/im/chat-core/index.html`,
    product: absolute(links.item(item.goods.itemId, 'taobao')),
    productEdited: `${absolute(links.item(item.goods.itemId, 'taobao'))}&edited=1`,
    productTmall: absolute(links.item(tmallItem.goods.itemId, 'tmall')),
    snapshot: absolute(links.snapshot(item)),
    logistics: links.logistics(order),
    licence: absolute(links.licence(story.company.licenceId)),
    punish: `${list}/_____tmd_____/punish?x5secdata=practice&x5step=1`,
    login: 'https://login.taobao.com/member/login.jhtml?redirectURL=https%3A%2F%2Fbuyertrade.taobao.com%2F',
    long: `${market}/practice/long.html?screens=12`,
  };
}
