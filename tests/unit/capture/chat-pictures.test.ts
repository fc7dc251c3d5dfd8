import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ChatPictures } from '../../../lib/capture/chat-pictures.ts';
import type { Gathered } from '../../../lib/capture/gathered.ts';
import { loadedAddress } from '../../../lib/capture/page-pictures.ts';
import { message } from './fake-chat.ts';

const SHOWN = 'https://img.alicdn.com/1.jpg_160x160.jpg';
const ORIGINAL = 'https://img.alicdn.com/1.jpg';

/** A picture on a page that has loaded the addresses given. */
function image(change: { complete?: boolean; link?: string; dataset?: object; loaded?: string[] } = {}) {
  const { complete = true, link, dataset = {}, loaded = [] } = change;
  const getEntriesByName = (name: string) => (loaded.includes(name) ? [{ initiatorType: 'img' }] : []);
  return {
    complete,
    naturalWidth: complete ? 160 : 0,
    currentSrc: SHOWN,
    src: SHOWN,
    dataset,
    closest: () => (link ? { href: link } : null),
    ownerDocument: { baseURI: 'https://market.m.taobao.com/', defaultView: { performance: { getEntriesByName } } },
  } as unknown as HTMLImageElement;
}

function seen(...pictures: HTMLImageElement[]) {
  const said = message('', 0);
  const gathered: Gathered = { key: 'x', message: said, gapBefore: false, frames: [], pictures: [] };
  const line = { element: {} as Element, message: said, key: 'x', pictures };
  return { line, gathered };
}

const answer = vi.fn<typeof fetch>();
beforeEach(() => {
  answer.mockImplementation(async () => new Response(new Blob(['123'], { type: 'image/jpeg' })));
  vi.stubGlobal('fetch', answer);
});
afterEach(() => {
  vi.unstubAllGlobals();
  answer.mockReset();
});

describe('the address of a picture', () => {
  it.each<[string, Parameters<typeof image>[0], string]>([
    ['is the one on the screen', {}, SHOWN],
    ['is that of the original when the page has loaded it', { link: ORIGINAL, loaded: [ORIGINAL] }, ORIGINAL],
    ['is never one that the page has not loaded', { link: ORIGINAL, dataset: { original: ORIGINAL } }, SHOWN],
    [
      'may stand in an attribute, without its scheme',
      { dataset: { src: '//img.alicdn.com/1.jpg' }, loaded: [ORIGINAL] },
      ORIGINAL,
    ],
    ['is unknown while nothing is loaded', { complete: false }, ''],
  ])('%s', (_name, change, expected) => {
    expect(loadedAddress(image(change))).toBe(expected);
  });
});

describe('the pictures of messages', () => {
  it('are read out of the cache, once for each address, and handed over', async () => {
    const handOver = vi.fn(async () => undefined);
    const pictures = new ChatPictures(handOver);
    const first = seen(image());
    const again = seen(image(), image({ link: ORIGINAL, loaded: [ORIGINAL] }));
    expect(await pictures.keep([first])).toBe(false);
    expect(await pictures.keep([again])).toBe(false);
    expect(answer.mock.calls.map(([address]) => address)).toEqual([SHOWN, ORIGINAL]);
    expect(answer.mock.calls[0]?.[1]).toMatchObject({ cache: 'force-cache', credentials: 'omit' });
    expect(handOver).toHaveBeenCalledTimes(2);
    expect(first.gathered.pictures).toEqual([{ address: SHOWN, why: null }]);
    expect(again.gathered.pictures.map(({ address }) => address)).toEqual([SHOWN, ORIGINAL]);
  });

  it('are noted once with a message, however often it is looked at', async () => {
    const pictures = new ChatPictures(async () => undefined);
    const one = seen(image());
    await pictures.keep([one]);
    await pictures.keep([one]);
    expect(one.gathered.pictures).toEqual([{ address: SHOWN, why: null }]);
  });

  it.each<[string, () => Promise<Response>]>([
    ['its host refuses', () => Promise.reject(new TypeError('CORS'))],
    ['is an error', async () => new Response('', { status: 403 })],
    ['is no picture', async () => new Response(new Blob(['<html>'], { type: 'text/html' }))],
  ])('say why one is not kept that %s', async (_name, answered) => {
    answer.mockImplementation(answered);
    const handOver = vi.fn(async () => undefined);
    const one = seen(image());
    expect(await new ChatPictures(handOver).keep([one])).toBe(true);
    expect(one.gathered.pictures).toEqual([{ address: SHOWN, why: 'notReadable' }]);
    expect(handOver).not.toHaveBeenCalled();
  });

  it('are kept later when they had not been loaded at first', async () => {
    const pictures = new ChatPictures(async () => undefined);
    const one = seen(image({ complete: false }));
    expect(await pictures.keep([one])).toBe(true);
    expect(one.gathered.pictures).toEqual([{ address: SHOWN, why: 'notLoaded' }]);
    expect(await pictures.keep([{ ...one, line: { ...one.line, pictures: [image()] } }])).toBe(false);
    expect(one.gathered.pictures).toEqual([{ address: SHOWN, why: null }]);
  });
});
