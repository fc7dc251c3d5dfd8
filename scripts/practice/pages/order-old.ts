import { countdownParts, DAY, formatMonthDay, formatTime } from '../china-time.ts';
import { listWords } from '../refund-actions.ts';
import type { RefundBook } from '../refunds.ts';
import { price } from '../story/money.ts';
import type { Order, OrderItem, Story } from '../story/types.ts';
import { rawNumber } from './legacy-json.ts';
import { links } from './links.ts';
import { pictureUrl } from './pictures.ts';
import { STATUS_WORDS } from './words.ts';

export interface OrderView {
  now: number;
  book: RefundBook;
  /** Some labels stay without a value. */
  half: boolean;
}

/** Ten days after shipping the platform confirms receipt. */
export function autoConfirmAt(order: Order): number | null {
  return order.status === 'shipped' && order.shippedAt !== undefined ? order.shippedAt + 10 * DAY : null;
}

const line = (content: unknown[]) => ({ type: 'line', content });
const text = (value: string) => ({ type: 'text', value });
const nameValue = (name: string, value: unknown) => ({ type: 'namevalue', value: { name, value } });

/** The `var data` of the old order page. */
export function oldOrder(story: Story, order: Order, view: OrderView): Record<string, unknown> {
  return {
    traceId: '0'.repeat(30),
    crumbs: [{ text: '首页', url: '//www.taobao.com' }],
    buyMessage: order.buyerMessage,
    deliveryInfo: deliveryOf(story, order),
    mainOrder: mainOrder(order, view),
    orderBar: orderBar(order),
    operationsGuide: guide(order, view.now),
    detailExtra: {
      b2c: order.site === 'tmall',
      inRefund: order.items.some(({ refundNo }) => refundNo !== undefined),
      refundByTb: false,
      success: order.status === 'success',
      tradeEnd: order.status === 'success' || order.status === 'closed',
    },
  };
}

function deliveryOf(story: Story, order: Order): Record<string, unknown> {
  const { receiver, phone, address } = story.buyer;
  return {
    address: `${receiver}，86-${phone}，${address}，000000`,
    logisticsName: order.carrier ?? '',
    logisticsNum: order.trackingNo ?? '',
    sellerNick: order.shop.nick,
    shipType: '快递',
    showLogistics: order.trackingNo !== undefined,
    asyncLogisticsUrl: `//detail.i56.taobao.com/call/queryTrace.do?dimension=TRADE_ID&tradeId=${order.orderNo}`,
  };
}

function mainOrder(order: Order, view: OrderView): Record<string, unknown> {
  const words = STATUS_WORDS[order.status];
  const paid = view.half ? '' : price(order.paidCents);
  return {
    id: order.orderNo,
    tradeStatus: words.code,
    statusInfo: { type: 't0', text: `当前订单状态：${words.text}` },
    seller: { id: Number(order.shop.userId), nick: order.shop.nick, wangwangType: 'wangwang' },
    columns: ['宝贝', '宝贝属性', '状态', '服务', '数量', '单价'],
    orderInfo: { type: 'group', lines: [line([]), line(orderLines(order, view))] },
    payInfo: {
      cod: false,
      feeMess: [
        { visible: 'SOLID', name: '商品总价', value: price(order.goodsCents) },
        { visible: 'SOLID', name: '运费', value: price(order.shippingCents) },
      ],
      actualFee: { visible: 'SOLID', highLight: true, name: '实付款', value: paid },
    },
    subOrders: order.items.map((item) => subOrder(order, item, view)),
    operations: [],
  };
}

function orderLines(order: Order, view: OrderView): unknown[] {
  const times: [string, number | undefined][] = [
    ['创建时间:', order.createdAt],
    ['付款时间:', order.paidAt],
    ['发货时间:', order.shippedAt],
    ['成交时间:', order.finishedAt],
  ];
  return [
    nameValue('订单编号:', [text(order.orderNo)]),
    nameValue('支付宝交易号:', view.half ? '' : order.paymentNo),
    ...times.flatMap(([name, at]) => (at === undefined ? [] : [nameValue(name, view.half ? '' : formatTime(at))])),
  ];
}

function subOrder(order: Order, item: OrderItem, view: OrderView): Record<string, unknown> {
  const { goods } = item;
  return {
    id: rawNumber(item.subOrderNo),
    idStr: item.subOrderNo,
    priceInfo: price(goods.cents),
    quantity: String(item.quantity),
    service: [],
    tradeStatus: itemStatus(order, item, view.book),
    itemInfo: {
      title: goods.title,
      pic: pictureUrl(goods.picture),
      auctionUrl: links.snapshot(item),
      skuText: [line([nameValue(`${goods.sku.name}：`, goods.sku.value)])],
      extra:
        order.status === 'waitSend'
          ? [
              {
                visible: 'SOLID',
                highLight: true,
                name: '发货时间：',
                value: `${formatMonthDay(order.createdAt + 2 * DAY)}前发货`,
              },
            ]
          : [],
      serviceIcons: [],
    },
  };
}

const RECEIPT_WORDS = {
  waitPay: '未付款',
  waitSend: '未发货',
  shipped: '未确认收货',
  success: '已确认收货',
  closed: '交易关闭',
};

function itemStatus(order: Order, item: OrderItem, book: RefundBook): unknown[] {
  const receipt = line([text(RECEIPT_WORDS[order.status])]);
  const refund = item.refundNo ? book.get(item.refundNo) : undefined;
  if (!refund) return [receipt];
  const url = links.refund(order, item);
  return [
    receipt,
    line([{ type: 'operation', value: { style: 't0', type: 'operation', text: listWords(refund).old, url } }]),
  ];
}

function orderBar(order: Order): Record<string, unknown> {
  const steps: [string, number | undefined][] = [
    ['拍下宝贝', order.createdAt],
    ['付款到支付宝', order.paidAt],
    ['卖家发货', order.shippedAt],
    ['确认收货', order.finishedAt],
  ];
  const nodes = steps.map(([name, at], index) => ({
    index: index + 1,
    text: name,
    ...(at !== undefined && { date: formatTime(at) }),
  }));
  return { nodes, currentStepIndex: 0, currentIndex: nodes.filter((node) => 'date' in node).length };
}

/** What the buyer is told to do, with the countdown to automatic confirmation as parts of time. */
function guide(order: Order, now: number): unknown[] {
  const end = autoConfirmAt(order);
  if (end === null) return [];
  const remaining = Math.max(0, end - now);
  const countdown = { ...countdownParts(remaining), countDown: Math.floor(remaining / 1000) };
  const title = order.items[0]?.goods.title ?? '';
  return [
    {
      type: 'group',
      layout: 'li',
      lines: [
        line([
          text('您还有 '),
          { type: 'countdown', value: countdown },
          text('来完成宝贝'),
          { type: 'operation', value: { style: 't16', type: 'operation', text: title } },
          text(' 的"确认收货"操作。'),
          text(`到时既没有确认也没有申请退款的，系统会自动确认收货，把货款付给卖家（${order.shop.nick}）。`),
        ]),
        line([
          text('已经收到并且满意的，可以直接'),
          { type: 'operation', value: { style: 't3', type: 'operation', text: '确认收货', url: '#confirm' } },
        ]),
      ],
    },
  ];
}
