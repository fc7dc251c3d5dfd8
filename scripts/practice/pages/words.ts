import type { Order, OrderStatus } from '../story/types.ts';

/** What the old pages call a state of an order, and its code. */
export const STATUS_WORDS: Record<OrderStatus, { text: string; code: string }> = {
  waitPay: { text: '等待买家付款', code: 'WAIT_BUYER_PAY' },
  waitSend: { text: '买家已付款', code: 'WAIT_SELLER_SEND_GOODS' },
  shipped: { text: '卖家已发货', code: 'WAIT_BUYER_CONFIRM_GOODS' },
  success: { text: '交易成功', code: 'TRADE_FINISHED' },
  closed: { text: '交易关闭', code: 'TRADE_CLOSED' },
};

const TMALL_WORDS: Partial<Record<OrderStatus, string>> = {
  waitSend: '买家已付款，等待商家发货',
  shipped: '商家已发货，等待买家确认',
};

/** Tmall's own words on its detail page. */
export function tmallStatus(order: Order): string {
  return TMALL_WORDS[order.status] ?? STATUS_WORDS[order.status].text;
}
