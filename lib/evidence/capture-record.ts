import { z } from 'zod';
import { CAPTURE_GAPS } from './types.ts';

/** Kinds of things that a page shows and its copy can lack. */
const MISSING_KINDS = ['picture', 'style', 'styleResource', 'frame', 'media'] as const;

export const missingPartSchema = z.object({
  what: z.enum(MISSING_KINDS),
  /** Where it came from; empty when it has no address. */
  address: z.string().max(2000),
});
/** One thing that a page shows and its copy does not hold. */
export type MissingPart = z.infer<typeof missingPartSchema>;

/** A copy of a page as one HTML file, or why there is none. */
export const htmlCopySchema = z.union([
  z.object({
    html: z.string().max(20_000_000),
    /** The first of what is not in it. */
    missing: z.array(missingPartSchema).max(200),
    missingCount: z.int().nonnegative(),
  }),
  z.object({ html: z.null(), gap: z.enum(['pageCopyTooLarge', 'pageCopyFailed']) }),
]);
export type HtmlCopy = z.infer<typeof htmlCopySchema>;

/** How a page copy was made: by the browser, or from what the page's script can read. */
export type CopyMethod = 'mhtml' | 'html';

/** A copy of a page as it is stored. */
export interface PageCopy {
  method: CopyMethod;
  blob: Blob;
  missing: MissingPart[];
  missingCount: number;
}

const text = z.string();
const number = z.number();
const size = z.object({ width: number, height: number });

const frame = z.object({ name: text, scrollTop: number, sha256: text, takenAt: text });

const serverClockSchema = z.object({
  url: text,
  method: text,
  /** By this computer's clock. */
  sentAt: text,
  receivedAt: text,
  roundTripMs: number,
  status: number.nullable(),
  /** The header as it stood; null when there was none. */
  date: text.nullable(),
  age: text.nullable(),
  /** How far the server is ahead of this computer, and within what; null when its answer does not tell. */
  aheadOfLocalMs: number.nullable(),
  uncertaintyMs: number.nullable(),
});
/** The server's clock beside this computer's. */
export type ServerClock = z.infer<typeof serverClockSchema>;

/** 采集记录.json as it is written now. What an earlier version wrote lacks some of it and is printed as far as it goes. */
export const captureRecordSchema = z.object({
  format: z.literal('capture-record/2'),
  captureId: text,
  url: text,
  title: text,
  facts: z.object({ name: text, sha256: text }),
  startedAt: text,
  finishedAt: text,
  clock: z.object({
    source: text,
    zoneOfComputer: text,
    /** `+08:00` */
    offsetOfComputer: text,
    shownAs: text,
    /** Null when the user has not allowed the question. */
    server: serverClockSchema.nullable(),
  }),
  navigation: z.object({
    referrer: text,
    loadedFrom: text.nullable(),
    kind: text.nullable(),
    redirects: number.nullable(),
    status: number.nullable(),
    loadedAt: text,
    failedLoads: z.array(z.object({ address: text, status: number })),
    /** The address was changed after the page was loaded, without loading another page. */
    changedByScript: z.boolean(),
  }),
  trigger: z.enum(['button', 'shortcut', 'contextMenu']),
  tool: z.object({
    name: text,
    version: text,
    browser: text,
    os: text,
    /** Absent in a build without a digest. */
    buildSha256: text.exactOptional(),
  }),
  environment: z.object({
    userAgent: text,
    languages: z.array(text),
    timeZone: text,
    utcOffset: number,
    zoom: number.nullable(),
    screen: size,
    viewport: size,
    devicePixelRatio: number,
    referrer: text,
  }),
  geometry: z.object({
    kind: z.enum(['window', 'box', 'none', 'chat']),
    viewport: size,
    box: z.object({ left: number, top: number, width: number, height: number }),
    contentHeight: number,
    devicePixelRatio: number,
    shots: z.array(number),
  }),
  frames: z.array(frame),
  /** Of a first walk that the page changed under. */
  framesBeforeChange: z.array(frame).exactOptional(),
  steps: z.array(z.object({ at: text, what: text })),
  pageCopy: z
    .object({
      name: text,
      method: z.enum(['mhtml', 'html']),
      missing: z.array(missingPartSchema),
      missingCount: number,
    })
    .nullable(),
  notCaptured: z.array(z.enum(CAPTURE_GAPS)),
  unknown: z.array(text),
});
/** How, when and with what a capture was made. */
export type CaptureRecord = z.infer<typeof captureRecordSchema>;
