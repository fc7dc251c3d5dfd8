import { z } from 'zod';
import { chatPlanSchema, walkedChatSchema } from '../evidence/chat/schema.ts';
import { MAX_TEXT_CHARS } from '../evidence/page-capture.ts';
import { CAPTURE_GAPS } from '../evidence/types.ts';
import { chatMessageSchema, isoSchema, readingSchema } from '../marketplaces/schema.ts';
import { ERROR_CODES } from '../shared/errors.ts';
import type { MessageType, Payload } from './types.ts';

const id = z.uuid();
const address = z.string().max(8000);
const title = z
  .string()
  .max(2000)
  .transform((text) => text.slice(0, 500));
const length = z.number().min(0).max(10_000_000);
const count = z.int().min(0).max(100_000);
const tabId = z.int().nonnegative();
const size = z.object({ width: length, height: length });

const shotView = z.object({
  kind: z.enum(['window', 'box', 'none', 'chat']),
  viewport: size,
  box: z.object({ left: z.number(), top: z.number(), width: length, height: length }),
  contentHeight: length,
  devicePixelRatio: z.number().positive().max(20),
});
const geometry = shotView.extend({ shots: z.array(z.number()).max(5000) });

const environment = z.object({
  userAgent: z.string().max(1000),
  languages: z.array(z.string().max(40)).max(50),
  timeZone: z.string().max(100),
  utcOffset: z.int().min(-1440).max(1440),
  zoom: z.number().positive().max(20).nullable(),
  screen: size,
  viewport: size,
  devicePixelRatio: z.number(),
  referrer: address,
});

const status = z.int().min(0).max(999);
const navigation = z.object({
  loadedFrom: address.nullable(),
  kind: z.string().max(40).nullable(),
  redirects: count.nullable(),
  status: status.nullable(),
  loadedAt: z.number(),
  failedLoads: z.array(z.object({ address, status })).max(50),
});

const header = z.string().max(200).nullable();
const serverTime = z.object({
  url: address,
  sentAt: z.number(),
  receivedAt: z.number(),
  status: status.nullable(),
  date: header,
  age: header,
});

const textBox = z.tuple([z.number(), z.number(), length, length, z.string().max(5000)]);
const words = z.object({ boxes: z.array(textBox).max(10_000), complete: z.boolean() });

const pageText = z.string().max(MAX_TEXT_CHARS);

/** What a browser can show as a picture; 20 MB in base64. */
const pictureData = z
  .string()
  .max(28_000_000)
  .regex(/^data:image\/[a-z0-9.+-]{1,20};base64,/);

const short = z.string().max(500);
const exportOptions = z.object({
  captureIds: z.array(id).max(2000),
  claims: z
    .array(z.object({ kind: short, amount: short.exactOptional(), note: z.string().max(2000).exactOptional() }))
    .max(20),
  complainant: z.object({
    name: short.exactOptional(),
    idType: short.exactOptional(),
    idNumber: short.exactOptional(),
    phone: short.exactOptional(),
    address: short.exactOptional(),
  }),
  withOriginals: z.boolean().exactOptional(),
});

/** The shape of every payload; what does not fit is refused at the door. */
export const PAYLOADS: { [Type in MessageType]: z.ZodType<Payload<Type>> } = {
  'page.report': z.object({ reading: readingSchema, url: address, title }),
  'page.watch': z.object({}),
  'capture.begin': z.object({ url: address, title, reading: readingSchema, text: pageText, environment, navigation }),
  'capture.shot': z.object({
    jobId: id,
    index: count,
    expectedShots: count,
    scrollTop: z.number(),
    view: shotView,
    words,
    pass: count,
    messages: count,
    attempt: count,
    area: z.object({ left: length, top: length, width: length, height: length }).optional(),
  }),
  'capture.picture': z.object({ jobId: id, address, picture: pictureData }),
  'capture.progress': z.object({
    jobId: id,
    messages: count,
    reached: isoSchema.nullable(),
    soFar: z.object({ messages: z.array(chatMessageSchema).max(50_000), chat: walkedChatSchema }).nullable(),
  }),
  'capture.finish': z.object({
    jobId: id,
    url: address,
    title,
    reading: readingSchema,
    text: pageText,
    messages: z.array(chatMessageSchema).max(50_000),
    chat: walkedChatSchema.nullable(),
    geometry,
    gaps: z.array(z.enum(CAPTURE_GAPS)).max(50),
    environment,
    navigation,
    serverTime: serverTime.nullable(),
    steps: z.array(z.object({ at: z.string().max(40), what: z.string().max(300) })).max(20_000),
  }),
  'capture.wait': z.object({ jobId: id }),
  'capture.abort': z.object({ jobId: id, code: z.enum(ERROR_CODES) }),
  'capture.start': z.object({ tabId, plan: chatPlanSchema.exactOptional() }),
  'capture.stop': z.object({ jobId: id }),
  'capture.cancel': z.object({ jobId: id }),
  'case.keep': z.object({ tabId }),
  'export.start': z.object({ caseId: id, options: exportOptions }),
  'export.cancel': z.object({ jobId: id }),
  'reminders.look': z.object({}),
  'bundle.build': z.object({
    jobId: id,
    caseId: id,
    options: exportOptions,
    software: z.object({
      name: short,
      version: short,
      browser: short,
      os: short,
      buildSha256: z
        .string()
        .regex(/^[0-9a-f]{64}$/)
        .exactOptional(),
    }),
  }),
  'bundle.cancel': z.object({ jobId: id }),
};

/** Messages that content scripts may send; all others come from our own pages only. */
export const FROM_CONTENT_SCRIPTS: ReadonlySet<MessageType> = new Set([
  'page.report',
  'page.watch',
  'capture.begin',
  'capture.shot',
  'capture.picture',
  'capture.progress',
  'capture.finish',
  'capture.wait',
  'capture.abort',
]);

const envelope = z.object({ type: z.string(), payload: z.unknown() });

/** The type and checked payload of a message of ours; null for messages that are none. Throws a ZodError for a bad payload. */
export function parseMessage(raw: unknown): { type: MessageType; payload: unknown } | null {
  const outer = envelope.safeParse(raw);
  if (!outer.success || !Object.hasOwn(PAYLOADS, outer.data.type)) return null;
  const type = outer.data.type as MessageType;
  return { type, payload: PAYLOADS[type].parse(outer.data.payload) };
}
