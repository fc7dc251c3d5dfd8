import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { handleMessages } from '../../../lib/platform/receive.ts';
import { sendMessage } from '../../../lib/platform/send.ts';
import { AppError } from '../../../lib/shared/errors.ts';
import { refundPage } from '../cases/pages.ts';

type Sender = Partial<Browser.runtime.MessageSender>;

const ID = '5f0c1f1e-6a2b-4d57-9a53-0d9b1b6f3a11';
const PAGE = 'https://refund2.taobao.com/dispute/detail.htm';
const REPORT = { type: 'page.report', payload: { reading: refundPage(), url: PAGE, title: '退款详情' } };
const START = { type: 'capture.start', payload: { tabId: 7 } };

let console_: Mock;
beforeEach(() => {
  fakeBrowser.reset();
  console_ = vi.spyOn(console, 'error').mockImplementation(() => undefined) as never;
});
afterEach(() => vi.restoreAllMocks());

const ourPage = (): Sender => ({ id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html' as never) });
const contentScript = (): Sender => ({
  id: fakeBrowser.runtime.id,
  url: PAGE,
  tab: { id: 7, index: 0 } as Browser.tabs.Tab,
});

async function deliver(message: unknown, from: Sender = ourPage()): Promise<unknown> {
  const [answer] = await fakeBrowser.runtime.onMessage.trigger(
    message,
    from as Browser.runtime.MessageSender,
    () => undefined,
  );
  return answer;
}

describe('a message', () => {
  it('is answered by its handler', async () => {
    const handler = vi.fn(async () => ({ jobId: ID }));
    handleMessages({ 'export.start': handler });
    const payload = { caseId: ID, options: { captureIds: [], claims: [], complainant: {} } };
    expect(await deliver({ type: 'export.start', payload })).toEqual({ ok: true, value: { jobId: ID } });
    expect(handler).toHaveBeenCalledExactlyOnceWith(payload, { tab: null });
  });

  it('reaches its handler within the event, so that a gesture is not lost', () => {
    const handler = vi.fn(() => null);
    handleMessages({ 'capture.start': handler });
    void deliver(START);
    expect(handler).toHaveBeenCalledOnce();
  });

  it.each([
    ['another part of the extension answers', { type: 'bundle.cancel', payload: { jobId: ID } }],
    ['no part of the extension knows', { type: 'page.again' }],
    ['has the name of something every object has', { type: 'toString', payload: {} }],
    ['is no message', 'hello'],
    ['is nothing', null],
  ])('that %s is left alone', async (_name, message) => {
    handleMessages({ 'capture.start': () => null });
    expect(await deliver(message)).toBeUndefined();
    expect(console_).not.toHaveBeenCalled();
  });

  it('of the wrong shape is refused before its handler sees it', async () => {
    const handler = vi.fn(() => null);
    handleMessages({ 'capture.start': handler });
    expect(await deliver({ type: 'capture.start', payload: { tabId: '7' } })).toEqual({
      ok: false,
      code: 'message.invalid',
    });
    expect(handler).not.toHaveBeenCalled();
  });

  it('arrives without what nobody asked for', async () => {
    const handler = vi.fn(() => null);
    handleMessages({ 'page.report': handler });
    const facts = { ...REPORT.payload.reading.facts, evil: 'x' };
    await deliver(
      { ...REPORT, payload: { ...REPORT.payload, reading: { ...REPORT.payload.reading, facts } } },
      contentScript(),
    );
    expect(handler).toHaveBeenCalledWith(REPORT.payload, expect.anything());
  });
});

describe('the sender', () => {
  it('of a report is the tab that the browser names, not one that the message names', async () => {
    const handler = vi.fn(() => null);
    handleMessages({ 'page.report': handler });
    await deliver({ ...REPORT, payload: { ...REPORT.payload, tabId: 1 } }, contentScript());
    expect(handler).toHaveBeenCalledWith(REPORT.payload, { tab: expect.objectContaining({ id: 7 }) });
  });

  it.each<[string, () => Sender]>([
    ['a content script', contentScript],
    [
      'a page whose address begins like ours',
      () => ({ ...ourPage(), url: `chrome-extension://${fakeBrowser.runtime.id}.evil.cn/popup.html` }),
    ],
    ['a page that names ours in its address', () => ({ ...contentScript(), url: `https://evil.cn/?${ourPage().url}` })],
    ['a page of another extension', () => ({ id: 'another', url: 'chrome-extension://another/popup.html' })],
    ['another extension that claims our address', () => ({ ...ourPage(), id: 'another' })],
    ['somebody without an address', () => ({ id: fakeBrowser.runtime.id })],
  ])('may not be %s where our own pages are meant', async (_name, from) => {
    const handler = vi.fn(() => null);
    handleMessages({ 'capture.start': handler });
    expect(await deliver(START, from())).toEqual({ ok: false, code: 'message.invalid' });
    expect(handler).not.toHaveBeenCalled();
  });
});

describe('a failure', () => {
  it.each([
    ['foreseen', new AppError('capture.noGrant', 'secret detail'), 'capture.noGrant', 0],
    ['of the disk', new DOMException('full', 'QuotaExceededError'), 'storage.full', 0],
    ['unforeseen', new TypeError('x is undefined'), 'unexpected', 1],
  ])('%s travels as a code', async (_name, error, code, reports) => {
    handleMessages({
      'capture.start': () => Promise.reject(error),
      'case.keep': () => {
        throw error;
      },
    });
    expect(await deliver(START)).toEqual({ ok: false, code });
    expect(await deliver({ type: 'case.keep', payload: { tabId: 7 } })).toEqual({ ok: false, code });
    expect(console_).toHaveBeenCalledTimes(2 * reports);
  });
});

describe('sendMessage', () => {
  const answer = (reply: unknown) =>
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async () => reply) as never);

  it('gives what the handler gave', async () => {
    const sent = answer({ ok: true, value: { jobId: ID } });
    expect(await sendMessage('capture.cancel', { jobId: ID })).toEqual({ jobId: ID });
    expect(sent).toHaveBeenCalledWith({ type: 'capture.cancel', payload: { jobId: ID } });
  });

  it('throws the code that came back', async () => {
    answer({ ok: false, code: 'export.running' });
    await expect(sendMessage('capture.start', { tabId: 7 })).rejects.toMatchObject({ code: 'export.running' });
  });

  it('says so when nobody answers', async () => {
    answer(undefined);
    await expect(sendMessage('capture.start', { tabId: 7 })).rejects.toMatchObject({ code: 'unexpected' });
  });
});
