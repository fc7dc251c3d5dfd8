import type { Table } from 'dexie';
import type { SeenPage } from '../cases/types.ts';
import { appendEntry, headOf, type LogDraft } from '../evidence/chain.ts';
import { createDigest } from '../evidence/digester.ts';
import { measureBlob } from '../evidence/measure.ts';
import type { Artifact, ArtifactRole, Capture, LogEntry } from '../evidence/types.ts';
import type { Sha256 } from '../shared/digest.ts';
import { AppError, type ErrorCode } from '../shared/errors.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { recordPage } from './cases.ts';
import type { DossierDb } from './db.ts';
import { closeDraft, draftTables } from './drafts.ts';
import { finishJob } from './jobs.ts';
import type { StoredBlob } from './rows.ts';
import { caseOfTab } from './tabs.ts';

/** A file to be stored with a capture. */
export interface NewFile {
  name: string;
  role: ArtifactRole;
  mediaType: string;
  blob: Blob;
  derivedFrom?: Sha256[];
}

/** What only the user can say of a capture, before they have. */
export const UNTOLD = { purpose: '', note: '', deletedAt: null, redaction: null } as const;

/** What a capture says about itself before it has files, a case and a place in the log. */
export type NewCapture = Omit<Capture, 'artifacts' | 'caseId' | 'logSeq' | 'logHash'>;

/** Each time the log has moved on somebody else has finished, so this many can write at once. */
const MAX_RETRIES = 100;

/**
 * Stores a capture with all its files, its log entry and what its page says about its case in one transaction: afterwards
 * it is there whole, or not at all. Everything slow (hashing) happens before; inside, only the head of the log is compared,
 * because other work may have appended to it meanwhile.
 * @param tabId the tab it was taken in; a page that names no order belongs to the case that its tab is about.
 * @param taken the draft that it ends, whose frames are stored already; its job ends with it.
 * @throws AppError cancelled when the draft is no more.
 * @throws QuotaExceededError (possibly inside a Dexie error) when the disk is full; nothing is stored then.
 */
export async function storeCapture(
  db: DossierDb,
  draft: NewCapture,
  files: readonly NewFile[],
  page: SeenPage,
  tabId: number,
  taken: TakenDraft | null = null,
): Promise<Capture> {
  const described = await Promise.all(files.map((file) => describeFile(draft.id, file)));
  const artifacts = [...(taken?.frames ?? []), ...described];
  const tables = [db.captures, db.blobs, db.cases, db.visits, db.tabs, db.jobs, ...draftTables(db)];
  return appendToLog(db, storedEntry(draft, artifacts), tables, async ({ seq, hash }) => {
    if (taken) await endDraft(db, taken, draft);
    const near = await caseOfTab(db, tabId, page);
    const caseId = (await recordPage(db, page, { keep: true, near }))?.id ?? near;
    const capture: Capture = { ...draft, caseId, artifacts, logSeq: seq, logHash: hash };
    await db.blobs.bulkAdd(blobRows(draft.id, described, files));
    await db.captures.add(capture);
    return capture;
  });
}

/** A draft that becomes a capture. */
export interface TakenDraft {
  /** Also the id of its job. */
  id: string;
  /** Frames, and pictures of messages. */
  frames: Artifact[];
  /** Why it is only a part; null when the page was walked to its end. */
  errorCode: ErrorCode | null;
  endedAt: Instant;
}

async function endDraft(db: DossierDb, { id, errorCode, endedAt }: TakenDraft, capture: NewCapture): Promise<void> {
  if (!(await db.drafts.get(id))) throw new AppError('cancelled');
  await closeDraft(db, id);
  const { id: captureId, pageKind, gaps } = capture;
  await finishJob(db, id, { captureId, pageKind, gaps }, endedAt, errorCode);
}

/** What the log says of something that is stored: what it is called, when, and the digest of every file. */
export function storedEntry(
  { id, takenAt }: Pick<Capture, 'id' | 'takenAt'>,
  artifacts: readonly Artifact[],
): LogDraft {
  const files = artifacts.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  return { at: formatIso(takenAt), type: 'capture.stored', subject: id, files };
}

/** The rows of the files of a capture. */
export function blobRows(captureId: string, artifacts: readonly Artifact[], files: readonly NewFile[]): StoredBlob[] {
  return files.map(({ blob }, index) => ({ id: artifacts[index]?.id ?? '', captureId, blob }));
}

/**
 * Appends to the log together with what `write` stores, all or nothing.
 * @param tables the tables besides the log that `write` touches.
 */
export function appendToLog<Result>(
  db: DossierDb,
  draft: LogDraft,
  tables: readonly Table[],
  write: (entry: LogEntry) => Promise<Result>,
): Promise<Result> {
  return appendAllToLog(db, [draft], tables, ([entry]) => write(entry as LogEntry));
}

/** The same for several entries at once, in their order; at least one. */
export async function appendAllToLog<Result>(
  db: DossierDb,
  drafts: readonly LogDraft[],
  tables: readonly Table[],
  write: (entries: LogEntry[]) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 0; attempt < MAX_RETRIES; attempt += 1) {
    const entries = await entriesAfter((await db.log.orderBy('seq').last()) ?? null, drafts);
    const result = await db.transaction('rw', [db.log, ...tables], async () => {
      if (headOf(await db.log.orderBy('seq').last()) !== entries[0]?.previous) return MOVED;
      await db.log.bulkAdd(entries);
      return write(entries);
    });
    if (result !== MOVED) return result;
  }
  throw new Error('The log was appended to by others again and again');
}

async function entriesAfter(head: LogEntry | null, drafts: readonly LogDraft[]): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (const draft of drafts) entries.push(await appendEntry(entries.at(-1) ?? head, draft));
  return entries;
}

/** The log's head was no longer the one the entry was made for. */
const MOVED = Symbol('moved');

/** A file as its capture lists it; however large it is, it is read piece by piece. */
export async function describeFile(
  captureId: string,
  file: NewFile,
  onRead?: (bytes: number) => void,
): Promise<Artifact> {
  return {
    id: `${captureId}/${file.name}`,
    name: file.name,
    role: file.role,
    mediaType: file.mediaType,
    bytes: file.blob.size,
    ...(await measureBlob(file.blob, createDigest(crypto.subtle), onRead)),
    derivedFrom: file.derivedFrom ?? [],
  };
}

/** Captures of a case that are not in the bin, oldest first. */
export async function capturesOf(db: DossierDb, caseId: string): Promise<Capture[]> {
  return db.captures.where('caseId').equals(caseId).and(isKept).sortBy('takenAt');
}

/** Captures that belong to no case and are not in the bin, oldest first. */
export async function unfiledCaptures(db: DossierDb): Promise<Capture[]> {
  return db.captures
    .orderBy('takenAt')
    .filter((capture) => capture.caseId === null && isKept(capture))
    .toArray();
}

/** False for a capture in the bin: it counts nowhere. */
export function isKept({ deletedAt }: Capture): boolean {
  return deletedAt === null;
}

/** Notes what the user says of a capture: what it is to prove, and a note of their own. The evidence and the log do not change. */
export async function describeCapture(
  db: DossierDb,
  captureId: string,
  said: Pick<Capture, 'purpose' | 'note'>,
): Promise<void> {
  await db.captures.update(captureId, said);
}

/** Puts a capture into a case, or takes it out (null). Only the order of things changes; the evidence does not. */
export async function assignCapture(db: DossierDb, captureId: string, caseId: string | null): Promise<void> {
  await db.captures.update(captureId, { caseId });
}
