import { z } from 'zod';
import type { TextBoxes } from '../evidence/types.ts';

const length = z.number().min(-100_000).max(10_000_000);
const box = z.tuple([length, length, length, length, z.string().max(100_000)]);

/** `文字位置.json`. */
export const textBoxesSchema: z.ZodType<TextBoxes> = z.object({
  format: z.literal('text-boxes/1'),
  devicePixelRatio: z.number().positive().max(20),
  frames: z.array(z.object({ name: z.string().max(200), boxes: z.array(box) })).max(5000),
});

const size = z.object({ width: length, height: length });

/** What `采集记录.json` says of how the frames of a capture fit together; lengths in CSS pixels. */
export const recordGeometrySchema = z.object({
  geometry: z.object({
    kind: z.enum(['window', 'box', 'none', 'chat']),
    viewport: size,
    box: z.object({ left: z.number(), top: z.number(), width: length, height: length }),
    contentHeight: length,
    devicePixelRatio: z.number().positive().max(20),
    shots: z.array(z.number()).max(5000),
  }),
  frames: z.array(z.object({ name: z.string().max(200) })).max(5000),
});
