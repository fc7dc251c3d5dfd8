import { findLabelled } from '../../reading/labels.ts';
import { pageDocuments, readLines } from '../../reading/lines.ts';
import { isTime, readPastTime } from '../../reading/past-time.ts';
import { readInstant, readWords } from '../../reading/values.ts';
import { normalizeSpace } from '../../shared/text.ts';
import type { DetectedPage, ReadResult, Viewing } from '../adapter.ts';
import { FactCollector } from '../collector.ts';
import type { ChatMessage, ListedOrder, MessageKind } from '../types.ts';
import { ORDER_NUMBER } from './labels.ts';

/** Elements of the web chat (docs/marketplaces.md). The composer uses the class of a bubble, so only the list counts. */
export const CHAT = {
  scroller: '.ww_message .rc-scrollbars-view',
  line: '.ww_message .message-item-line',
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

/** Messages of the list, oldest first; nodes that the page has emptied because they are far off are left out. */
export function readMessages(chat: Document, { at }: Viewing = {}): ChatMessage[] {
  const lines = Array.from(chat.querySelectorAll(CHAT.line));
  const messages = lines.flatMap((line) => readMessage(line) ?? []);
  return messages.map(({ sentAt, ...message }, index) => {
    const isSure = message.at !== null || at === undefined;
    const time = isSure ? message.at : readPastTime(sentAt, at);
    return { ...message, at: isSure || isInOrder(messages, index, time ?? '') ? time : null };
  });
}

/** A time of day without its day belongs to the day of the messages around it, which need not be today. */
function isInOrder(messages: readonly ChatMessage[], index: number, time: string): boolean {
  const times = (part: readonly ChatMessage[]) => part.flatMap((message) => message.at ?? []);
  const [before = '', after = '9'] = [times(messages.slice(0, index)).at(-1), times(messages.slice(index + 1))[0]];
  return before <= time && time <= after;
}

function readMessage(line: Element): (ChatMessage & { sentAt: string }) | null {
  const content = line.querySelector('.content') ?? line;
  const kind = line.querySelector('.message-item') ? kindOf(content) : 'system'; // Nobody's bubble: a notice.
  const text = textOf(content, kind);
  if (content === line && isTime(text)) return null; // Divides the days and is nobody's message.
  const pictures = Array.from(content.querySelectorAll('img')).filter((image) => !isEmoji(image));
  if (!text && pictures.length === 0 && !content.querySelector(RECORDING)) return null;
  const sentAt = line.querySelector('.time')?.textContent ?? '';
  const sender = normalizeSpace(line.querySelector('.nick')?.textContent ?? '');
  const own = line.querySelector('.message-item')?.classList.contains('self') ?? false;
  return {
    at: readInstant(sentAt),
    sentAt,
    party: kind === 'system' || (!own && PLATFORM.test(sender)) ? 'platform' : own ? 'buyer' : 'seller',
    sender,
    kind,
    text,
    images: pictures.map(imageAddress).filter((src) => src !== ''),
  };
}

/** Nothing is written in a film or a spoken message, but somebody sent it. */
const RECORDING = 'video, audio';
const RECALLED = /^.{0,20}撤回了一条消息/u;
/** Names under which the platform itself writes; sellers' sub-accounts begin with the seller's nick. */
const PLATFORM = /^(?:系统(?:消息|通知|提示)?|(?:淘宝|天猫|平台|官方)(?:官方)?(?:客服|小二).{0,6})$/u;

function kindOf(content: Element): MessageKind {
  if (content.querySelector('.item-card')) return 'item';
  if (content.querySelector(`.file-msg, ${RECORDING}`)) return 'file';
  const words = normalizeSpace(content.textContent ?? '');
  if (content.querySelector('.im-template-msg, .dx-msg-wrap')) {
    return /订单(?:编?号|金额)/u.test(words) ? 'order' : 'system';
  }
  if (RECALLED.test(words) && !content.querySelector('pre')) return 'system'; // Anybody can write these words.
  return content.querySelector('img') && !textOf(content, 'text') ? 'image' : 'text';
}

function textOf(content: Element, kind: MessageKind): string {
  if (kind === 'file' && content.querySelector('.file-msg')) {
    const name = content.querySelector('.file-name');
    return [name?.getAttribute('title') ?? name?.textContent, content.querySelector('.file-size')?.textContent]
      .map((word) => normalizeSpace(word ?? ''))
      .filter(Boolean)
      .join(' ');
  }
  const lines = writtenParts(content, kind).flatMap((part) => writtenText(part).split('\n').map(normalizeSpace));
  return (kind === 'text' ? lines : lines.filter(Boolean)).join('\n').trim();
}

/** What of a message is written text: the bubble, the title of an item, the words of a card without its buttons. */
function writtenParts(content: Element, kind: MessageKind): Element[] {
  const selector = kind === 'item' ? '.item-title' : kind === 'text' ? 'pre' : '[view-name="TextView"]';
  const parts = Array.from(content.querySelectorAll(selector));
  return parts.length > 0 ? parts : [content];
}

/** Text with its line breaks and with emoji in words. */
function writtenText(node: Node): string {
  if (node.nodeType === 3) return ownText(node);
  if (node.nodeType !== 1) return '';
  const element = node as Element;
  if (element.tagName === 'BR') return '\n';
  if (element.matches('.nick, .time')) return '';
  if (element.tagName === 'IMG') return isEmoji(element) ? (element.getAttribute('alt') ?? '') : '';
  const text = Array.from(element.childNodes, writtenText).join('');
  return /^(?:DIV|P|LI)$/.test(element.tagName) ? `${text}\n` : text;
}

/** Only in a `pre` a break in the source is one that shows. */
function ownText({ nodeValue, parentElement }: Node): string {
  const text = nodeValue ?? '';
  return parentElement?.closest('pre') ? text : text.replace(/\s+/gu, ' ');
}

/** Emoji are pictures inside the text, with their name in brackets. */
function isEmoji(image: Element): boolean {
  return image.closest('pre') !== null || /^\[.+\]$/.test(image.getAttribute('alt') ?? '');
}

function imageAddress(image: Element): string {
  const address = image.getAttribute('data-src') ?? image.getAttribute('src') ?? '';
  return address.startsWith('//') ? `https:${address}` : /^https?:/.test(address) ? address : '';
}
