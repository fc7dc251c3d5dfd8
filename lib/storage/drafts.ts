import type { Table } from 'dexie';
import type { PageCopy } from '../evidence/capture-record.ts';
import type { PageCapture } from '../evidence/page-capture.ts';
import type { CaptureGap } from '../evidence/types.ts';
import { AppError } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { closeChatDraft } from './chat-drafts.ts';
import type { DossierDb } from './db.ts';
import type { Job } from './job.ts';
import { startJob, updateJob } from './jobs.ts';
import type { CaptureDraft, StoredShot } from './rows.ts';

/** Begins a capture: what would be left of it if everything died now, and its job. One transaction. */
export async function openDraft(db: DossierDb, draft: CaptureDraft): Promise<void> {
  const { id, tabId, owner, startedAt } = draft;
  await db.transaction('rw', [db.drafts, db.jobs], async () => {
    await startJob(db, { id, kind: 'capture', tabId, caseId: null, owner }, startedAt);
    await db.drafts.add(draft);
  });
}

/**
 * Keeps one screenshot and notes the progress, in one transaction: from then on it survives everything but the loss of the
 * disk. Doing it twice changes nothing.
 * @throws AppError cancelled when the draft is no more; QuotaExceededError (possibly inside a Dexie error) when the disk is full.
 */
export async function keepShot(
  db: DossierDb,
  shot: StoredShot,
  picture: Blob,
  progress: Pick<Job, 'phase' | 'done' | 'total'>,
): Promise<void> {
  try {
    await writeShot(db, shot, picture, progress);
  } catch (error) {
    if (!BLOB_LOST.test(String(error))) throw error;
    await new Promise((resolve) => setTimeout(resolve, BLOB_PAUSE_MS));
    const fresh = new Blob([await picture.arrayBuffer()], { type: picture.type });
    await writeShot(db, shot, fresh, progress);
  }
}

/** Chromium now and then loses a Blob that is written right after others; a new one of the same bytes gets through (performance.md 3). */
const BLOB_LOST = /Failed to write blobs/;
const BLOB_PAUSE_MS = 250;

async function writeShot(
  db: DossierDb,
  shot: StoredShot,
  picture: Blob,
  progress: Pick<Job, 'phase' | 'done' | 'total'>,
): Promise<void> {
  await db.transaction('rw', [db.drafts, db.shots, db.blobs, db.jobs], async () => {
    const draft = await db.drafts.get(shot.draftId);
    if (!draft) throw new AppError('cancelled');
    await db.blobs.put({ id: shot.blobId, captureId: draft.captureId, blob: picture });
    await db.shots.put(shot);
    await updateJob(db, shot.draftId, progress, shot.takenAt);
  });
}

/** The kept screenshots of a draft, in the order they were taken. */
export function shotsOf(db: DossierDb, draftId: string): Promise<StoredShot[]> {
  return db.shots.where('draftId').equals(draftId).sortBy('index');
}

/** Keeps everything that the page had to say: the page may go now. Throws AppError cancelled when the draft is no more. */
export async function handOver(
  db: DossierDb,
  draftId: string,
  given: { page: PageCapture; pageCopy: PageCopy | CaptureGap; finishedAt: Instant },
): Promise<void> {
  await db.transaction('rw', [db.drafts, db.jobs], async () => {
    if ((await db.drafts.update(draftId, given)) === 0) throw new AppError('cancelled');
    await updateJob(db, draftId, { phase: 'storing' }, given.finishedAt);
  });
}

/** A worker takes on the capture of one that has died. Null when there is nothing to take on. */
export async function adoptDraft(db: DossierDb, draftId: string, owner: string): Promise<CaptureDraft | null> {
  return db.transaction('rw', [db.drafts, db.jobs], async () => {
    const draft = await db.drafts.get(draftId);
    if (!draft) return null;
    await db.drafts.update(draftId, { owner });
    await db.jobs.update(draftId, { owner });
    return { ...draft, owner };
  });
}

/** Drops a capture that is not wanted any more, with all its pictures. */
export async function dropDraft(db: DossierDb, draftId: string): Promise<void> {
  await db.transaction('rw', [...draftTables(db), db.blobs], async () => {
    const draft = await db.drafts.get(draftId);
    if (!draft) return;
    await db.blobs.where('captureId').equals(draft.captureId).delete();
    await closeDraft(db, draftId);
  });
}

/** The tables that know of drafts, for the transactions that end one. */
export function draftTables(db: DossierDb): Table[] {
  return [db.drafts, db.shots, db.chatDrafts, db.chatPictures];
}

/** Forgets a draft whose pictures belong to a stored capture now; part of the transaction that stores it. */
export async function closeDraft(db: DossierDb, draftId: string): Promise<void> {
  await db.shots.where('draftId').equals(draftId).delete();
  await closeChatDraft(db, draftId);
  await db.drafts.delete(draftId);
}

/** The ids of the files of captures that are still being made; part of a transaction that reads drafts and blobs. */
export async function blobIdsInWork(db: DossierDb): Promise<ReadonlySet<string>> {
  const captureIds = (await db.drafts.toArray()).map(({ captureId }) => captureId);
  return new Set(await db.blobs.where('captureId').anyOf(captureIds).primaryKeys());
}
