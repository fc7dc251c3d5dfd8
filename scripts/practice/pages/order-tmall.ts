import { formatTime } from '../china-time.ts';
import { listWords } from '../refund-actions.ts';
import { price } from '../story/money.ts';
import type { Order, OrderItem, Story } from '../story/types.ts';
import { links } from './links.ts';
import { autoConfirmAt, type OrderView } from './order-old.ts';
import { pictureUrl } from './pictures.ts';
import { STATUS_WORDS, tmallStatus } from './words.ts';

const label = (text: string) => ({ type: 'label', text });
const keyed = (key: string, ...content: unknown[]) => ({ key, content });

/** The `var detailData` of Tmall's order page. */
export function tmallOrder(story: Story, order: Order, view: OrderView): Record<string, unknown> {
  return {
    amount: { count: [amounts(order, view)], promotion: [], priceDetailBuilder: {} },
    basic: { title: '订单信息', log: {}, lists: basicLists(story, order, view) },
    orders: { list: [parcel(order, view)] },
    other: { content: [] },
    overStatus: overStatus(order, view.now),
    stepbar: stepbar(order),
    top: { crumbs: keyed('您的位置', { type: 'operation', action: 'b4', text: '首页', url: '//www.tmall.com' }) },
    traceId: '0'.repeat(30),
    tradeStatus: STATUS_WORDS[order.status].code,
  };
}

function amounts(order: Order, view: OrderView): unknown[] {
  const rows: [string, string][] = [
    ['商品总价', price(order.goodsCents)],
    ['运费(快递)', price(order.shippingCents)],
    ['实付款', view.half ? '' : price(order.paidCents)],
  ];
  return rows.map(([name, money]) =>
    keyed('', {
      type: 'mixture',
      root: 'root',
      layout: { root: { children: ['row1'] }, row1: { children: ['titleLink', 'colon', 'money'] } },
      data: { titleLink: label(name), colon: label('：'), money: label(money) },
    }),
  );
}

function basicLists(story: Story, order: Order, view: OrderView): unknown[] {
  const { receiver, phone, address } = story.buyer;
  const more = (list: unknown[]) => ({ type: 'more', text: '更多', direction: 'left', noHover: false, moreList: list });
  const times: [string, number | undefined][] = [
    ['成交时间', order.createdAt],
    ['付款时间', order.paidAt],
    ['发货时间', order.shippedAt],
  ];
  const details = [
    keyed('支付宝交易号', label(view.half ? '' : order.paymentNo)),
    ...times.flatMap(([key, at]) => (at === undefined ? [] : [keyed(key, label(view.half ? '' : formatTime(at)))])),
  ];
  const nick = order.shop.nick;
  const html = `<span class='short-dd-nick' title='${nick}'>${nick}<span class='J_WangWang' data-nick='${nick}' data-icon='small'></span></span>`;
  return [
    keyed('收货地址', label(`${receiver},${phone},${address},000000`)),
    keyed('买家留言', label(order.buyerMessage || '-')),
    keyed('订单编号', label(order.orderNo), more(details)),
    keyed('商家', { type: 'html', text: html }, more([keyed('真实姓名', label('')), keyed('城市', label(''))])),
  ];
}

function parcel(order: Order, view: OrderView): Record<string, unknown> {
  const content = order.trackingNo
    ? [
        {
          type: 'logistic',
          text: '包裹1',
          companyName: order.carrier,
          mailNo: order.trackingNo,
          url: links.logistics(order),
        },
      ]
    : [];
  const end = autoConfirmAt(order);
  const statusInfo = end === null ? [] : [{ type: 'countdown', serverTime: String(view.now), targetTime: String(end) }];
  return {
    logistic: keyed('', ...content),
    status: [
      {
        statusInfo: [label(order.status === 'shipped' ? '待确认收货' : STATUS_WORDS[order.status].text), ...statusInfo],
        subOrders: order.items.map((item) => subOrder(order, item, view)),
      },
    ],
  };
}

function subOrder(order: Order, item: OrderItem, view: OrderView): Record<string, unknown> {
  const { goods } = item;
  const refund = item.refundNo ? view.book.get(item.refundNo) : undefined;
  return {
    itemInfo: {
      title: goods.title,
      auctionUrl: links.item(goods.itemId, order.site),
      itemUrl: links.snapshot(item),
      snapUrl: links.snapshot(item),
      pic: pictureUrl(goods.picture),
      skuText: [keyed(goods.sku.name, label(goods.sku.value))],
      extra: [],
      serviceIcons: [],
    },
    priceInfo: [label(price(goods.cents))],
    quantity: String(item.quantity),
    operations: refund
      ? [{ type: 'operation', text: listWords(refund).old, url: links.refund(order, item) }]
      : [{ type: 'operation', text: '退款/退换货', url: links.refundApply(order, item) }],
  };
}

function overStatus(order: Order, now: number): Record<string, unknown> {
  const end = autoConfirmAt(order);
  const prompt =
    end === null
      ? []
      : [
          keyed('', {
            type: 'countdown',
            preText: '您还有',
            afterText: ';来确认收货,超时订单自动确认收货',
            serverTime: String(now),
            targetTime: String(end),
          }),
        ];
  return {
    explain: [],
    operate: [
      keyed('您可以', { type: 'operation', action: 'b5', id: 'CONFIRM_GOODS', text: '确认收货', url: '#confirm' }),
    ],
    prompt,
    status: { content: [{ type: 'html', text: `<h3>订单状态: ${tmallStatus(order)}</h3>` }] },
  };
}

function stepbar(order: Order): Record<string, unknown> {
  const steps: [string, number | undefined][] = [
    ['拍下商品', order.createdAt],
    ['付款到支付宝', order.paidAt],
    ['卖家发货', order.shippedAt],
    ['确认收货', order.finishedAt],
    ['评价', undefined],
  ];
  const options = steps.map(([content, at]) => ({ content, ...(at !== undefined && { time: formatTime(at) }) }));
  return { current: options.filter((option) => 'time' in option).length - 1, options };
}
