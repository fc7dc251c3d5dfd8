import { daysBefore, HOUR } from '../china-time.ts';
import { inventedCreditCode } from './credit-code.ts';
import { shop, tmallShop } from './goods.ts';
import { allOrders, disputeOrder, tmallOrder } from './orders.ts';
import type { Company, Order, OrderItem, RefundRequest, Story } from './types.ts';

const company: Company = {
  name: '示例市山野小铺食品有限公司',
  creditCode: inventedCreditCode('0TE5T1'),
  type: '有限责任公司(自然人独资)',
  address: '示例省示例市示例区示例路1号2幢301室',
  legalRepresentative: '测试法人',
  registeredAt: '2019-04-18',
  capital: '50万元人民币',
  authority: '示例市示例区市场监督管理局',
  scope: '食品销售；初级农产品收购；食用农产品零售；互联网销售（除销售需要许可的商品）',
  licenceId: '900000000000PRACTICE',
};

function firstItem(order: Order): OrderItem {
  const item = order.items[0];
  if (!item) throw new Error('An order needs an item');
  return item;
}

function mushroomRefund(order: Order, now: number): RefundRequest {
  const item = firstItem(order);
  item.refundNo = '917530264418007801';
  return {
    refundNo: item.refundNo,
    orderNo: order.orderNo,
    subOrderNo: item.subOrderNo,
    site: order.site,
    type: 'returnRefund',
    cents: item.goods.cents * item.quantity,
    reason: '商品变质/发霉/有异味',
    description: '两袋香菇都有霉斑和虫眼，泡发后有异味，与页面写的“深山自采、无霉变”不符，开袋照片已上传。',
    pictures: ['mould-bag', 'mould-close', 'soaked'],
    appliedAt: daysBefore(now, 1, '09:41:20'),
    refusal: {
      at: daysBefore(now, 1, '16:05:12'),
      reason: '商品没问题，买家举证无效',
      note: '白色为香菇自然孢子粉，不是霉变，不影响食用。开袋后不支持退货退款。',
      pictures: ['stock'],
    },
  };
}

function basketRefund(order: Order, now: number): RefundRequest {
  const item = firstItem(order);
  item.refundNo = '917530991207007801';
  return {
    refundNo: item.refundNo,
    orderNo: order.orderNo,
    subOrderNo: item.subOrderNo,
    site: order.site,
    type: 'refundOnly',
    cents: 2900,
    reason: '少件/漏发',
    description: '页面是两件套，只收到一只大筐，少发小筐。',
    pictures: ['basket-one'],
    appliedAt: daysBefore(now, 1, '10:02:48'),
    refusal: {
      at: daysBefore(now, 1, '17:36:19'),
      reason: '已按订单足额发货',
      note: '仓库称重记录显示两件均已发出。',
      pictures: [],
    },
  };
}

function finishedRefund(orders: Order[]): RefundRequest {
  const order = orders.find(({ site, status }) => site === 'taobao' && status === 'success');
  if (!order?.signedAt) throw new Error('The story needs a finished order');
  const item = firstItem(order);
  item.refundNo = '917401187530007801';
  return {
    refundNo: item.refundNo,
    orderNo: order.orderNo,
    subOrderNo: item.subOrderNo,
    site: order.site,
    type: 'refundOnly',
    cents: 500,
    reason: '包装破损',
    description: '外包装破了，卖家同意补偿5元。',
    pictures: ['parcel'],
    appliedAt: order.signedAt + 4 * HOUR,
    refusal: { at: order.signedAt + 9 * HOUR, reason: '其他', note: '', pictures: [] },
  };
}

/** The one story every page tells. Times of day are fixed and days are counted back from `now`, so nothing lies in the future. */
export function createStory(now: number): Story {
  const order = disputeOrder(now);
  const ofTmall = tmallOrder(now);
  const orders = allOrders(now, [order, ofTmall]);
  return {
    now,
    buyer: {
      nick: '测试买家01',
      receiver: '测试收货人',
      phone: '13800000000',
      address: '示例省 示例二市 示例区 示例路1号',
    },
    shop,
    tmallShop,
    orders,
    order,
    tmallOrder: ofTmall,
    refund: mushroomRefund(order, now),
    tmallRefund: basketRefund(ofTmall, now),
    finishedRefund: finishedRefund(orders),
    returnParcel: { carrier: '中通快递', trackingNo: '900000000000003' },
    company,
  };
}

/** The order with this number, be it the order's own or that of one of its items. */
export function findOrder(story: Story, anyNo: string): Order | undefined {
  return story.orders.find(
    (order) => order.orderNo === anyNo || order.items.some(({ subOrderNo }) => subOrderNo === anyNo),
  );
}
