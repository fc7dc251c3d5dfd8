import { describe, expect, it } from 'vitest';
import { bundleChats } from '../../../../lib/bundle/data/chats.ts';
import { type CaptureContent, evidenceItems } from '../../../../lib/bundle/data/evidence-items.ts';
import { mergedChatsFile } from '../../../../lib/bundle/documents/merged-chats.ts';
import { type KeptMessage, WHOLE_CHAT } from '../../../../lib/evidence/chat/types.ts';
import { HOUR_MS } from '../../../../lib/shared/time.ts';
import { capture, NOW } from '../../cases/pages.ts';
import { bundleData } from '../fixture.ts';

function said(minute: string, text: string, change: Partial<KeptMessage> = {}): KeptMessage {
  const at = `2026-11-20T10:${minute}:00+08:00`;
  const plain = { images: [], gapBefore: false, frames: [], pictures: [] };
  return { at, party: 'seller', sender: '测试卖家', kind: 'text', text, ...plain, ...change };
}

function content(hour: number, messages: KeptMessage[], reachedStart: boolean, seller = '测试卖家'): CaptureContent {
  const facts = { sellerNick: seller };
  const taken = capture('chat', NOW + hour * HOUR_MS, { id: `c${hour}`, facts, messageCount: messages.length });
  const chat = { format: 'chat/2' as const, plan: WHOLE_CHAT, reachedStart, messages, steps: [] };
  return { capture: taken, pictures: [], messages, chat, record: null };
}

function fileOf(contents: CaptureContent[]): string | null {
  const file = mergedChatsFile(bundleData({ chats: bundleChats(contents, evidenceItems(contents)) }));
  return file && new TextDecoder('utf-8', { ignoreBOM: true }).decode(file);
}

const RECALLED = said('02', '对方撤回了一条消息', { kind: 'recalled', party: 'platform', sender: '' });

describe('conversations that were captured several times', () => {
  it('are one text, each message with every evidence that shows it', () => {
    const text = fileOf([
      content(0, [said('01', '在的'), said('02', '包退'), said('03', '好')], false),
      content(1, [said('01', '在的'), RECALLED, said('03', '好'), said('09', '随便您', { gapBefore: true })], true),
    ]);
    expect(text?.split('\r\n').slice(6)).toEqual([
      '======== 与“测试卖家”的聊天，共 5 条 ========',
      '已翻到列表顶端，页面没有更早的消息。',
      '',
      '0001  2026-11-20 10:01:00  测试卖家（卖家）',
      '      在的',
      '      〔E01 第1条；E02 第1条〕',
      '',
      '0002  2026-11-20 10:02:00  测试卖家（卖家）',
      '      包退',
      '      〔E01 第2条〕',
      '',
      '0003  2026-11-20 10:02:00  平台',
      '      ［撤回提示］对方撤回了一条消息',
      '      〔E02 第2条〕',
      '',
      '0004  2026-11-20 10:03:00  测试卖家（卖家）',
      '      好',
      '      〔E01 第3条；E02 第3条〕',
      '',
      '———— 此处前后衔接中断，中间可能有未采集的消息 ————',
      '',
      '0005  2026-11-20 10:09:00  测试卖家（卖家）',
      '      随便您',
      '      〔E02 第4条〕',
      '',
    ]);
  });

  it.each<[string, CaptureContent[]]>([
    ['captured once', [content(0, [said('01', '在的')], true)]],
    ['with two sellers', [content(0, [said('01', '在的')], true, '甲'), content(1, [said('01', '在的')], true, '乙')]],
    ['nothing', []],
  ])('are no file of their own: %s', (_name, contents) => {
    expect(fileOf(contents)).toBeNull();
  });
});
