import { z } from 'zod';
import { ARTIFACT_ROLES, CAPTURE_GAPS, FILE_KINDS, LOG_TYPES } from '../evidence/types.ts';
import { FACT_KEYS, factsSchema, readingSchema } from '../marketplaces/schema.ts';
import { FACT_SOURCES, MARKETPLACES, PAGE_EVENTS, PAGE_KINDS } from '../marketplaces/types.ts';
import { isSha256 } from '../shared/digest.ts';
import { type BackupTable, filePath } from './format.ts';

/**
 * What rows of a backup must look like. The file may come from anybody, so everything that our code relies on is checked;
 * members that are not named here are kept as they are, as they are when a row is read from the database.
 */
const id = z.string().min(1).max(200);
const text = z.string().max(1_000_000);
const address = z.string().max(10_000);
const instant = z.number().min(0).max(8.64e15);
const count = z.int().min(0).max(Number.MAX_SAFE_INTEGER);
const sha256 = z.string().refine(isSha256);
const marketplace = z.enum(MARKETPLACES).nullable();
const pageKind = z.enum(PAGE_KINDS).nullable();
const role = z.enum(['buyer', 'seller', 'unknown']);
const factKey = z.enum(FACT_KEYS as [string, ...string[]]);

const artifact = z.looseObject({
  id,
  name: z.string().min(1).max(1000),
  role: z.enum(ARTIFACT_ROLES),
  mediaType: z.string().max(300),
  bytes: count,
  sha256,
  crc32: z.int().min(0).max(0xffff_ffff),
  derivedFrom: z.array(sha256).max(10_000),
});

const recordedAt = z.looseObject({ text, zone: z.string().max(10).nullable(), at: instant });
const own = z.looseObject({
  name: z.string().min(1).max(1000),
  kind: z.enum(FILE_KINDS),
  modifiedAt: instant.nullable(),
  recordedAt: recordedAt.nullable(),
  proves: id.nullable(),
  description: text,
});

/** The files of a capture are its own: no row can lay claim to those of another one. */
const capture = z
  .looseObject({
    id,
    caseId: id.nullable(),
    takenAt: instant,
    url: address,
    title: text,
    marketplace,
    pageKind,
    role,
    facts: factsSchema,
    adapter: z.string().max(200).nullable(),
    artifacts: z.array(artifact).max(20_000),
    own: own.nullable(),
    messageCount: count,
    gaps: z.array(z.enum(CAPTURE_GAPS)).max(100),
    purpose: text,
    note: text,
    deletedAt: instant.nullable(),
    logSeq: count,
    logHash: sha256,
  })
  .refine((row) => row.artifacts.every((file) => file.id.startsWith(`${row.id}/`)));

const blob = z.object({
  id,
  captureId: id,
  /** Place in the file. */
  path: z.string().refine((path) => filePath(Number(path.slice('files/'.length))) === path),
  mediaType: z.string().max(300),
  bytes: count,
  sha256,
  crc32: z.int().min(0).max(0xffff_ffff),
});

const logEntry = z.strictObject({
  seq: z.int().positive(),
  at: z.string().max(40),
  type: z.enum(LOG_TYPES),
  subject: id,
  files: z.array(z.strictObject({ name: z.string().max(1000), bytes: count, sha256 })).max(20_000),
  previous: sha256,
  hash: sha256,
});

const origin = z.looseObject({ source: z.enum([...FACT_SOURCES, 'user']), text, url: address, seenAt: instant });
const readFact = z.looseObject({ value: z.unknown(), origin });
const correctionNow = z.looseObject({ id, at: instant, read: readFact.nullable(), readChangedAt: instant.nullable() });
const entry = z.looseObject({
  id,
  event: z.looseObject({ type: id }).nullable(),
  at: z.string().max(40).exactOptional(),
  channel: id.nullable(),
  note: text,
  enteredAt: instant,
});
const countdown = z.looseObject({ endsAt: z.string().max(40).nullable(), text, action: text });
const clock = z.looseObject({
  pageKind: z.enum(PAGE_KINDS),
  stage: id.nullable(),
  countdown: countdown.nullable(),
  seenAt: instant,
});

const knownCase = z.looseObject({
  id,
  keys: z.array(z.string().max(500)).max(10_000),
  marketplace,
  role,
  facts: factsSchema,
  origins: z.partialRecord(factKey, origin),
  corrections: z.partialRecord(factKey, correctionNow),
  events: z.array(z.looseObject({ type: z.enum(PAGE_EVENTS), at: z.string().max(40) })).max(10_000),
  entries: z.array(entry).max(10_000),
  name: text.nullable(),
  note: text,
  closedAt: instant.nullable(),
  rules: z.array(z.looseObject({ version: id, since: instant })).max(10_000),
  clockSkew: z.looseObject({ ms: z.number(), from: z.enum(['server', 'shown']), seenAt: instant }).nullable(),
  disputeType: id.nullable(),
  goodsKind: id.nullable(),
  ticked: z.record(id, instant),
  clocks: z.looseObject({ order: clock.exactOptional(), refund: clock.exactOptional() }),
  createdAt: instant,
  seenAt: instant,
});

const visit = z.looseObject({
  id,
  caseId: id,
  url: address,
  title: text,
  reading: readingSchema,
  firstSeenAt: instant,
  lastSeenAt: instant,
});

const correction = z.looseObject({
  id,
  caseId: id,
  fact: factKey,
  type: z.enum(['fact.corrected', 'fact.restored']),
  at: instant,
  value: z.unknown(),
  read: readFact.nullable(),
  picked: z.looseObject({ text, url: address }).nullable(),
  sha256,
  logSeq: count,
  filedIn: id,
});

const ids = z.array(id).max(100_000);
const part = z.looseObject({
  pages: ids,
  captureIds: ids,
  entryIds: ids,
  correctionIds: ids,
  title: text,
  name: text.nullable(),
  note: text,
});
const noted = z.looseObject({
  type: z.enum(['entry.added', 'entry.changed', 'entry.removed']),
  entry: entry.nullable(),
  before: entry.nullable(),
});
const moved = z.looseObject({ type: z.enum(['case.merged', 'case.split']), other: id, part });
const act = z.looseObject({
  id,
  caseId: id,
  at: instant,
  what: z.union([noted, moved]),
  sha256,
  logSeq: count,
  filedIn: id,
});

const reminder = z.looseObject({
  id,
  caseId: id,
  machine: id,
  rule: id,
  due: instant,
  lead: z.number().min(0).max(10_000),
  state: z.enum(['shown', 'handled']),
  at: instant,
});

/** The shape of a row of each table. */
export const ROW_SCHEMAS = {
  log: logEntry,
  captures: capture,
  blobs: blob,
  cases: knownCase,
  visits: visit,
  corrections: correction,
  caseActs: act,
  pastLogs: z.strictObject({
    id: sha256,
    entries: z.array(logEntry).min(1),
    keptAt: instant,
    stamps: z.array(z.looseObject({ id })).exactOptional(),
  }),
  stamps: z.looseObject({ id }),
  reminders: reminder,
  settings: z.looseObject({ id: z.literal('settings') }),
} satisfies Record<BackupTable, z.ZodType>;
