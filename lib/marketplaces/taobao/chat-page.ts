import { findLabelled } from '../../reading/labels.ts';
import { pageDocuments, readLines } from '../../reading/lines.ts';
import { readWords } from '../../reading/values.ts';
import type { DetectedPage, ReadResult, Viewing } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import type { ListedOrder } from '../types.ts';
import { readMessages } from './chat-messages.ts';
import { ORDER_NUMBER } from './labels.ts';

/** Elements of the web chat (docs/marketplaces.md). The composer uses the class of a bubble, so only the list counts. */
export const CHAT = {
  scroller: '.ww_message .rc-scrollbars-view',
  header: '.ww_header .name',
  orders: '.ww_tab',
} as const;

/** The document that holds the open conversation: the page itself or its same-origin frame. */
export function findChatDocument(document: Document): Document | null {
  return pageDocuments(document).find((candidate) => candidate.querySelector(CHAT.scroller) !== null) ?? null;
}

/** Reads the messages that the web chat has in the document now; older and far-off ones need scrolling. */
export function readChatPage(document: Document, page: DetectedPage, viewing: Viewing): ReadResult {
  const facts = new FactCollector();
  const chat = findChatDocument(document);
  if (chat) {
    facts.offer('messages', readMessages(chat, viewing), 'element', 'messages');
    facts.take('sellerNick', chat.querySelector(CHAT.header)?.textContent ?? null, wholeNick, 'element');
    const orders = ordersBeside(chat);
    facts.offer('orders', orders, 'element', orders.map(({ orderNo }) => orderNo).join(' '));
  }
  return { pageKind: 'chat', role: page.role, partial: true, events: [], ...facts.finish() };
}

/** The orders with this seller, listed beside the conversation. */
function ordersBeside(chat: Document): ListedOrder[] {
  const lines = Array.from(chat.querySelectorAll(CHAT.orders)).flatMap((tab) => readLines(tab));
  const numbers = new Set(findLabelled(lines, ORDER_NUMBER).map(({ value }) => String(value)));
  return Array.from(numbers, (orderNo) => ({ orderNo, items: [], links: {} }));
}

/** The list of conversations cuts long nicks with an ellipsis; such a nick is not the nick. */
function wholeNick(text: string): string | null {
  return /[…]|\.{3}/u.test(text) ? null : readWords(text);
}
