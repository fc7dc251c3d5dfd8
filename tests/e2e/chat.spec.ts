import type { Page } from '@playwright/test';
import type { ChatFile } from '../../lib/evidence/chat/types.ts';
import { captureFromToolbar, waitForCapture } from '../../scripts/browser/journey.ts';
import { chatMessages } from '../../scripts/practice/chat/messages.ts';
import type { PracticeServer } from '../../scripts/practice/server.ts';
import { expect, test } from './fixtures.ts';
import { storedCaptures, storedText } from './in-extension.ts';

/** Opens the conversation of the story with its newest `count` messages. */
async function openChat(tab: Page, server: PracticeServer, count: number, more: Record<string, string> = {}) {
  const address = new URL(server.urls.chat);
  for (const [name, value] of Object.entries({ n: String(count), imgDelay: '0', ...more })) {
    address.searchParams.set(name, value);
  }
  await tab.goto(address.href);
  await tab.frameLocator('iframe').locator('.message-item-line').last().waitFor();
}

/** `聊天.json` of a capture, the first one being 0. */
async function chatOf(view: Page, place: number): Promise<ChatFile> {
  const file = (await storedCaptures(view))[place]?.artifacts.find(({ name }) => name === '聊天.json');
  return JSON.parse(await storedText(view, file?.id ?? ''));
}

const textsOf = ({ messages }: Pick<ChatFile, 'messages'>) =>
  messages.map(({ at, kind, text }) => [at?.slice(0, 19).replace('T', ' '), kind, kind === 'text' ? text : '']);

test('2,000 messages of a list that recycles its nodes are kept, with their pictures and the proof that none is missing', async ({
  server,
  extension,
  tab,
}) => {
  test.setTimeout(240_000);
  await openChat(tab, server, 2000, { imgCache: '1' });
  await (await captureFromToolbar(extension, tab)).close();
  const view = await extension.openView('cases.html');
  const [capture] = await storedCaptures(view);
  expect(capture).toMatchObject({ pageKind: 'chat', messageCount: 2000 });
  expect(capture?.gaps).toEqual(['framesOnly', 'chatFramesPartial', 'pageCopyIncomplete']);

  const chat = await chatOf(view, 0);
  const said = chatMessages(server.story, 2000);
  expect(textsOf(chat)).toEqual(
    said.map(({ time, kind, lines }) => [time, kind, kind === 'text' ? (lines[0] ?? '') : '']),
  );
  expect(chat.reachedStart).toBe(true);
  expect(chat.messages.filter(({ gapBefore }) => gapBefore)).toEqual([]);
  expect(chat.steps.slice(1).filter(({ shared }) => shared === 0)).toEqual([]);

  const pictures = chat.messages.flatMap((message) => message.pictures);
  const sent = said.filter(({ kind }) => kind === 'image');
  expect(sent.length).toBeGreaterThan(50);
  expect(chat.messages.filter(({ kind, pictures: own }) => kind === 'image' && own.length === 1)).toHaveLength(
    sent.length,
  );
  expect(pictures.filter(({ file }) => file === null)).toEqual([]);
  const files = new Set(capture?.artifacts.filter(({ role }) => role === 'picture').map(({ name }) => name));
  expect(new Set(pictures.map(({ file }) => file))).toEqual(files);
  // The page asks for each picture once, because the browser keeps it; the capture asks for none.
  const asked = server.requests.filter((address) => address.startsWith('img.alicdn.com'));
  expect(asked).toHaveLength(new Set(asked).size);

  const frames = new Set(capture?.artifacts.filter(({ role }) => role === 'frame').map(({ name }) => name));
  const tied = chat.messages.flatMap((message) => message.frames);
  const tiedFrames = new Set(tied.map(({ name }) => name));
  expect([...tiedFrames].filter((name) => !frames.has(name))).toEqual([]);
  // Nothing is tied to a frame during which the list moved; that is rare.
  expect(tiedFrames.size).toBeGreaterThan(frames.size * 0.9);
  expect(chat.messages.at(-1)?.frames).not.toEqual([]);
  expect(chat.messages[0]?.frames).not.toEqual([]);
});

test('a chat can be ended early and gone on with later; the case shows one conversation', async ({
  server,
  extension,
  tab,
}) => {
  test.setTimeout(180_000);
  const COUNT = 700;
  await tab.goto(server.urls.refund);
  await (await captureFromToolbar(extension, tab)).close();
  await openChat(tab, server, COUNT);
  const first = await extension.clickToolbar(tab);
  await first.click('采集本页');
  await first.waitForText('已读到');
  await first.click('到此为止，保存已读的');
  await waitForCapture(extension, 2, 1);
  await first.close();
  const view = await extension.openView('cases.html');
  const [, stopped] = await storedCaptures(view);
  expect(stopped?.gaps).toContain('chatStartNotReached');
  expect(stopped?.messageCount).toBeLessThan(COUNT);

  const second = await extension.clickToolbar(tab);
  await second.click('接着上次往更早采');
  await second.click('采集本页');
  await waitForCapture(extension, 3, 2);
  await second.close();
  const later = await chatOf(view, 2);
  expect(later.plan.framesBefore).not.toBeNull();
  expect(later.messages).toHaveLength(COUNT);
  expect(later.messages.at(-1)?.frames).toEqual([]);
  expect(later.messages[0]?.frames).not.toEqual([]);

  await view.getByRole('link', { name: /野生干香菇/ }).click();
  await view.getByRole('link', { name: '查看聊天记录全文' }).click();
  await expect(view.getByText(`${COUNT} 条消息 · 来自 2 次采集`)).toBeVisible();
  await expect(view.getByText('已翻到列表顶端，没有更早的消息。', { exact: false })).toBeVisible();
  await expect(view.getByRole('listitem').first()).toHaveAttribute('aria-setsize', String(COUNT));
  await view.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
  await expect(view.getByText('随便您')).toBeVisible();
  await expect(view.getByRole('img', { name: '聊天中的图片' }).last()).toBeVisible();
});

test('a chat is read back to the chosen day and says so', async ({ server, extension, tab }) => {
  await openChat(tab, server, 240);
  const said = chatMessages(server.story, 240);
  const day = said.at(-30)?.time.slice(0, 10) ?? '';
  const popup = await extension.clickToolbar(tab);
  await popup.click('聊天记录采多少');
  await popup.click('翻到某一天为止');
  await popup.evaluate(`(() => {
    const input = document.querySelector('input[type=date]');
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, '${day}');
    input.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);
  await popup.click('采集本页');
  await waitForCapture(extension, 1, 0);
  await popup.close();
  const view = await extension.openView('cases.html');
  const [capture] = await storedCaptures(view);
  expect(capture?.gaps).toContain('chatFromChosenDay');
  const chat = await chatOf(view, 0);
  const wanted = said.filter(({ time }) => time >= day);
  expect(chat.messages.slice(-wanted.length)[0]?.at?.slice(0, 10)).toBe(day);
  expect(chat.messages.length).toBeGreaterThan(wanted.length);
  expect(chat.messages.length).toBeLessThan(said.length);
  expect(chat.reachedStart).toBe(false);
});
