import type { LogDraft } from '../evidence/chain.ts';
import type { Capture } from '../evidence/types.ts';
import { DAY_MS, formatIso, type Instant } from '../shared/time.ts';
import { appendToLog } from './captures.ts';
import type { DossierDb } from './db.ts';

/** How long a deleted capture can be brought back. */
export const BIN_DAYS = 30;

/**
 * Puts a capture into the bin: it counts nowhere any more, and can be brought back until its bytes are erased. The log says
 * so at once. Nothing happens to one that is there already, or gone.
 */
export function deleteCapture(db: DossierDb, captureId: string, at: Instant): Promise<void> {
  return change(db, { type: 'capture.deleted', subject: captureId }, at, async (capture) => {
    if (capture.deletedAt !== null) throw NOTHING_TO_DO;
    await db.captures.update(captureId, { deletedAt: at });
  });
}

/** Takes a capture out of the bin, back into its case; into none when that is gone. */
export function restoreCapture(db: DossierDb, captureId: string, at: Instant): Promise<void> {
  return change(db, { type: 'capture.restored', subject: captureId }, at, async ({ deletedAt, caseId }) => {
    if (deletedAt === null) throw NOTHING_TO_DO;
    const known = caseId === null ? undefined : await db.cases.get(caseId);
    await db.captures.update(captureId, { deletedAt: null, caseId: known?.id ?? null });
  });
}

/** Erases the files of a capture in the bin for good. The log keeps that it existed, its digests, and that it was erased. */
export function eraseCapture(db: DossierDb, captureId: string, at: Instant): Promise<void> {
  return change(db, { type: 'capture.erased', subject: captureId }, at, async ({ deletedAt }) => {
    if (deletedAt === null) throw NOTHING_TO_DO;
    await db.blobs.where('captureId').equals(captureId).delete();
    await db.captures.delete(captureId);
  });
}

/** What is in the bin, deleted last first. */
export function deletedCaptures(db: DossierDb): Promise<Capture[]> {
  return db.captures.where('deletedAt').above(0).reverse().sortBy('deletedAt');
}

/** When a deleted capture is erased by itself. */
export function erasedAfter(deletedAt: Instant): Instant {
  return deletedAt + BIN_DAYS * DAY_MS;
}

/** Erases what has been in the bin for its time. Returns how many there were. */
export async function eraseExpired(db: DossierDb, now: Instant): Promise<number> {
  const expired = await db.captures
    .where('deletedAt')
    .between(0, now - BIN_DAYS * DAY_MS, false, true)
    .primaryKeys();
  for (const captureId of expired) await eraseCapture(db, captureId, now);
  return expired.length;
}

async function change(
  db: DossierDb,
  said: Pick<LogDraft, 'type' | 'subject'>,
  at: Instant,
  write: (capture: Capture) => Promise<void>,
): Promise<void> {
  const draft: LogDraft = { ...said, at: formatIso(at), files: [] };
  await appendToLog(db, draft, [db.captures, db.blobs, db.cases], async () => {
    const capture = await db.captures.get(said.subject);
    if (!capture) throw NOTHING_TO_DO;
    await write(capture);
  }).catch((error: unknown) => {
    if (error !== NOTHING_TO_DO) throw error;
  });
}

/** Takes the entry back for what has happened already; the log has said so. */
const NOTHING_TO_DO = new Error('The capture is not there to be changed so');
