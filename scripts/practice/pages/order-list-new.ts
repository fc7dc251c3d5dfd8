import { formatTime } from '../china-time.ts';
import { listWords } from '../refund-actions.ts';
import type { RefundBook } from '../refunds.ts';
import { price } from '../story/money.ts';
import type { Order, OrderItem, Story } from '../story/types.ts';
import { links } from './links.ts';
import { pictureUrl } from './pictures.ts';
import { STATUS_WORDS } from './words.ts';

const PAGE_SIZE = 20;

type Fields = Record<string, unknown>;

/** What `mtop.taobao.order.queryboughtlistV2` answers for page `pageNo` from 1: components by `<name>_<order number>`. */
export function newOrderList(story: Story, book: RefundBook, pageNo: number): Record<string, unknown> {
  const orders = story.orders.slice((pageNo - 1) * PAGE_SIZE, pageNo * PAGE_SIZE);
  const components = Object.assign({}, ...orders.map((order) => componentsOf(order, book)));
  const hasMore = pageNo * PAGE_SIZE < story.orders.length;
  components.pagination = {
    tag: 'pagination',
    fields: { currentPage: pageNo, hasMore, pageSize: PAGE_SIZE, totalNum: story.orders.length },
  };
  const structure = { boughtlist: orders.map(({ orderNo }) => `shopOrderContainer_${orderNo}`) };
  return mtopAnswer('mtop.taobao.order.queryboughtlistV2', {
    data: components,
    hierarchy: { root: 'boughtlist', structure },
  });
}

export function mtopAnswer(api: string, data: Record<string, unknown>): Record<string, unknown> {
  return { api, v: '1.0', ret: ['SUCCESS::调用成功'], data };
}

function componentsOf(order: Order, book: RefundBook): Record<string, { tag: string; fields: Fields }> {
  const no = order.orderNo;
  const components: Record<string, { tag: string; fields: Fields }> = {
    [`shopInfo_${no}`]: { tag: 'shopInfo', fields: shopFields(order) },
    [`orderPayment_${no}`]: {
      tag: 'orderPayment',
      fields: {
        actualFee: { prefix: '实付款', value: price(order.paidCents) },
        postFee: { prefix: '含运费', value: price(order.shippingCents) },
      },
    },
    [`operations_${no}`]: { tag: 'operations', fields: { options: operationsOf(order) } },
  };
  for (const item of order.items) {
    components[`orderItemInfo_${no}_${item.subOrderNo}`] = {
      tag: 'orderItemInfo',
      fields: { item: itemFields(order, item, book) },
    };
  }
  return components;
}

function shopFields(order: Order): Fields {
  return {
    orderId: order.orderNo,
    createTime: formatTime(order.createdAt),
    shopName: order.shop.name,
    shopUrl: links.shop(order.shop.userId),
    sellerNick: order.shop.nick,
    tradeTitle: STATUS_WORDS[order.status].text,
    detailUrl: links.orderDetail(order),
  };
}

function itemFields(order: Order, item: OrderItem, book: RefundBook): Fields {
  const { goods } = item;
  const refund = item.refundNo ? book.get(item.refundNo) : undefined;
  return {
    title: goods.title,
    itemUrl: links.item(goods.itemId, order.site),
    quantity: String(item.quantity),
    pic: pictureUrl(goods.picture),
    skuList: [goods.sku],
    service: '7天无理由退货 退货运费险',
    priceInfo: { actualTotalFee: price(goods.cents), original: price(Math.round(goods.cents * 1.25)) },
    ...(refund && { refundStatus: { text: listWords(refund).current, url: links.refund(order, item) } }),
  };
}

function operationsOf(order: Order): { text: string; url?: string }[] {
  const detail = { text: '订单详情', url: links.orderDetail(order) };
  if (!order.trackingNo) return [detail];
  const logistics = { text: '查看物流', url: links.logistics(order) };
  return order.status === 'shipped' ? [detail, logistics, { text: '确认收货' }] : [detail, logistics];
}
