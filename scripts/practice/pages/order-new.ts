import { formatCountdown, formatTime } from '../china-time.ts';
import { listWords } from '../refund-actions.ts';
import { price } from '../story/money.ts';
import type { Order, OrderItem, Story } from '../story/types.ts';
import { links } from './links.ts';
import { mtopAnswer } from './order-list-new.ts';
import { autoConfirmAt, type OrderView } from './order-old.ts';
import { pictureUrl } from './pictures.ts';
import { STATUS_WORDS } from './words.ts';

/** What `mtop.taobao.order.query.detailv2` answers: everything the new order page prints. */
export function newOrder(story: Story, order: Order, view: OrderView): Record<string, unknown> {
  const end = autoConfirmAt(order);
  return mtopAnswer('mtop.taobao.order.query.detailv2', {
    status: STATUS_WORDS[order.status].text,
    confirm: end === null ? null : { remaining: end - view.now, text: formatCountdown(end - view.now) },
    shop: {
      name: order.shop.name,
      nick: order.shop.nick,
      url: links.shop(order.shop.userId),
      chatUrl: links.wangwang(order.shop.nick),
    },
    parcel: order.trackingNo
      ? {
          carrier: order.carrier,
          trackingNo: order.trackingNo,
          url: links.logistics(order),
          latest: order.signedAt
            ? { time: formatTime(order.signedAt).slice(5), text: '【示例二市】您的快件已签收，签收人：本人' }
            : null,
        }
      : null,
    address: `${story.buyer.receiver} ${story.buyer.phone} ${story.buyer.address}`,
    items: order.items.map((item) => itemOf(order, item, view)),
    rows: rowsOf(order, view),
  });
}

function itemOf(order: Order, item: OrderItem, view: OrderView): Record<string, unknown> {
  const { goods } = item;
  const refund = item.refundNo ? view.book.get(item.refundNo) : undefined;
  return {
    title: goods.title,
    url: links.item(goods.itemId, order.site),
    snapshotUrl: links.snapshot(item),
    picture: pictureUrl(goods.picture),
    sku: `${goods.sku.name}：${goods.sku.value}`,
    price: price(goods.cents),
    quantity: item.quantity,
    operation: refund
      ? { text: listWords(refund).current, url: links.refund(order, item) }
      : { text: '申请售后', url: links.refundApply(order, item) },
  };
}

/** The right column: label, value, whether a copy button follows. */
function rowsOf(order: Order, view: OrderView): { label: string; value: string; copy?: true; url?: string }[] {
  const blank = (value: string) => (view.half ? '' : value);
  const first = order.items[0];
  const time = (label: string, at: number | undefined) =>
    at === undefined ? [] : [{ label, value: blank(formatTime(at)) }];
  return [
    { label: '商品总价', value: price(order.goodsCents) },
    { label: '运费', value: price(order.shippingCents) },
    { label: '实付款', value: blank(price(order.paidCents)) },
    { label: '订单编号', value: order.orderNo, copy: true },
    { label: '支付宝交易号', value: blank(order.paymentNo), copy: true },
    ...time('创建时间', order.createdAt),
    ...time('付款时间', order.paidAt),
    ...time('发货时间', order.shippedAt),
    ...time('成交时间', order.finishedAt),
    { label: '支付方式', value: '支付宝' },
    ...(first ? [{ label: '交易快照', value: '发生交易争议时，可作为判断依据', url: links.snapshot(first) }] : []),
  ];
}
