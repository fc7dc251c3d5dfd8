import { useState } from 'react';
import { type ChatChoice, type ChatPast, NO_CHOICE, pastOf, planOf } from '../evidence/chat/choice.ts';
import { conversationsOf } from '../evidence/chat/conversations.ts';
import type { ChatPlan } from '../evidence/chat/types.ts';
import type { Capture } from '../evidence/types.ts';
import { isKept } from '../storage/captures.ts';
import type { TabPage } from '../storage/rows.ts';
import { db } from './database.ts';
import { useQuery } from './use-query.ts';

/** What the user chooses before a chat is captured; null on every other page. */
export interface ChatOptions {
  choice: ChatChoice;
  past: ChatPast | null;
  plan: ChatPlan;
  onChange: (choice: ChatChoice) => void;
}

/** The choices for the chat on a tab, with what earlier captures of the same conversation hold. */
export function useChatOptions(page: TabPage | null | undefined): ChatOptions | null {
  const [choice, setChoice] = useState(NO_CHOICE);
  const isChat = page?.reading.pageKind === 'chat';
  const seller = isChat ? page.reading.facts.sellerNick : undefined;
  const past =
    useQuery(`${page?.reading.marketplace} ${seller ?? ''}`, async () => {
      if (seller === undefined) return null;
      const isSame = (capture: Capture) =>
        isKept(capture) &&
        capture.pageKind === 'chat' &&
        capture.marketplace === page?.reading.marketplace &&
        capture.facts.sellerNick === seller;
      const [known] = conversationsOf(await db.captures.orderBy('takenAt').filter(isSame).toArray());
      if (!known) return null;
      const { readConversation } = await import('../storage/chats.ts'); // Most looks at a popup need none of it.
      return pastOf((await readConversation(db, known.captures)).merged);
    }) ?? null;
  return isChat ? { choice, past, plan: planOf(choice, past), onChange: setChoice } : null;
}
