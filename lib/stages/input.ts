import { z } from 'zod';
import { MARKETPLACES, PAGE_KINDS, PAGE_STAGES, REFUND_TYPES } from '../marketplaces/types.ts';
import { parseIso } from '../shared/time.ts';
import { text } from './text.ts';
import {
  type CaseEvent,
  type CaseInput,
  DELIVERIES,
  EVENT_TYPES,
  GOODS,
  type Note,
  OUTCOMES,
  type PageView,
  PROCEDURES,
} from './types.ts';

/** A case from outside, with everything that had to be left out. */
export interface ParsedCase {
  input: CaseInput;
  warnings: Note[];
}

const iso = z.string().refine((value) => parseIso(value) !== null);
const amount = z.string().regex(/^\d{1,9}(?:\.\d{1,2})?$/);

const EVENT_FIELDS = {
  by: z.enum(['buyer', 'seller', 'platform']),
  refundType: z.enum(REFUND_TYPES),
  outcome: z.enum(OUTCOMES),
  of: z.enum(PROCEDURES),
  procedure: z.enum(['small', 'simple', 'ordinary']),
} as const;

const CASE_FIELDS = {
  refundType: z.enum(REFUND_TYPES),
  goods: z.enum(GOODS),
  delivery: z.enum(DELIVERIES),
  returnDelivery: z.enum(['express', 'post']),
  shipBy: iso,
  sevenDayReturn: z.boolean(),
  paidAmount: amount,
  refundAmount: amount,
} as const;

const PAGE_FIELDS = {
  seenAt: iso,
  stage: z.enum(PAGE_STAGES),
  countdown: z.object({
    endsAt: iso.nullable().default(null),
    remainingMs: z.number().nonnegative().optional(),
    text: z.string().default(''),
    action: z.string().default(''),
  }),
} as const;

const caseShape = z.looseObject({});
const eventShape = z.looseObject({ type: z.string(), at: z.string() });
const pageShape = z.looseObject({ pageKind: z.enum(PAGE_KINDS) });

/**
 * Reads the input of product.md 7 from unknown JSON. Null when it is not an object; otherwise every part that cannot be
 * used is left out with a warning and the good parts are kept.
 */
export function parseCaseInput(json: unknown): ParsedCase | null {
  const parsed = caseShape.safeParse(json);
  if (!parsed.success) return null;
  const source = parsed.data;
  const warnings: Note[] = [];
  const page = readPage(source.page, 'page', warnings);
  const morePages = listOf(source.morePages, 'morePages', warnings).flatMap((value, index) => {
    const more = readPage(value, `morePages[${index}]`, warnings);
    return more ? [more] : [];
  });
  const input = {
    marketplace: readField(z.enum(MARKETPLACES), source.marketplace, 'marketplace', warnings) ?? null,
    role: readField(z.enum(['buyer', 'seller', 'unknown']), source.role, 'role', warnings) ?? 'unknown',
    events: readEvents(source.events, warnings),
    ...readFields(CASE_FIELDS, source, '', warnings),
    ...(page && { page }),
    ...(morePages.length > 0 && { morePages }),
  } satisfies CaseInput;
  return { input, warnings };
}

function readEvents(value: unknown, warnings: Note[]): CaseEvent[] {
  return listOf(value, 'events', warnings).flatMap((event, index) => {
    const name = `events[${index}]`;
    const shape = eventShape.safeParse(event);
    const type = shape.success ? EVENT_TYPES.find((known) => known === shape.data.type) : undefined;
    if (!shape.success || !type || parseIso(shape.data.at) === null) {
      warnings.push(badEvent(index, shape.success ? `${shape.data.type}，${shape.data.at}` : JSON.stringify(event)));
      return [];
    }
    return [{ type, at: shape.data.at, ...readFields(EVENT_FIELDS, shape.data, `${name}.`, warnings) }];
  });
}

function readPage(value: unknown, name: string, warnings: Note[]): PageView | null {
  if (value === undefined || value === null) return null;
  const shape = pageShape.safeParse(value);
  if (!shape.success) {
    warnings.push(badField(name, value));
    return null;
  }
  const { countdown, ...rest } = readFields(PAGE_FIELDS, shape.data, `${name}.`, warnings);
  if (!countdown) return { pageKind: shape.data.pageKind, ...rest };
  const { remainingMs, ...clock } = countdown;
  return {
    pageKind: shape.data.pageKind,
    ...rest,
    countdown: remainingMs === undefined ? clock : { ...clock, remainingMs },
  };
}

type Fields = Record<string, z.ZodType>;
type Values<F extends Fields> = { [K in keyof F]?: z.output<F[K]> };

/** The fields that can be read; absent ones stay absent, bad ones are reported. */
function readFields<F extends Fields>(
  fields: F,
  source: Record<string, unknown>,
  prefix: string,
  warnings: Note[],
): Values<F> {
  const entries = Object.entries(fields).flatMap(([key, schema]) => {
    const value = readField(schema, source[key], `${prefix}${key}`, warnings);
    return value === undefined ? [] : [[key, value] as const];
  });
  return Object.fromEntries(entries) as Values<F>;
}

function readField<S extends z.ZodType>(
  schema: S,
  value: unknown,
  name: string,
  warnings: Note[],
): z.output<S> | undefined {
  if (value === undefined || value === null) return undefined;
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  warnings.push(badField(name, value));
  return undefined;
}

function listOf(value: unknown, name: string, warnings: Note[]): unknown[] {
  if (Array.isArray(value)) return value;
  if (value !== undefined && value !== null) warnings.push(badField(name, value));
  return [];
}

function badField(name: string, value: unknown): Note {
  const shown = JSON.stringify(value);
  return {
    id: 'input.field',
    text: text(
      `“${name}”的值 ${shown} 不能用，按没有提供处理。`,
      `The value ${shown} of “${name}” cannot be used and is treated as missing.`,
    ),
  };
}

function badEvent(index: number, shown: string): Note {
  return {
    id: 'event.invalid',
    text: text(
      `第${index + 1}个事件（${shown}）不能用，已忽略；要有认识的 type 和 2026-11-22T12:15:01+08:00 这样的 at。`,
      `Event ${index + 1} (${shown}) cannot be used and is ignored; it needs a known type and an at like 2026-11-22T12:15:01+08:00.`,
    ),
  };
}
