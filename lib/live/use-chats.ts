import { type Conversation, conversationsOf } from '../evidence/chat/conversations.ts';
import type { MergedChat } from '../evidence/chat/merge.ts';
import type { Capture } from '../evidence/types.ts';
import { db } from './database.ts';
import { useQuery } from './use-query.ts';

/** One conversation of a case, from all its captures. */
export interface ReadConversation extends Conversation {
  merged: MergedChat;
  /** Captures whose messages could not be read. */
  unread: Capture[];
}

/** The conversations among captures; undefined while they are read. */
export function useConversations(captures: readonly Capture[] | undefined): ReadConversation[] | undefined {
  const subject = captures?.map(({ id }) => id).join(' ');
  return useQuery(subject, async () => {
    const found = conversationsOf(captures ?? []);
    if (found.length === 0) return [];
    const { readConversation } = await import('../storage/chats.ts'); // What checks the files is heavier than the views.
    return Promise.all(
      found.map(async (conversation) => ({
        ...conversation,
        ...(await readConversation(db, conversation.captures)),
      })),
    );
  });
}
