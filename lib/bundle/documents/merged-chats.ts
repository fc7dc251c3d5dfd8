import { saidWords, senderWords, shownTime } from '../../evidence/chat/text.ts';
import { GAP_LINE } from '../../evidence/chat/words.ts';
import { utf8 } from '../../shared/bytes.ts';
import { formatPageTime } from '../../shared/time.ts';
import type { BundleChat, BundleData } from '../types.ts';

export const MERGED_CHATS = '06_聊天记录汇总.txt';

/**
 * Conversations that were captured several times, each from its oldest message to its newest without doubles, every message with
 * the evidence that shows it. For Notepad: with BOM and CRLF.
 * @returns null when no conversation was captured more than once.
 */
export function mergedChatsFile({ bundleNo, createdAt, chats = [] }: BundleData): Uint8Array<ArrayBuffer> | null {
  if (chats.length === 0) return null;
  const lines = [
    '聊天记录汇总',
    '',
    `证据包编号：${bundleNo}　生成时间：${formatPageTime(createdAt)}（本机时钟）`,
    '本文件由以下证据中的聊天记录按消息对照合并而成，仅供查阅；以各项证据的原始文件为准。',
    '每条消息后列出载有该消息的证据和在其中的序号。时间为平台显示的时间（北京时间）。',
    ...chats.flatMap(chatLines),
  ];
  return utf8(`\uFEFF${lines.join('\r\n')}\r\n`);
}

function chatLines({ seller, merged, numbers }: BundleChat): string[] {
  const { messages, reachedStart } = merged;
  return [
    '',
    `======== 与“${seller || '昵称未识别'}”的聊天，共 ${messages.length} 条 ========`,
    reachedStart ? '已翻到列表顶端，页面没有更早的消息。' : '没有翻到最早的消息，更早的部分未采集。',
    ...messages.flatMap(({ message, sources, gapBefore }, place) => [
      '',
      ...(gapBefore ? [`———— ${GAP_LINE} ————`, ''] : []),
      `${String(place + 1).padStart(4, '0')}  ${shownTime(message.at)}  ${senderWords(message)}`,
      ...saidWords(message).split('\n').filter(Boolean).map(indented),
      indented(
        `〔${sources.map(({ captureId, index }) => `${numbers.get(captureId) ?? ''} 第${index + 1}条`).join('；')}〕`,
      ),
    ]),
  ];
}

function indented(line: string): string {
  return `      ${line}`;
}
