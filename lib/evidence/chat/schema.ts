import { z } from 'zod';
import { chatMessageSchema, isoSchema } from '../../marketplaces/schema.ts';
import { type Box, type ChatFile, type ChatPlan, PICTURE_GAPS, type WalkedChat, WHOLE_CHAT } from './types.ts';

const MAX_MESSAGES = 50_000;
const place = z.int().min(0).max(MAX_MESSAGES);
const pixels = z.number().min(-100_000).max(100_000);
const box = z.tuple([pixels, pixels, pixels, pixels]) satisfies z.ZodType<Box>;
const why = z.enum(PICTURE_GAPS).nullable();
const address = z.string().max(8000);

export const chatPlanSchema = z.object({
  from: isoSchema.nullable(),
  frames: z.enum(['free', 'all']),
  framesBefore: isoSchema.nullable(),
}) satisfies z.ZodType<ChatPlan>;

const step = z.object({ at: isoSchema, first: place, last: place, shared: place });
const steps = z.array(step).max(20_000);

export const walkedChatSchema = z.object({
  plan: chatPlanSchema,
  reachedStart: z.boolean(),
  steps,
  seen: z
    .array(
      z.object({
        gapBefore: z.boolean(),
        frames: z.array(z.object({ shot: place, box })).max(100),
        pictures: z.array(z.object({ address, why })).max(50),
      }),
    )
    .max(MAX_MESSAGES),
}) satisfies z.ZodType<WalkedChat>;

const kept = chatMessageSchema.extend({
  gapBefore: z.boolean(),
  frames: z.array(z.object({ name: z.string().max(100), box })).max(100),
  pictures: z.array(z.object({ address, file: z.string().max(100).nullable(), why })).max(50),
});

const current = z.object({
  format: z.literal('chat/2'),
  plan: chatPlanSchema,
  reachedStart: z.boolean(),
  messages: z.array(kept).max(MAX_MESSAGES),
  steps,
}) satisfies z.ZodType<ChatFile>;

/** Captures of earlier versions hold the messages alone; whether the beginning was reached stands in their gaps. */
const earlier = z.array(chatMessageSchema).transform(
  (messages): ChatFile => ({
    format: 'chat/2',
    plan: WHOLE_CHAT,
    reachedStart: false,
    messages: messages.map((message) => ({ ...message, gapBefore: false, frames: [], pictures: [] })),
    steps: [],
  }),
);

/** Reads `聊天.json` of this version and of earlier ones. Throws a ZodError or SyntaxError for anything else. */
export function parseChatFile(json: string): ChatFile {
  return z.union([current, earlier]).parse(JSON.parse(json));
}
