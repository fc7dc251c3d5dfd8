import type { ChatSoFar } from '../evidence/chat/types.ts';
import type { Artifact } from '../evidence/types.ts';
import type { IsoTime } from '../marketplaces/types.ts';
import { AppError } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { DossierDb } from './db.ts';
import { updateJob } from './jobs.ts';
import type { ChatDraft, StoredPicture } from './rows.ts';

/**
 * Keeps a picture of a message. One whose address is there already changes nothing.
 * @param describe gives the picture's place among the files of the capture, told how many came before it.
 * @throws AppError cancelled when the draft is no more; QuotaExceededError (possibly inside a Dexie error) when the disk is full.
 */
export async function keepPicture(
  db: DossierDb,
  draftId: string,
  address: string,
  { blob, describe }: { blob: Blob; describe: (captureId: string, index: number) => Artifact },
): Promise<void> {
  await db.transaction('rw', [db.drafts, db.chatPictures, db.blobs], async () => {
    const draft = await db.drafts.get(draftId);
    if (!draft) throw new AppError('cancelled');
    const before = await picturesOf(db, draftId);
    if (before.some((picture) => picture.address === address)) return;
    const index = before.length;
    const artifact = describe(draft.captureId, index);
    await db.blobs.put({ id: artifact.id, captureId: draft.captureId, blob });
    await db.chatPictures.put({ id: `${draftId}/${index}`, draftId, index, address, artifact });
  });
}

/** The kept pictures of a draft, in the order they were read. */
export function picturesOf(db: DossierDb, draftId: string): Promise<StoredPicture[]> {
  return db.chatPictures.where('draftId').equals(draftId).sortBy('index');
}

/**
 * Notes how far the reading of a chat is, and now and then everything that has been read, which is kept when the page goes away.
 * @returns whether the user has had enough.
 * @throws AppError cancelled when the draft is no more.
 */
export async function noteReading(
  db: DossierDb,
  draftId: string,
  { messages, reached, soFar }: { messages: number; reached: IsoTime | null; soFar: ChatSoFar | null },
  now: Instant,
): Promise<{ stop: boolean }> {
  return db.transaction('rw', [db.drafts, db.chatDrafts, db.jobs], async () => {
    if (!(await db.drafts.get(draftId))) throw new AppError('cancelled');
    await updateJob(db, draftId, { phase: 'readingChat', done: messages, total: 0, reached }, now);
    const { stopAsked, ...known } = await chatDraftOf(db, draftId);
    if (soFar) await db.chatDrafts.put({ ...known, stopAsked, soFar });
    return { stop: stopAsked };
  });
}

/** The user has had enough of a chat. */
export async function askToStop(db: DossierDb, draftId: string): Promise<void> {
  await db.transaction('rw', db.chatDrafts, async () => {
    await db.chatDrafts.put({ ...(await chatDraftOf(db, draftId)), stopAsked: true });
  });
}

/** What has been read of a chat that is a draft. */
export async function chatDraftOf(db: DossierDb, id: string): Promise<ChatDraft> {
  return (await db.chatDrafts.get(id)) ?? { id, stopAsked: false, soFar: null };
}

/** Forgets what was kept of a chat; part of the transaction that ends its draft. */
export async function closeChatDraft(db: DossierDb, draftId: string): Promise<void> {
  await db.chatPictures.where('draftId').equals(draftId).delete();
  await db.chatDrafts.delete(draftId);
}
