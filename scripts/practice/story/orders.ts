import { DAY, daysBefore, formatTime, HOUR, MINUTE } from '../china-time.ts';
import { basket, mushroom, noodles, otherGoods } from './goods.ts';
import type { Goods, Order, OrderItem, OrderStatus } from './types.ts';

/** Real order numbers of one buyer end alike; all invented ones here begin with 9. */
const BUYER_TAIL = '007801';
const ORDER_COUNT = 32;

function number19(middle: number): string {
  return `9${middle}${BUYER_TAIL}`;
}

/** A single-item order and its item share one number; of several items each has its own, next to the order's. */
function itemsOf(middle: number, lines: [Goods, number][]): OrderItem[] {
  const step = lines.length === 1 ? 0 : 1;
  return lines.map(([goods, quantity], index) => ({
    subOrderNo: number19(middle + step * (index + 1)),
    goods,
    quantity,
  }));
}

interface Plan {
  middle: number;
  lines: [Goods, number][];
  shippingCents: number;
  status: OrderStatus;
  createdAt: number;
  tracking?: [carrier: string, trackingNo: string];
  buyerMessage?: string;
}

function orderOf(plan: Plan): Order {
  const { createdAt, status, shippingCents, middle } = plan;
  const items = itemsOf(middle, plan.lines);
  const goodsCents = items.reduce((sum, item) => sum + item.goods.cents * item.quantity, 0);
  const first = plan.lines[0];
  if (!first) throw new Error('An order needs an item');
  const { shop } = first[0];
  return {
    orderNo: number19(middle),
    site: shop.site,
    shop,
    status,
    items,
    goodsCents,
    shippingCents,
    paidCents: goodsCents + shippingCents,
    paymentNo: `${formatTime(createdAt).slice(0, 10).replaceAll('-', '')}0000000090${BUYER_TAIL}${String(middle).slice(-4)}`,
    createdAt,
    ...timesOf(status, createdAt),
    ...(plan.tracking && { carrier: plan.tracking[0], trackingNo: plan.tracking[1] }),
    buyerMessage: plan.buyerMessage ?? '',
  };
}

function timesOf(
  status: OrderStatus,
  createdAt: number,
): Partial<Pick<Order, 'paidAt' | 'shippedAt' | 'signedAt' | 'finishedAt'>> {
  if (status === 'waitPay' || status === 'closed') return {};
  const paidAt = createdAt + 41_000;
  if (status === 'waitSend') return { paidAt };
  const shippedAt = createdAt + 20 * HOUR + 7 * MINUTE + 15_000;
  const signedAt = daysBefore(shippedAt, -3, '11:26:05');
  if (status === 'shipped') return { paidAt, shippedAt, signedAt };
  return { paidAt, shippedAt, signedAt, finishedAt: signedAt + 3 * DAY + 35 * MINUTE };
}

/** The order of the dispute: created nine days ago, 35.20 of mushrooms, 29.40 of noodles, 6.00 postage. */
export function disputeOrder(now: number): Order {
  return orderOf({
    middle: 266118004512,
    lines: [
      [mushroom, 2],
      [noodles, 1],
    ],
    shippingCents: 600,
    status: 'shipped',
    createdAt: daysBefore(now, 9, '20:14:33'),
    tracking: ['圆通速递', 'YT9000000000001'],
    buyerMessage: '请尽快发货，谢谢',
  });
}

export function tmallOrder(now: number): Order {
  return orderOf({
    middle: 266220718834,
    lines: [[basket, 1]],
    shippingCents: 0,
    status: 'shipped',
    createdAt: daysBefore(now, 6, '12:31:06'),
    tracking: ['中通快递', '900000000000002'],
  });
}

const LATER_STATUSES: OrderStatus[] = ['success', 'success', 'closed', 'success', 'success'];

function otherOrder(now: number, index: number): Order {
  const pick = (offset: number) => otherGoods[(index + offset) % otherGoods.length] as Goods;
  const lines: [Goods, number][] = [[pick(0), (index % 3) + 1]];
  const sameShop = pick(3);
  if (index % 4 === 3 && sameShop.shop.nick === pick(0).shop.nick) lines.push([sameShop, 1]);
  const day = index === 0 ? 1 : 12 + index * 9;
  const hour = String(9 + ((index * 5) % 13)).padStart(2, '0');
  const status = index === 0 ? 'waitSend' : (LATER_STATUSES[index % LATER_STATUSES.length] as OrderStatus);
  return orderOf({
    middle: 266_390_000_000 - day * 17_113_009 - index,
    lines,
    shippingCents: index % 2 === 0 ? 0 : 500,
    status,
    createdAt: daysBefore(now, day, `${hour}:${String((index * 17) % 60).padStart(2, '0')}:${10 + (index % 50)}`),
    ...(status === 'success' && { tracking: ['韵达快递', `9000000001${String(index).padStart(5, '0')}`] }),
  });
}

/** All orders of the buyer, newest first: one paid yesterday, the Tmall one, the one of the dispute, older ones. */
export function allOrders(now: number, special: Order[]): Order[] {
  const others = Array.from({ length: ORDER_COUNT - special.length }, (_, index) => otherOrder(now, index));
  return [...others, ...special].sort((one, other) => other.createdAt - one.createdAt);
}
