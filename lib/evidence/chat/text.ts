import type { ChatFile, KeptMessage } from './types.ts';
import { GAP_LINE, MESSAGE_KIND_WORDS, PARTY_WORDS, PICTURE_GAP_WORDS } from './words.ts';

/** `聊天.txt`: the conversation for reading, message by message, with what is known to be missing and where each is to be seen. */
export function chatText({ messages, reachedStart }: ChatFile): string {
  return [
    `共 ${messages.length} 条消息，从早到晚。时间为平台显示的时间（北京时间）。`,
    reachedStart ? '已翻到列表顶端，页面没有更早的消息。' : '没有翻到最早的消息，更早的部分未采集。',
    '',
    ...messages.flatMap((message, index) => messageLines(message, index)),
  ].join('\n');
}

function messageLines(message: KeptMessage, index: number): string[] {
  const gap = message.gapBefore ? [`———— ${GAP_LINE} ————`, ''] : [];
  const number = String(index + 1).padStart(4, '0');
  const head = `${number}  ${shownTime(message.at)}  ${senderWords(message)}`;
  return [...gap, head, ...indented([saidWords(message), ...pictureLines(message), ...frameLine(message)]), ''];
}

/** `2026-11-21 20:45:59`, or that the page does not show it. */
export function shownTime(at: string | null): string {
  return at?.replace('T', ' ').replace('+08:00', '') ?? '时间未显示';
}

/** `测试卖家（卖家）`; the page itself has no name. */
export function senderWords({ sender, party }: Pick<KeptMessage, 'sender' | 'party'>): string {
  return sender ? `${sender}（${PARTY_WORDS[party]}）` : PARTY_WORDS[party];
}

/** What a message says, with a mark in front when it is more than text. */
export function saidWords({ kind, text }: Pick<KeptMessage, 'kind' | 'text'>): string {
  return `${MESSAGE_KIND_WORDS[kind]}${text}`;
}

function pictureLines({ pictures }: KeptMessage): string[] {
  return pictures.map(({ file, why }) => {
    if (file !== null) return `图片文件：${file}`;
    return `图片未另存：${why === null ? '原因不明' : PICTURE_GAP_WORDS[why]}`;
  });
}

function frameLine({ frames }: KeptMessage): string[] {
  return frames.length > 0 ? [`画面：${frames.map(({ name }) => name).join('、')}`] : [];
}

function indented(lines: readonly string[]): string[] {
  return lines.filter(Boolean).flatMap((line) => line.split('\n').map((part) => `      ${part}`));
}
