import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Screenshot } from '../../../lib/evidence/types.ts';
import { takeScreenshot } from '../../../lib/platform/screenshots.ts';
import { AppError, errorCodeOf } from '../../../lib/shared/errors.ts';

const PICTURE = `data:image/png;base64,${btoa('picture')}`;
const QUOTA = new Error(
  'This request exceeds the MAX_CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND quota. Callers are not allowed…',
);

let tab: Browser.tabs.Tab;
let shoot: Mock<(windowId: number, options: { format: string }) => Promise<string>>;
let running: AbortController;

beforeEach(async () => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  tab = await fakeBrowser.tabs.create({ url: 'https://trade.taobao.com/', active: true });
  shoot = vi.fn(async () => PICTURE);
  vi.spyOn(fakeBrowser.tabs, 'captureVisibleTab').mockImplementation(shoot as never);
  running = new AbortController();
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Waits like a person who has all the time in the world. */
async function outcome(picture: Promise<Screenshot>): Promise<Screenshot | unknown> {
  const settled = picture.catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return settled;
}

async function codeOf(picture: Promise<Screenshot>): Promise<string> {
  return errorCodeOf(await outcome(picture));
}

const LOOK = { format: 'jpeg', quality: 1 };
const PNG = { format: 'png' };
/** The formats that the browser was asked for, in order. */
const asked = () => shoot.mock.calls.map(([, { format }]) => format);

describe('a screenshot', () => {
  it('is what the browser gave, as PNG, between two looks that are the same', async () => {
    const shot = (await outcome(takeScreenshot(tab, running.signal))) as Screenshot;
    expect(await (await shot.picture).text()).toBe('picture');
    expect((await shot.picture).type).toBe('image/png');
    expect(shot).toMatchObject({ isStill: true, paced: false });
    expect(shoot.mock.calls).toEqual([LOOK, PNG, LOOK].map((options) => [tab.windowId, options]));
  });

  it('is asked for at once, or the gesture is lost', async () => {
    const picture = takeScreenshot(tab, running.signal);
    expect(shoot).toHaveBeenCalledTimes(3);
    await outcome(picture);
  });

  it('lets the page go on while it is still being encoded', async () => {
    let encoded: (address: string) => void = () => undefined;
    shoot.mockImplementation((_window, { format }) =>
      format === 'png' ? new Promise((resolve) => (encoded = resolve)) : Promise.resolve(PICTURE),
    );
    const shot = (await outcome(takeScreenshot(tab, running.signal))) as Screenshot;
    expect(shot.isStill).toBe(true);
    encoded(PICTURE);
    expect(await (await shot.picture).text()).toBe('picture');
  });

  it('of a screen that changed meanwhile says so', async () => {
    shoot.mockResolvedValueOnce('data:image/jpeg;base64,AA==');
    expect(await outcome(takeScreenshot(tab, running.signal))).toMatchObject({ isStill: false, paced: false });
  });

  it('whose second look the quota refused is kept; the next ones are paced', async () => {
    shoot.mockResolvedValueOnce(PICTURE).mockResolvedValueOnce(PICTURE).mockRejectedValueOnce(QUOTA);
    expect(await outcome(takeScreenshot(tab, running.signal))).toMatchObject({ isStill: true, paced: true });
    expect(shoot).toHaveBeenCalledTimes(3);
  });

  it('refused for its quota is asked for again in the next windows, half a second apart', async () => {
    shoot.mockImplementation(async (_window, { format }) => {
      if (format === 'jpeg' || asked().filter((one) => one === 'png').length < 3) throw QUOTA;
      return PICTURE;
    });
    const picture = takeScreenshot(tab, running.signal);
    await vi.advanceTimersByTimeAsync(501);
    expect(asked()).toEqual(['jpeg', 'png', 'jpeg']);
    await vi.advanceTimersByTimeAsync(1);
    expect(shoot).toHaveBeenCalledTimes(4);
    await vi.advanceTimersByTimeAsync(502);
    expect(shoot).toHaveBeenCalledTimes(5);
    expect(await picture).toMatchObject({ isStill: true, paced: true });
  });

  it('that is paced comes half a second after the one before, and is nothing but the picture', async () => {
    expect(await outcome(takeScreenshot(tab, running.signal, true))).toMatchObject({ isStill: true, paced: true });
    const second = takeScreenshot(tab, running.signal, true);
    await vi.advanceTimersByTimeAsync(501);
    expect(shoot).toHaveBeenCalledTimes(1);
    expect(await outcome(second)).toMatchObject({ isStill: true, paced: true });
    expect(asked()).toEqual(['png', 'png']);
  });

  it('that is paced and comes late waits only until the screen is painted', async () => {
    await outcome(takeScreenshot(tab, running.signal, true));
    await vi.advanceTimersByTimeAsync(5000);
    const second = takeScreenshot(tab, running.signal, true);
    await vi.advanceTimersByTimeAsync(149);
    expect(shoot).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(shoot).toHaveBeenCalledTimes(2);
    await outcome(second);
  });

  it('that is refused for ever ends', async () => {
    shoot.mockRejectedValue(QUOTA);
    expect(await codeOf(takeScreenshot(tab, running.signal))).toBe('unexpected');
    expect(shoot.mock.calls.length).toBeLessThan(50);
  });

  it.each([
    "Either the '<all_urls>' or 'activeTab' permission is required.",
    'Missing activeTab permission',
    'Cannot access contents of url "https://trade.taobao.com/".',
  ])('without a grant says so: %s', async (words) => {
    shoot.mockRejectedValue(new Error(words));
    expect(await codeOf(takeScreenshot(tab, running.signal))).toBe('capture.noGrant');
    expect(shoot).toHaveBeenCalledTimes(3);
  });

  it('that fails for a reason nobody foresaw passes it on', async () => {
    const failure = new Error('image readback failed');
    shoot.mockRejectedValue(failure);
    expect(await outcome(takeScreenshot(tab, running.signal))).toBe(failure);
  });
});

describe('a tab that is not in front', () => {
  it('is not photographed: the picture would show another one', async () => {
    expect(await codeOf(takeScreenshot({ ...tab, active: false }, running.signal))).toBe('capture.tabHidden');
    expect(shoot).not.toHaveBeenCalled();
  });

  it('makes the picture void when it went behind meanwhile', async () => {
    shoot.mockImplementation(async () => {
      await fakeBrowser.tabs.create({ url: 'https://www.example.com/', active: true });
      return PICTURE;
    });
    expect(await codeOf(takeScreenshot(tab, running.signal))).toBe('capture.tabHidden');
  });

  it('makes the picture void when it was moved to another window', async () => {
    vi.spyOn(fakeBrowser.tabs, 'get').mockImplementation((async () => ({ ...tab, windowId: 99 })) as never);
    expect(await codeOf(takeScreenshot(tab, running.signal))).toBe('capture.tabHidden');
  });

  it('makes the picture void when it was closed', async () => {
    vi.spyOn(fakeBrowser.tabs, 'get').mockRejectedValue(new Error('No tab with id: 1.') as never);
    expect(await codeOf(takeScreenshot(tab, running.signal))).toBe('capture.pageGone');
  });
});

describe('a cancel', () => {
  it('ends the wait for the next window at once', async () => {
    shoot.mockRejectedValue(QUOTA);
    const picture = takeScreenshot(tab, running.signal);
    await vi.advanceTimersByTimeAsync(100);
    running.abort(new AppError('cancelled'));
    await expect(picture).rejects.toMatchObject({ code: 'cancelled' });
    expect(shoot).toHaveBeenCalledTimes(3);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that comes while the browser takes the picture is not followed by another try', async () => {
    shoot.mockImplementation(async () => {
      running.abort(new AppError('cancelled'));
      throw QUOTA;
    });
    expect(await codeOf(takeScreenshot(tab, running.signal))).toBe('cancelled');
    expect(shoot).toHaveBeenCalledTimes(3);
  });

  it('makes a picture void that was just taken', async () => {
    shoot.mockImplementation(async () => {
      running.abort(new AppError('cancelled'));
      return PICTURE;
    });
    expect(await codeOf(takeScreenshot(tab, running.signal))).toBe('cancelled');
  });
});
