import { Blob as NodeBlob } from 'node:buffer';
import { screen, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { App as Cases } from '../../../entrypoints/cases/App.tsx';
import { App as Popup } from '../../../entrypoints/popup/App.tsx';
import { type ChatFile, WHOLE_CHAT } from '../../../lib/evidence/chat/types.ts';
import { recordPage } from '../../../lib/storage/cases.ts';
import { capture, NOW, reading, refundPage, seen } from '../../unit/cases/pages.ts';
import { merged } from '../chats.ts';
import { artifact, FACTS } from '../examples.ts';
import { expectAccessible, expectTranslated, show } from '../show.tsx';
import { background, db, openTab, TAB } from './extension.ts';

const SELLER = { sellerNick: 'Test seller' };
const chatPage = seen(reading({ pageKind: 'chat', facts: SELLER }));

/** Stores a capture of the messages from one number to another. */
async function keepChat(id: string, [from, to]: [number, number], day: number, caseId = 'case-1'): Promise<void> {
  const numbers = Array.from({ length: to - from + 1 }, (_, place) => from + place);
  const messages = numbers.map((number) => merged(number).message);
  const chat: ChatFile = { format: 'chat/2', plan: WHOLE_CHAT, reachedStart: from === 0, messages, steps: [] };
  const file = artifact('聊天.json', { id: `${id}/聊天.json`, role: 'messages', mediaType: 'application/json' });
  const change = { id, caseId, facts: SELLER, messageCount: messages.length, artifacts: [file] };
  await db.captures.put(capture('chat', NOW + day, change));
  const blob = new NodeBlob([JSON.stringify(chat)]) as unknown as Blob;
  await db.blobs.put({ id: file.id, captureId: id, blob });
}

describe('the choice before a chat is captured', () => {
  it('is not there on other pages', async () => {
    await openTab(seen(refundPage(FACTS)));
    show(<Popup />);
    await screen.findByRole('button', { name: '采集本页' });
    expect(screen.queryByText('聊天记录采多少')).toBeNull();
  });

  it('is everything unless the user wants something else', async () => {
    await openTab(chatPage);
    const { user, container } = show(<Popup />);
    await screen.findByText('聊天记录采多少');
    await expectAccessible(container);
    await user.click(screen.getByRole('button', { name: '采集本页' }));
    expect(background.sent).toContainEqual({ type: 'capture.start', payload: { tabId: TAB, plan: WHOLE_CHAT } });
  });

  it('goes on from what earlier captures of the same conversation hold', async () => {
    await openTab(chatPage);
    await keepChat('a', [5, 9], 0);
    const { user } = show(<Popup />);
    await user.click(await screen.findByLabelText(/^接着上次往更早采/));
    await user.click(screen.getByRole('button', { name: '采集本页' }));
    const plan = { ...WHOLE_CHAT, framesBefore: merged(5).message.at };
    expect(background.sent).toContainEqual({ type: 'capture.start', payload: { tabId: TAB, plan } });
    await user.click(screen.getByLabelText(/^只采上次之后的新消息/));
    await user.click(screen.getByRole('button', { name: '采集本页' }));
    const newer = { ...WHOLE_CHAT, from: merged(9).message.at };
    expect(background.sent).toContainEqual({ type: 'capture.start', payload: { tabId: TAB, plan: newer } });
  });
});

describe('what was said in a case', () => {
  let caseId = '';
  beforeEach(async () => {
    caseId = (await recordPage(db, seen(refundPage(FACTS))))?.id ?? '';
  });

  it('is one conversation, whatever captures it is from, and leads to each of them', async () => {
    await keepChat('a', [3, 6], 0, caseId);
    await keepChat('b', [0, 4], 1, caseId);
    location.hash = `#chat=${caseId}`;
    const { container, user } = show(<Cases />);
    expect(await screen.findByText('7 条消息 · 来自 2 次采集')).toBeDefined();
    expect(screen.getAllByRole('listitem').map(({ textContent }) => /message \d/.exec(textContent ?? '')?.[0])).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((number) => `message ${number}`),
    );
    await expectAccessible(container);
    expectTranslated(container, 'zh-CN');
    await user.click(screen.getAllByRole('button', { name: /^采集于/ })[0] as HTMLElement);
    expect(await screen.findByRole('dialog')).toBeDefined();
  });

  it('names captures that cannot be read instead of leaving them out in silence', async () => {
    await keepChat('a', [0, 2], 0, caseId);
    await keepChat('b', [3, 4], 1, caseId);
    await db.blobs.put({ id: 'b/聊天.json', captureId: 'b', blob: new NodeBlob(['{']) as unknown as Blob });
    location.hash = `#chat=${caseId}`;
    show(<Cases />);
    expect(await screen.findByText('有 1 次采集的聊天数据读不出来，没有列在下面')).toBeDefined();
    expect(screen.getAllByRole('listitem')).toHaveLength(3);
  });

  it('is reached from the case, when there is any', async () => {
    location.hash = `#case=${caseId}`;
    show(<Cases />);
    await screen.findByRole('heading', { level: 1 });
    expect(screen.queryByRole('link', { name: '查看聊天记录全文' })).toBeNull();
    await keepChat('a', [0, 2], 0, caseId);
    await waitFor(() =>
      expect(screen.getByRole('link', { name: '查看聊天记录全文' }).getAttribute('href')).toBe(`#chat=${caseId}`),
    );
  });
});
