import { DAY, daysBefore, formatTime } from '../china-time.ts';
import { links } from '../pages/links.ts';
import { pictureUrl } from '../pages/pictures.ts';
import { price } from '../story/money.ts';
import type { Story } from '../story/types.ts';
import { CONVERSATION } from './conversation.ts';
import { SMALL_TALK } from './small-talk.ts';

export type ChatKind = 'text' | 'image' | 'file' | 'item' | 'order' | 'system' | 'recalled';

export interface ChatMessage {
  /** 0 is the oldest. */
  index: number;
  at: number;
  /** As the page prints it. */
  time: string;
  self: boolean;
  nick: string;
  kind: ChatKind;
  /** Words of a text, name of a file, lines of a card. */
  lines: string[];
  picture?: string;
  size?: string;
  url?: string;
}

type Content = Pick<ChatMessage, 'kind' | 'lines'> & Partial<Pick<ChatMessage, 'picture' | 'size' | 'url'>>;
type Spoken = Omit<ChatMessage, 'index'>;

/** Own messages carry the word the page uses for oneself; the seller writes under a sub-account. */
const SELF_NICK = '我';
const LINE = /^(\d+) (\d\d:\d\d:\d\d) ([BS]) (.+)$/u;
const BRACKET = /^\[(\S+?)(?: (.+))?\](?: (.+))?$/u;

function contentOf(story: Story, words: string): Content {
  const match = BRACKET.exec(words);
  if (!match) return { kind: 'text', lines: [words] };
  const [, what, detail = '', after = ''] = match;
  if (what === '图片') return { kind: 'image', lines: [], picture: pictureUrl(detail) };
  if (what === '文件') {
    const [name = '', ...size] = detail.split(' ');
    return { kind: 'file', lines: [name], size: size.join(' ') };
  }
  if (what === '商品') return itemCard(story);
  if (what === '订单') return orderCard(story);
  if (what === '系统') return { kind: 'system', lines: after.split('|') };
  return { kind: 'recalled', lines: ['对方撤回了一条消息'] };
}

function itemCard({ order }: Story): Content {
  const goods = order.items[0]?.goods;
  if (!goods) return { kind: 'text', lines: [] };
  return {
    kind: 'item',
    lines: [goods.title, price(goods.cents)],
    picture: pictureUrl(goods.picture),
    url: links.item(goods.itemId, goods.shop.site),
  };
}

function orderCard({ order }: Story): Content {
  const first = order.items[0]?.goods;
  const more = order.items.length > 1 ? ` 等${order.items.length}件` : '';
  return {
    kind: 'order',
    lines: [`订单号 ${order.orderNo}`, `${first?.title ?? ''}${more}`, `实付款 ${price(order.paidCents)}`],
    picture: pictureUrl(first?.picture ?? ''),
    url: links.orderDetail(order),
  };
}

function spoken(story: Story, at: number, who: string, words: string): Spoken {
  const self = who === 'B';
  const nick = self ? SELF_NICK : `${story.shop.nick}:小禾`;
  return { at, time: formatTime(at), self, nick, ...contentOf(story, words) };
}

function conversation(story: Story): Spoken[] {
  return CONVERSATION.trim()
    .split('\n')
    .map((line) => {
      const match = LINE.exec(line);
      if (!match) throw new Error(`Not a line of the conversation: ${line}`);
      const [, days = '', time = '', who = '', words = ''] = match;
      return spoken(story, daysBefore(story.now, Number(days), time), who, words);
    });
}

/** Each picture that is sent has an address of its own. */
function ownCopy(address: string, turn: number): string {
  return address.replace(/_\d+\.jpg$/u, `_${turn + 1}.jpg`);
}

/** `count` messages of earlier talks that end more than twenty days ago, one talk every third day. */
function earlierTalk(story: Story, count: number): Spoken[] {
  const talks = SMALL_TALK.trim()
    .split('\n\n')
    .map((talk) => talk.split('\n'));
  const newestFirst: Spoken[] = [];
  for (let turn = 0; newestFirst.length < count; turn += 1) {
    const talk = talks[turn % talks.length] ?? [];
    const start = daysBefore(story.now, 24, '10:05:00') - turn * 3 * DAY + (turn % 9) * 3_700_000;
    for (const [index, line] of [...talk.entries()].reverse()) {
      const said = spoken(story, start + index * 47_000, line.charAt(0), line.slice(2));
      newestFirst.push(said.picture ? { ...said, picture: ownCopy(said.picture, turn) } : said);
    }
  }
  return newestFirst.slice(0, count).reverse();
}

/** The newest `count` messages with the seller of the dispute, oldest first; beyond the conversation, earlier small talk. */
export function chatMessages(story: Story, count: number): ChatMessage[] {
  const recent = conversation(story).slice(-count);
  return [...earlierTalk(story, count - recent.length), ...recent].map((message, index) => ({ index, ...message }));
}
