import { formatTime, HOUR, MINUTE } from '../china-time.ts';
import type { Order } from '../story/types.ts';

export interface Logistics {
  orderNo: string;
  carrier: string;
  trackingNo: string;
  status: string;
  /** Newest first. */
  traces: { time: string; status: string; text: string }[];
}

/** What the logistics page shows; null for an order without a parcel. */
export function logisticsOf(order: Order): Logistics | null {
  const { carrier, trackingNo, shippedAt, signedAt } = order;
  if (!carrier || !trackingNo || shippedAt === undefined || signedAt === undefined) return null;
  const traces: [at: number, status: string, text: string][] = [
    [shippedAt - 2 * HOUR, '已下单', '商品已经下单'],
    [shippedAt, '已发货', '卖家已发货，等待揽收'],
    [shippedAt + 94 * MINUTE, '已揽收', `【示例市】${carrier} 示例集散点 已揽收`],
    [shippedAt + 9 * HOUR, '运输中', '【示例市】快件离开 示例市转运中心，发往 示例二市转运中心'],
    [signedAt - 23 * HOUR, '运输中', '【示例二市】快件到达 示例二市转运中心'],
    [signedAt - 3 * HOUR, '派送中', '【示例二市】快递员 测试快递员（13800000000）正在派送'],
    [signedAt, '已签收', '【示例二市】您的快件已签收，签收人：本人'],
  ];
  return {
    orderNo: order.orderNo,
    carrier,
    trackingNo,
    status: '已签收',
    traces: traces.map(([at, status, text]) => ({ time: formatTime(at), status, text })).reverse(),
  };
}
