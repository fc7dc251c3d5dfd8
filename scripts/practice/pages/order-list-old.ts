import { DAY, formatMonthDay, formatTime } from '../china-time.ts';
import { listWords } from '../refund-actions.ts';
import type { RefundBook } from '../refunds.ts';
import { price, yuan } from '../story/money.ts';
import type { Order, OrderItem, Story } from '../story/types.ts';
import { rawNumber } from './legacy-json.ts';
import { links } from './links.ts';
import { pictureUrl } from './pictures.ts';
import { STATUS_WORDS } from './words.ts';

const PAGE_SIZE = 15;

/** The `var data` of the old order list, page `pageNo` from 1. Ids of items and of `extra` are numbers beyond 2^53. */
export function oldOrderList(story: Story, book: RefundBook, pageNo: number): Record<string, unknown> {
  const orders = story.orders.slice((pageNo - 1) * PAGE_SIZE, pageNo * PAGE_SIZE);
  const totalPage = Math.ceil(story.orders.length / PAGE_SIZE);
  return {
    error: '',
    extra: {
      asyncRequestUrl:
        '/trade/itemlist/asyncBought.htm?action=itemlist/BoughtQueryAction&event_submit_do_query=1&_input_charset=utf8',
      mainBizOrderIds: orders.map(({ orderNo }) => orderNo).join('-'),
    },
    mainOrders: orders.map((order) => mainOrder(order, book)),
    page: { currentPage: pageNo, pageSize: PAGE_SIZE, totalNumber: story.orders.length, totalPage },
    query: { pageNum: pageNo, pageSize: PAGE_SIZE },
    tabs: ['所有订单', '待付款', '待发货', '待收货', '待评价'].map((text, index) => ({ text, selected: index === 0 })),
  };
}

function mainOrder(order: Order, book: RefundBook): Record<string, unknown> {
  const { shop } = order;
  return {
    id: order.orderNo,
    extra: {
      id: rawNumber(order.orderNo),
      bizType: 200,
      tradeStatus: STATUS_WORDS[order.status].code,
      closed: order.status === 'closed',
    },
    orderInfo: {
      id: order.orderNo,
      createDay: formatTime(order.createdAt).slice(0, 10),
      createTime: formatTime(order.createdAt),
      b2C: order.site === 'tmall',
    },
    seller: {
      id: Number(shop.userId),
      nick: shop.nick,
      shopName: shop.name,
      shopUrl: links.shop(shop.userId),
      wangwangType: 'nonAlipay',
    },
    payInfo: {
      actualFee: yuan(order.paidCents),
      icons: [],
      postFees: [{ prefix: '(含运费', suffix: ')', value: price(order.shippingCents) }],
    },
    statusInfo: {
      text: STATUS_WORDS[order.status].text,
      type: 't0',
      url: links.orderDetail(order),
      operations: statusOperations(order),
    },
    operations: orderOperations(order),
    subOrders: order.items.map((item) => subOrder(order, item, book)),
  };
}

function statusOperations(order: Order): Record<string, string>[] {
  const detail = { id: 'viewDetail', style: 't0', text: '订单详情', type: 'operation', url: links.orderDetail(order) };
  if (!order.trackingNo) return [detail];
  const url = links.logistics(order);
  return [detail, { id: 'viewLogistic', style: 't1', text: '查看物流', type: 'operation', url }];
}

function orderOperations(order: Order): Record<string, string>[] {
  const flag = { id: 'flag', style: 'thead', text: '编辑标记信息，仅自己可见', type: 'operation', url: '#flag' };
  if (order.status === 'shipped') {
    return [{ id: 'confirmGood', style: 't3', text: '确认收货', type: 'operation', url: '#confirm' }, flag];
  }
  return [{ id: 'buyAgain', style: 't0', text: '再次购买', type: 'operation', url: '#again' }, flag];
}

function subOrder(order: Order, item: OrderItem, book: RefundBook): Record<string, unknown> {
  const { goods } = item;
  const shipBy = [{ name: '发货时间', value: `${formatMonthDay(order.createdAt + 2 * DAY)}前发货`, visible: 'SOLID' }];
  return {
    id: rawNumber(item.subOrderNo),
    quantity: String(item.quantity),
    priceInfo: { realTotal: yuan(goods.cents) },
    itemInfo: {
      id: Number(goods.itemId),
      title: goods.title,
      itemUrl: links.item(goods.itemId, order.site),
      snapUrl: links.snapshot(item),
      pic: `${pictureUrl(goods.picture)}_80x80.jpg`,
      skuText: [{ name: goods.sku.name, value: goods.sku.value, visible: 'SOLID' }],
      extra: order.status === 'waitSend' ? shipBy : [],
      serviceIcons: [],
    },
    operations: itemOperations(order, item, book),
  };
}

/** Refund links carry the number of the item, the complaint link that of the order. */
function itemOperations(order: Order, item: OrderItem, book: RefundBook): Record<string, string>[] {
  if (order.status === 'waitPay' || order.status === 'closed') return [];
  const refund = item.refundNo ? book.get(item.refundNo) : undefined;
  const applyWord = order.status === 'success' ? '申请售后' : order.site === 'tmall' ? '退款/退换货' : '退款/退货';
  const refundLink = refund
    ? { style: 't0', text: listWords(refund).old, url: links.refund(order, item) }
    : { style: 't0', text: applyWord, url: links.refundApply(order, item) };
  const complain = order.site === 'tmall' ? '投诉商家' : '投诉卖家';
  return [refundLink, { style: 't0', text: complain, action: 'a3', dataUrl: links.complaint(order) }];
}
