import { type CapturedChat, type MergedChat, mergeChats } from '../evidence/chat/merge.ts';
import { parseChatFile } from '../evidence/chat/schema.ts';
import type { Capture } from '../evidence/types.ts';
import type { DossierDb } from './db.ts';

/**
 * What captures of one conversation say together.
 * @returns the captures that could not be read beside it: their bytes are gone or are no conversation.
 */
export async function readConversation(
  db: DossierDb,
  captures: readonly Capture[],
): Promise<{ merged: MergedChat; unread: Capture[] }> {
  const read = await Promise.all(captures.map((capture) => readChat(db, capture)));
  return {
    merged: mergeChats(read.filter((chat) => chat !== null)),
    unread: captures.filter((_, index) => read[index] === null),
  };
}

async function readChat(db: DossierDb, { id, takenAt, artifacts }: Capture): Promise<CapturedChat | null> {
  const file = artifacts.find(({ role, mediaType }) => role === 'messages' && mediaType === 'application/json');
  const stored = file && (await db.blobs.get(file.id));
  if (!stored) return null;
  try {
    return { captureId: id, takenAt, chat: parseChatFile(await stored.blob.text()) };
  } catch {
    return null; // Said by whoever asks for it.
  }
}
