import type { Yuan } from '../shared/money.ts';

export const MARKETPLACES = ['taobao', 'tmall', '1688', 'xianyu', 'jd', 'pdd'] as const;
export type Marketplace = (typeof MARKETPLACES)[number];

export const PAGE_KINDS = [
  'orderList',
  'orderDetail',
  'refundApply',
  'refundList',
  'refundDetail',
  'complaintList',
  'complaintDetail',
  'product',
  'snapshot',
  'logistics',
  'chat',
  'shopLicence',
  'blocked',
] as const;
export type PageKind = (typeof PAGE_KINDS)[number];

export type Role = 'buyer' | 'seller' | 'unknown';
export type Party = 'buyer' | 'seller' | 'platform' | 'unknown';

export const REFUND_TYPES = ['refundOnly', 'returnRefund', 'exchange', 'repair', 'resend', 'priceProtection'] as const;
export type RefundType = (typeof REFUND_TYPES)[number];

/** Our stage ids for pages, named as in the state machines of `docs/rules.md` (rules 7.1–7.3 and 7.6). */
export const PAGE_STAGES = [
  'UNPAID',
  'PAID',
  'SHIPPED',
  'SUCCESS',
  'CLOSED',
  'WAIT_SELLER_AGREE',
  'SELLER_REFUSE_BUYER',
  'WAIT_BUYER_RETURN_GOODS',
  'WAIT_SELLER_CONFIRM_GOODS',
  'INTERVENTION',
  'EVIDENCE',
  'REVIEW',
] as const;
export type PageStage = (typeof PAGE_STAGES)[number];

/** ISO 8601 with `+08:00`. */
export type IsoTime = string;

/** A running clock on the page. Without a time of viewing `endsAt` is null and only `remainingMs` is known. */
export interface Countdown {
  endsAt: IsoTime | null;
  remainingMs?: number;
  /** The words it was read from. */
  text: string;
  /** What the page says must be done before it ends, in the page's words; empty when it does not say. */
  action: string;
}

export interface Item {
  title: string;
  sku?: string;
  unitPrice?: Yuan;
  quantity?: number;
  subOrderNo?: string;
  itemId?: string;
  status?: string;
}

export interface ListedOrder {
  orderNo: string;
  createdAt?: IsoTime;
  shopName?: string;
  sellerNick?: string;
  paidAmount?: Yuan;
  orderStatus?: string;
  items: Item[];
  /** Absolute https addresses on the page for this order. */
  links: { detail?: string; refund?: string; logistics?: string; complaint?: string };
}

/** A row of a list of refunds. */
export interface ListedRefund {
  refundNo: string;
  orderNo?: string;
  refundAppliedAt?: IsoTime;
  refundAmount?: Yuan;
  refundStatus?: string;
  refundType?: RefundType;
  refundReason?: string;
  shopName?: string;
  sellerNick?: string;
  buyerNick?: string;
  links: { detail?: string };
}

/** A row of a list of complaints (投诉). */
export interface ListedComplaint {
  complaintNo?: string;
  /** From the row's links: a main or a sub-order number. */
  bizOrderId?: string;
  complaintStatus?: string;
  complainedAt?: IsoTime;
  links: { detail?: string };
}

export interface NegotiationEntry {
  at: IsoTime | null;
  party: Party;
  name: string;
  text: string;
  images: string[];
}

/** `recalled`: the page says that somebody took a message back; what it said is nowhere any more. */
export const MESSAGE_KINDS = ['text', 'image', 'file', 'item', 'order', 'system', 'recalled'] as const;
export type MessageKind = (typeof MESSAGE_KINDS)[number];

export interface ChatMessage {
  at: IsoTime | null;
  party: Party;
  sender: string;
  kind: MessageKind;
  text: string;
  images: string[];
}

export interface Company {
  name?: string;
  /** Unified social credit code (统一社会信用代码), 18 characters. */
  uscc?: string;
  type?: string;
  address?: string;
  legalRepresentative?: string;
  registeredAt?: string;
  authority?: string;
}

/** What a page says. Ids and money are strings; what was not read is absent, never guessed. */
export interface Facts {
  orderNo?: string;
  subOrderNos?: string[];
  refundNo?: string;
  complaintNo?: string;
  paymentNo?: string;
  itemId?: string;
  paidAmount?: Yuan;
  goodsAmount?: Yuan;
  shippingFee?: Yuan;
  refundAmount?: Yuan;
  /** What a product page asks for; nobody has paid it. */
  listPrice?: Yuan;
  createdAt?: IsoTime;
  paidAt?: IsoTime;
  shippedAt?: IsoTime;
  signedAt?: IsoTime;
  completedAt?: IsoTime;
  refundAppliedAt?: IsoTime;
  shipBy?: IsoTime;
  orderStatus?: string;
  refundStatus?: string;
  stage?: PageStage;
  refundType?: RefundType;
  refundReason?: string;
  refundDescription?: string;
  complaintStatus?: string;
  complaintReason?: string;
  complainedAt?: IsoTime;
  countdown?: Countdown;
  shopName?: string;
  sellerNick?: string;
  buyerNick?: string;
  carrier?: string;
  trackingNo?: string;
  returnCarrier?: string;
  returnTrackingNo?: string;
  items?: Item[];
  orders?: ListedOrder[];
  refunds?: ListedRefund[];
  complaints?: ListedComplaint[];
  negotiation?: NegotiationEntry[];
  messages?: ChatMessage[];
  company?: Company;
}
export type FactKey = keyof Facts;

/** Facts of a whole list or conversation: they may be about other orders and people, and belong to the page, not to one case. */
export const WHOLE_PAGE_FACTS = ['orders', 'refunds', 'complaints', 'messages'] as const satisfies readonly FactKey[];

/**
 * Where a fact was read, best first: data the page carries, an element known by a stable id or class, a label with its
 * value, a sentence, the address.
 */
export const FACT_SOURCES = ['inlineData', 'element', 'label', 'sentence', 'url'] as const;
export type FactSource = (typeof FACT_SOURCES)[number];

/** Something that the page says has happened, dated; names as in `lib/stages`. */
export const PAGE_EVENTS = [
  'refund.applied',
  'refund.modified',
  'refund.refused',
  'refund.agreed',
  'return.shipped',
  'intervention.requested',
  'withdrawn',
] as const;
export interface PageEvent {
  type: (typeof PAGE_EVENTS)[number];
  at: IsoTime;
}

/** Two places on one page that say different things about one fact. */
export interface Disagreement {
  fact: FactKey;
  kept: { source: FactSource; text: string } | null;
  other: { source: FactSource; text: string };
}

/** The result of reading one page once. */
export interface Reading {
  marketplace: Marketplace | null;
  pageKind: PageKind | null;
  role: Role;
  facts: Facts;
  /** Facts that this kind of page usually shows and that were not found. */
  missing: FactKey[];
  source: Partial<Record<FactKey, FactSource>>;
  /** The words each fact was read from. */
  text: Partial<Record<FactKey, string>>;
  disagreements: Disagreement[];
  /** Dated steps of the negotiation, oldest first. */
  events: PageEvent[];
  /** Order or refund numbers in the address; which kind they are may be open (a refund's address can name a sub-order). */
  addressNumbers: string[];
  /** Lists and chats: true when the page may hold more than is loaded now. */
  partial: boolean;
  /** Name and version of the adapter that read the page. */
  adapter: string | null;
  /** When the server made the page by its own clock, and when it was loaded by the computer's; absent when it does not say. */
  serverClock?: { servedAt: IsoTime; loadedAt: IsoTime };
}
