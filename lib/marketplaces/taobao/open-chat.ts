import type { OpenChat, Viewing } from '../adapter.ts';
import { readChatLines } from './chat-messages.ts';
import { CHAT, findChatDocument } from './chat-page.ts';

/**
 * The chat of a page in itself or in a same-origin frame; null when there is none. Times without a day (`昨天 12:30`) are
 * resolved by when the page is looked at, if that is given.
 */
export function findChat(document: Document, viewing: Viewing = {}): OpenChat | null {
  const chat = findChatDocument(document);
  const scroller = chat?.querySelector(CHAT.scroller);
  return chat && scroller ? { scroller, read: () => readChatLines(chat, viewing) } : null;
}
