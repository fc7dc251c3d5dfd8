import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';

const PICTURE = `data:image/png;base64,${btoa('picture')}`;
/** What Chromium answers to an option that it does not know, before it takes anything. */
const UNKNOWN_OPTION = new TypeError(
  "Error in invocation of tabs.captureVisibleTab(…): Error at parameter 'options': Unexpected property: 'rect'.",
);
const AREA = { left: 0, top: 800, width: 1280, height: 9600 };

let tab: Browser.tabs.Tab;
/** A fresh module each time: the browser's answer is remembered in it. */
let pictures: typeof import('../../../lib/platform/area-pictures.ts');

beforeEach(async () => {
  vi.resetModules();
  fakeBrowser.reset();
  tab = await fakeBrowser.tabs.create({ url: 'https://trade.taobao.com/', active: true });
  pictures = await import('../../../lib/platform/area-pictures.ts');
});
afterEach(() => vi.restoreAllMocks());

function browserThat(answer: () => Promise<string>) {
  return vi.spyOn(fakeBrowser.tabs, 'captureVisibleTab').mockImplementation(answer as never);
}

describe('pictures of areas', () => {
  it('are there where the browser draws a dot of the page, which is asked for once', async () => {
    const asked = browserThat(async () => PICTURE);
    expect(await pictures.canPictureAreas(tab)).toBe(true);
    expect(await pictures.canPictureAreas(tab)).toBe(true);
    expect(asked).toHaveBeenCalledExactlyOnceWith(tab.windowId, {
      format: 'jpeg',
      quality: 1,
      rect: { x: 0, y: 0, width: 1, height: 1 },
    });
  });

  it('are not there where the browser does not know the word', async () => {
    const asked = browserThat(async () => {
      throw UNKNOWN_OPTION;
    });
    expect([await pictures.canPictureAreas(tab), await pictures.canPictureAreas(tab)]).toEqual([false, false]);
    expect(asked).toHaveBeenCalledOnce();
  });

  it('are asked for again after a tab that may not be photographed', async () => {
    const asked = browserThat(async () => PICTURE);
    asked.mockRejectedValueOnce(new Error('Missing activeTab permission') as never);
    expect([await pictures.canPictureAreas(tab), await pictures.canPictureAreas(tab)]).toEqual([false, true]);
  });

  it('show the area that was asked for, as PNG', async () => {
    const asked = browserThat(async () => PICTURE);
    const { picture, isStill, paced } = await pictures.takeAreaPicture(tab, AREA, new AbortController().signal);
    expect([(await picture).type, await (await picture).text(), isStill, paced]).toEqual([
      'image/png',
      'picture',
      true,
      false,
    ]);
    expect(asked).toHaveBeenCalledExactlyOnceWith(tab.windowId, {
      format: 'png',
      rect: { x: 0, y: 800, width: 1280, height: 9600 },
    });
  });

  it('are looked at by where they are: two empty ones are not the same screen', async () => {
    browserThat(async () => PICTURE);
    const { signal } = new AbortController();
    const one = await pictures.takeAreaPicture(tab, AREA, signal);
    const other = await pictures.takeAreaPicture(tab, { ...AREA, top: 10_400 }, signal);
    expect(one.look).not.toBe(other.look);
  });

  it('are not taken of a tab that is behind another, has gone, or of a capture that was taken back', async () => {
    const { AppError, errorCodeOf } = await import('../../../lib/shared/errors.ts');
    const codeOf = (signal: AbortSignal, of = tab) =>
      pictures.takeAreaPicture(of, AREA, signal).then(
        () => 'taken',
        (error: unknown) => errorCodeOf(error),
      );
    const { signal } = new AbortController();
    browserThat(async () => PICTURE);
    expect(await codeOf(signal, { ...tab, active: false })).toBe('capture.tabHidden');
    expect(await codeOf(AbortSignal.abort(new AppError('cancelled')))).toBe('cancelled');
    vi.spyOn(fakeBrowser.tabs, 'get').mockRejectedValue(new Error('Invalid tab ID') as never);
    expect(await codeOf(signal)).toBe('capture.pageGone');
  });
});
