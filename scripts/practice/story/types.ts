/** Instants are epoch milliseconds, money is whole cents (分); ids are text because they exceed 2^53. */
export type Site = 'taobao' | 'tmall';
export type OrderStatus = 'waitPay' | 'waitSend' | 'shipped' | 'success' | 'closed';
export type RefundType = 'refundOnly' | 'returnRefund';

export interface Goods {
  itemId: string;
  title: string;
  sku: { name: string; value: string };
  cents: number;
  picture: string;
  shop: Shop;
}

export interface Shop {
  site: Site;
  name: string;
  nick: string;
  userId: string;
}

export interface OrderItem {
  subOrderNo: string;
  goods: Goods;
  quantity: number;
  /** Number of the refund asked for this item. */
  refundNo?: string;
}

export interface Order {
  orderNo: string;
  site: Site;
  shop: Shop;
  status: OrderStatus;
  items: OrderItem[];
  goodsCents: number;
  shippingCents: number;
  paidCents: number;
  paymentNo: string;
  createdAt: number;
  paidAt?: number;
  shippedAt?: number;
  signedAt?: number;
  finishedAt?: number;
  carrier?: string;
  trackingNo?: string;
  buyerMessage: string;
}

export interface RefundRequest {
  refundNo: string;
  orderNo: string;
  subOrderNo: string;
  site: Site;
  type: RefundType;
  cents: number;
  reason: string;
  description: string;
  pictures: string[];
  appliedAt: number;
  /** When the seller refuses in the story, and with which words. */
  refusal: { at: number; reason: string; note: string; pictures: string[] };
}

export interface Company {
  name: string;
  creditCode: string;
  type: string;
  address: string;
  legalRepresentative: string;
  registeredAt: string;
  capital: string;
  authority: string;
  scope: string;
  licenceId: string;
}

export interface Story {
  now: number;
  buyer: { nick: string; receiver: string; phone: string; address: string };
  shop: Shop;
  tmallShop: Shop;
  /** All orders, newest first; the two below are among them. */
  orders: Order[];
  /** Two dried mushrooms and one bag of noodles, 70.60. */
  order: Order;
  tmallOrder: Order;
  refund: RefundRequest;
  tmallRefund: RefundRequest;
  /** A small refund of an older Taobao order, paid out long ago. */
  finishedRefund: RefundRequest;
  returnParcel: { carrier: string; trackingNo: string };
  company: Company;
}
