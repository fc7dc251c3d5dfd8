import { isTime, readPastTime } from '../../reading/past-time.ts';
import { readInstant } from '../../reading/values.ts';
import { normalizeSpace } from '../../shared/text.ts';
import type { ChatLine, Viewing } from '../adapter.ts';
import type { ChatMessage, MessageKind } from '../types.ts';

const LINE = '.ww_message .message-item-line';

/** A message with its time as the page writes it. */
interface Written extends ChatMessage {
  sentAt: string;
}

/** Messages of the list, oldest first; nodes that the page has emptied because they are far off are left out. */
export function readMessages(chat: Document, viewing: Viewing = {}): ChatMessage[] {
  return readChatLines(chat, viewing).flatMap(({ message }) => message ?? []);
}

/** The lines of the list, oldest first, each with its message; null for one that the page has emptied. */
export function readChatLines(chat: Document, { at }: Viewing = {}): ChatLine[] {
  const lines = Array.from(chat.querySelectorAll(LINE)).filter((line) => !isDivider(line));
  const written = lines.map(readMessage);
  const messages = written.filter((message) => message !== null);
  return written.map((message, index) => {
    const element = lines[index] as Element;
    if (message === null) return { element, message, key: '', pictures: [] };
    const { sentAt, ...said } = message;
    return {
      element,
      message: { ...said, at: timeOf(message, messages, at) },
      key: JSON.stringify([sentAt, said.party, said.sender, said.kind, said.text, said.images]),
      pictures: picturesOf(contentOf(element)),
    };
  });
}

/** When it was sent, as far as the page says so beyond doubt. */
function timeOf(message: Written, messages: readonly Written[], at: number | undefined): string | null {
  if (message.at !== null || at === undefined) return message.at;
  const time = readPastTime(message.sentAt, at);
  return isInOrder(messages, messages.indexOf(message), time ?? '') ? time : null;
}

/** A time of day without its day belongs to the day of the messages around it, which need not be today. */
function isInOrder(messages: readonly ChatMessage[], index: number, time: string): boolean {
  const times = (part: readonly ChatMessage[]) => part.flatMap((message) => message.at ?? []);
  const [before = '', after = '9'] = [times(messages.slice(0, index)).at(-1), times(messages.slice(index + 1))[0]];
  return before <= time && time <= after;
}

function contentOf(line: Element): Element {
  return line.querySelector('.content') ?? line;
}

/** A line that only says the time divides the days and is nobody's message. */
function isDivider(line: Element): boolean {
  return contentOf(line) === line && isTime(textOf(line, 'system'));
}

function picturesOf(content: Element): HTMLImageElement[] {
  return Array.from(content.querySelectorAll('img')).filter((image) => !isEmoji(image));
}

function readMessage(line: Element): Written | null {
  const content = contentOf(line);
  const kind = line.querySelector('.message-item') ? kindOf(content) : noticeKind(line); // Nobody's bubble: a notice.
  const text = textOf(content, kind);
  const pictures = picturesOf(content);
  if (!text && pictures.length === 0 && !content.querySelector(RECORDING)) return null;
  const sentAt = line.querySelector('.time')?.textContent ?? '';
  const sender = normalizeSpace(line.querySelector('.nick')?.textContent ?? '');
  const own = line.querySelector('.message-item')?.classList.contains('self') ?? false;
  return {
    at: readInstant(sentAt),
    sentAt,
    party: isNotice(kind) || (!own && PLATFORM.test(sender)) ? 'platform' : own ? 'buyer' : 'seller',
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

/** What the page says by itself; nobody has written it. */
function isNotice(kind: MessageKind): boolean {
  return kind === 'system' || kind === 'recalled';
}

function noticeKind(line: Element): MessageKind {
  return RECALLED.test(normalizeSpace(line.textContent ?? '')) ? 'recalled' : 'system';
}

function kindOf(content: Element): MessageKind {
  if (content.querySelector('.item-card')) return 'item';
  if (content.querySelector(`.file-msg, ${RECORDING}`)) return 'file';
  const words = normalizeSpace(content.textContent ?? '');
  if (content.querySelector('.im-template-msg, .dx-msg-wrap')) {
    return /订单(?:编?号|金额)/u.test(words) ? 'order' : 'system';
  }
  if (RECALLED.test(words) && !content.querySelector('pre')) return 'recalled'; // Anybody can write these words.
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
