import { z } from 'zod';
import {
  FACT_SOURCES,
  type FactKey,
  type Facts,
  MARKETPLACES,
  MESSAGE_KINDS,
  PAGE_EVENTS,
  PAGE_KINDS,
  PAGE_STAGES,
  REFUND_TYPES,
  type Reading,
} from './types.ts';

/**
 * What a content script may say. A page can be hostile and can take over the script's world in ways nobody foresaw, so
 * everything is checked and bounded where it arrives.
 */
const text = z.string().max(4000);
const id = z.string().regex(/^\d{6,32}$/);
/** 1688 writes `TQ` before the number of a refund. */
const refundId = z.string().regex(/^(?:TQ)?\d{6,32}$/);
const yuan = z.string().regex(/^-?\d{1,9}\.\d{2}$/);
export const isoSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/);
const iso = isoSchema;
const link = z.url({ protocol: /^https?$/ }).max(2000);
const party = z.enum(['buyer', 'seller', 'platform', 'unknown']);

const item = z.object({
  title: text,
  sku: text.exactOptional(),
  unitPrice: yuan.exactOptional(),
  quantity: z.int().positive().max(1_000_000).exactOptional(),
  subOrderNo: id.exactOptional(),
  itemId: id.exactOptional(),
  status: text.exactOptional(),
});

const listedOrder = z.object({
  orderNo: id,
  createdAt: iso.exactOptional(),
  shopName: text.exactOptional(),
  sellerNick: text.exactOptional(),
  paidAmount: yuan.exactOptional(),
  orderStatus: text.exactOptional(),
  items: z.array(item).max(200),
  links: z.object({
    detail: link.exactOptional(),
    refund: link.exactOptional(),
    logistics: link.exactOptional(),
    complaint: link.exactOptional(),
  }),
});

const listedRefund = z.object({
  refundNo: refundId,
  orderNo: id.exactOptional(),
  refundAppliedAt: iso.exactOptional(),
  refundAmount: yuan.exactOptional(),
  refundStatus: text.exactOptional(),
  refundType: z.enum(REFUND_TYPES).exactOptional(),
  refundReason: text.exactOptional(),
  shopName: text.exactOptional(),
  sellerNick: text.exactOptional(),
  buyerNick: text.exactOptional(),
  links: z.object({ detail: link.exactOptional() }),
});

const listedComplaint = z.object({
  complaintNo: id.exactOptional(),
  bizOrderId: id.exactOptional(),
  complaintStatus: text.exactOptional(),
  complainedAt: iso.exactOptional(),
  links: z.object({ detail: link.exactOptional() }),
});

export const chatMessageSchema = z.object({
  at: iso.nullable(),
  party,
  sender: text,
  kind: z.enum(MESSAGE_KINDS),
  text: z.string().max(20_000),
  images: z.array(z.string().max(4000)).max(50),
});

const factShapes = {
  orderNo: id,
  subOrderNos: z.array(id).max(200),
  refundNo: refundId,
  complaintNo: id,
  paymentNo: id,
  itemId: id,
  paidAmount: yuan,
  goodsAmount: yuan,
  shippingFee: yuan,
  refundAmount: yuan,
  listPrice: yuan,
  createdAt: iso,
  paidAt: iso,
  shippedAt: iso,
  signedAt: iso,
  completedAt: iso,
  refundAppliedAt: iso,
  shipBy: iso,
  orderStatus: text,
  refundStatus: text,
  stage: z.enum(PAGE_STAGES),
  refundType: z.enum(REFUND_TYPES),
  refundReason: text,
  refundDescription: text,
  complaintStatus: text,
  complaintReason: text,
  complainedAt: iso,
  countdown: z.object({
    endsAt: iso.nullable(),
    remainingMs: z.number().nonnegative().exactOptional(),
    text,
    action: text,
  }),
  shopName: text,
  sellerNick: text,
  buyerNick: text,
  carrier: text,
  trackingNo: text,
  returnCarrier: text,
  returnTrackingNo: text,
  items: z.array(item).max(200),
  orders: z.array(listedOrder).max(1000),
  refunds: z.array(listedRefund).max(1000),
  complaints: z.array(listedComplaint).max(1000),
  negotiation: z
    .array(
      z.object({ at: iso.nullable(), party, name: text, text: z.string().max(20_000), images: z.array(text).max(50) }),
    )
    .max(500),
  messages: z.array(chatMessageSchema).max(20_000),
  company: z.object({
    name: text.exactOptional(),
    uscc: z.string().length(18).exactOptional(),
    type: text.exactOptional(),
    address: text.exactOptional(),
    legalRepresentative: text.exactOptional(),
    registeredAt: text.exactOptional(),
    authority: text.exactOptional(),
  }),
} satisfies Record<FactKey, z.ZodType>;

export const FACT_KEYS = Object.keys(factShapes) as FactKey[];
const factKey = z.enum(FACT_KEYS as [FactKey, ...FactKey[]]);

/** Facts one by one: a fact of the wrong shape is dropped and the others stay. */
export const factsSchema = z.record(z.string(), z.unknown()).transform((raw): Facts => {
  const kept = Object.entries(factShapes).flatMap(([key, shape]) => {
    const parsed = raw[key] === undefined ? null : shape.safeParse(raw[key]);
    return parsed?.success ? [[key, parsed.data]] : [];
  });
  return Object.fromEntries(kept);
});

const source = z.enum(FACT_SOURCES);
const place = z.object({ source, text });

export const readingSchema = z.object({
  marketplace: z.enum(MARKETPLACES).nullable(),
  pageKind: z.enum(PAGE_KINDS).nullable(),
  role: z.enum(['buyer', 'seller', 'unknown']),
  facts: factsSchema,
  missing: z.array(factKey).max(100),
  source: z.partialRecord(factKey, source),
  text: z.partialRecord(factKey, text),
  disagreements: z.array(z.object({ fact: factKey, kept: place.nullable(), other: place })).max(200),
  events: z.array(z.object({ type: z.enum(PAGE_EVENTS), at: iso })).max(500),
  addressNumbers: z.array(refundId).max(10),
  partial: z.boolean(),
  adapter: z.string().max(40).nullable(),
  serverClock: z.object({ servedAt: iso, loadedAt: iso }).exactOptional(),
}) satisfies z.ZodType<Reading>;
