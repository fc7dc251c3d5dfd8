import { pageDocuments } from '../../reading/lines.ts';
import { readId, readInstant, readWords } from '../../reading/values.ts';
import { normalizeSpace } from '../../shared/text.ts';
import type { DetectedPage, ReadResult } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import type { ChatMessage, MessageKind } from '../types.ts';

/** Elements of the web chat (pages.md 1.8). The composer uses the class of a bubble, so only lines of the list count. */
export const CHAT = {
  scroller: '.ww_message .rc-scrollbars-view',
  line: '.ww_message .message-item-line',
  header: '.ww_header .name',
} as const;

/** The document that holds the open conversation: the page itself or its same-origin frame. */
export function findChatDocument(document: Document): Document | null {
  return pageDocuments(document).find((candidate) => candidate.querySelector(CHAT.scroller) !== null) ?? null;
}

/** Reads the messages that the web chat has in the document now; older and far-off ones need scrolling. */
export function readChatPage(document: Document, page: DetectedPage): ReadResult {
  const facts = new FactCollector();
  const chat = findChatDocument(document);
  if (chat) {
    facts.offer('messages', readMessages(chat), 'element', 'messages');
    facts.take('sellerNick', chat.querySelector(CHAT.header)?.textContent ?? null, wholeNick, 'element');
    const numbers = Array.from(chat.querySelectorAll('.ww_tab .order-id'), ({ textContent }) =>
      readId(textContent ?? ''),
    );
    const orders = numbers.flatMap((orderNo) => (orderNo ? [{ orderNo, items: [], links: {} }] : []));
    facts.offer('orders', orders, 'element', orders.map(({ orderNo }) => orderNo).join(' '));
  }
  return { pageKind: 'chat', role: page.role, partial: true, events: [], ...facts.finish() };
}

/** The list of conversations cuts long nicks with an ellipsis; such a nick is not the nick. */
function wholeNick(text: string): string | null {
  return /[…]|\.{3}/u.test(text) ? null : readWords(text);
}

/** Messages of the list, oldest first; nodes that the page has emptied because they are far off are left out. */
export function readMessages(chat: Document): ChatMessage[] {
  return Array.from(chat.querySelectorAll(CHAT.line)).flatMap((line) => readMessage(line) ?? []);
}

function readMessage(line: Element): ChatMessage | null {
  const content = line.querySelector('.content') ?? line;
  const kind = kindOf(content);
  const text = textOf(content, kind);
  const images = Array.from(content.querySelectorAll('img'), imageAddress).filter((src) => src !== '');
  if (!text && images.length === 0) return null;
  const own = line.querySelector('.message-item')?.classList.contains('self') ?? false;
  return {
    at: readInstant(line.querySelector('.time')?.textContent ?? ''),
    party: kind === 'system' ? 'platform' : own ? 'buyer' : 'seller',
    sender: normalizeSpace(line.querySelector('.nick')?.textContent ?? ''),
    kind,
    text,
    images,
  };
}

const RECALLED = /^.{0,20}撤回了一条消息/u;

function kindOf(content: Element): MessageKind {
  if (content.querySelector('.item-card')) return 'item';
  if (content.querySelector('.file-msg')) return 'file';
  const card = content.querySelector('.im-template-msg, .dx-msg-wrap');
  if (card) return /订单(?:编?号|金额)/u.test(card.textContent ?? '') ? 'order' : 'system';
  if (RECALLED.test(normalizeSpace(content.textContent ?? ''))) return 'system';
  return content.querySelector('img') && !normalizeSpace(content.textContent ?? '') ? 'image' : 'text';
}

function textOf(content: Element, kind: MessageKind): string {
  if (kind === 'file') {
    const name = content.querySelector('.file-name');
    const words = [name?.getAttribute('title') ?? name?.textContent, content.querySelector('.file-size')?.textContent];
    return words
      .map((word) => normalizeSpace(word ?? ''))
      .filter(Boolean)
      .join(' ');
  }
  if (kind === 'system' || kind === 'order') {
    const views = Array.from(
      content.querySelectorAll('[view-name="TextView"]'),
      ({ textContent }) => textContent ?? '',
    );
    return (views.length > 0 ? views : [content.textContent ?? '']).map(normalizeSpace).filter(Boolean).join('\n');
  }
  return Array.from((content.querySelector('pre') ?? content).textContent?.split('\n') ?? [], normalizeSpace)
    .join('\n')
    .trim();
}

function imageAddress(image: HTMLImageElement): string {
  const address = image.getAttribute('data-src') ?? image.getAttribute('src') ?? '';
  return address.startsWith('//') ? `https:${address}` : /^https?:/.test(address) ? address : '';
}
