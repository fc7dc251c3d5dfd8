import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { showBadge } from '../../../lib/platform/badge.ts';
import { injectCapture, injectContentScript } from '../../../lib/platform/capture-start.ts';
import { userLocale } from '../../../lib/platform/locale.ts';
import { hasOffscreenPage, openOffscreenPage } from '../../../lib/platform/offscreen.ts';
import { loadFonts, loadVerifierScript } from '../../../lib/platform/own-files.ts';
import { copyPage } from '../../../lib/platform/page-copy.ts';
import { openSidePanel } from '../../../lib/platform/panel.ts';
import { isAllowed, isOffered, requestExtra } from '../../../lib/platform/permissions.ts';
import { captureShortcut } from '../../../lib/platform/shortcut.ts';
import { identifySoftware, softwareInUse } from '../../../lib/platform/software.ts';
import { activeTabId, openExtensionPage, openPageFor, watchActiveTab } from '../../../lib/platform/tabs.ts';

beforeEach(() => {
  fakeBrowser.reset();
  offer('pageCapture', 'notifications');
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** What the manifest of this build lets be asked for. */
function offer(...permissions: string[]): void {
  const manifest = { manifest_version: 3, name: '维权匣', version: '1.0.0', optional_permissions: permissions };
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue(manifest as never);
}

/** A browser without one of its parts, as Firefox is. */
function without(part: 'offscreen' | 'sidePanel' | 'pageCapture' | 'commands'): void {
  const own = fakeBrowser[part];
  Object.defineProperty(fakeBrowser, part, { value: undefined, configurable: true, writable: true });
  restore.push(() => Object.defineProperty(fakeBrowser, part, { value: own, configurable: true, writable: true }));
}
const restore: (() => void)[] = [];
afterEach(() => {
  for (const undo of restore.splice(0)) undo();
});

describe('the badge', () => {
  it.each([
    ['running', 0, 0, '…'],
    ['running', 0, 8, '0%'],
    ['running', 3, 8, '38%'],
    ['running', 8, 8, '99%'],
    ['done', 0, 0, '✓'],
    ['failed', 0, 0, '!'],
    ['none', 0, 0, ''],
  ] as const)('of %s at %i of %i is “%s”', async (state, done, total, text) => {
    await showBadge(0, state, done, total);
    expect(await fakeBrowser.action.getBadgeText({ tabId: 0 })).toBe(text);
  });

  it('of a tab that is gone is nobody’s trouble', async () => {
    vi.spyOn(fakeBrowser.action, 'setBadgeText').mockRejectedValue(new Error('No tab with id: 9.') as never);
    await expect(showBadge(9, 'done', 0, 0)).resolves.toBeUndefined();
  });
});

describe('starting a capture', () => {
  it('lets the walker loose on the tab at once', async () => {
    const inject = vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async () => []) as never);
    const started = injectCapture(7);
    expect(inject).toHaveBeenCalledExactlyOnceWith({ target: { tabId: 7 }, files: ['/capture-walker.js'] });
    await expect(started).resolves.toBeUndefined();
  });

  it('lets the content script into a page that was there before it', async () => {
    const inject = vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async () => []) as never);
    await injectContentScript(7, 'taobao-shop');
    expect(inject).toHaveBeenCalledExactlyOnceWith({
      target: { tabId: 7 },
      files: ['/content-scripts/taobao-shop.js'],
    });
  });

  it.each([
    ['Cannot access a chrome:// URL', 'capture.pageProtected'],
    ['The extensions gallery cannot be scripted.', 'capture.pageProtected'],
    ['Frame with ID 0 is showing error page', 'capture.pageProtected'],
    [
      'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
      'capture.noGrant',
    ],
    ['Missing host permission for the tab', 'capture.noGrant'],
  ])('%s: %s', async (words, code) => {
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error(words) as never);
    await expect(injectCapture(7)).rejects.toMatchObject({ code });
  });
});

describe('the copy of a page', () => {
  const allow = (allowed: boolean) =>
    vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => allowed) as never);
  const save = (...answers: (Blob | Error)[]) => {
    const queue = [...answers];
    return vi.spyOn(fakeBrowser.pageCapture, 'saveAsMHTML').mockImplementation((async () => {
      const next = queue.shift();
      if (next instanceof Error) throw next;
      return next;
    }) as never);
  };

  /** What the script in the page answers when its copy is fetched. */
  const answer = (result: unknown) =>
    vi
      .spyOn(fakeBrowser.scripting, 'executeScript')
      .mockImplementation((async ({ files }: { files?: string[] }) => (files ? [] : [{ result }])) as never);
  const mhtml = (text: string) => ({ method: 'mhtml', text, type: 'multipart/related', missing: [], missingCount: 0 });
  const copied = async () => {
    const copy = await copyPage(7);
    if (typeof copy === 'string') return copy;
    const { blob, ...rest } = copy;
    return { ...rest, text: await blob.text(), type: blob.type };
  };
  const HTML = { html: '<p>字', missing: [{ what: 'picture', address: 'https://x/' }], missingCount: 3 };

  it('is what the browser saves, read at once', async () => {
    allow(true);
    save(new Blob(['MIME-Version: 1.0']));
    expect(await copied()).toEqual(mhtml('MIME-Version: 1.0'));
  });

  it('is tried again when its file vanishes', async () => {
    allow(true);
    save(new Error('file vanished'), new Blob(['second']));
    expect(await copied()).toEqual(mhtml('second'));
  });

  it('is left alone when it is too large for memory', async () => {
    allow(true);
    save({ size: 100_000_001 } as Blob);
    const asked = answer(HTML);
    expect(await copied()).toBe('pageCopyTooLarge');
    expect(asked).not.toHaveBeenCalled();
  });

  it.each([
    ['without leave', () => allow(false)],
    ['where the browser cannot', () => [allow(true), without('pageCapture')]],
    ['when the browser fails twice', () => [allow(true), save(new Error('once'), new Error('twice'), new Blob(['x']))]],
  ])('is made in the page %s', async (_when, prepare) => {
    prepare();
    const asked = answer(HTML);
    expect(await copied()).toEqual({
      method: 'html',
      text: '<p>字',
      type: 'text/html;charset=utf-8',
      missing: HTML.missing,
      missingCount: 3,
    });
    expect(asked.mock.calls[0]?.[0]).toEqual({ target: { tabId: 7 }, files: ['/page-copy.js'] });
  });

  it.each([
    ['too large', { html: null, gap: 'pageCopyTooLarge' }, 'pageCopyTooLarge'],
    ['not there', null, 'pageCopyFailed'],
    ['not in the form agreed on', { html: 7 }, 'pageCopyFailed'],
  ])('is named as missing when that of the page is %s', async (_what, result, gap) => {
    allow(false);
    answer(result);
    expect(await copied()).toBe(gap);
  });

  it('is named as missing when the page has gone', async () => {
    allow(false);
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error('No tab with id: 7.') as never);
    expect(await copied()).toBe('pageCopyFailed');
  });

  it('is not waited for for ever', async () => {
    vi.useFakeTimers();
    allow(false);
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((() => new Promise(() => undefined)) as never);
    const copy = copied();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await copy).toBe('pageCopyFailed');
    vi.useRealTimers();
  });
});

describe('the page without a window', () => {
  const pages = (count: number) =>
    vi
      .spyOn(fakeBrowser.runtime, 'getContexts')
      .mockImplementation((async () => Array.from({ length: count }, () => ({}))) as never);

  it('is opened once', async () => {
    const create = vi
      .spyOn(fakeBrowser.offscreen, 'createDocument')
      .mockImplementation((async () => undefined) as never);
    pages(0);
    expect(await openOffscreenPage()).toBe(true);
    expect(create).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ url: '/offscreen.html', reasons: ['BLOBS'] }),
    );
    pages(1);
    expect(await openOffscreenPage()).toBe(true);
    expect(create).toHaveBeenCalledOnce();
    expect(await hasOffscreenPage()).toBe(true);
  });

  it('does not exist in Firefox', async () => {
    without('offscreen');
    expect([await openOffscreenPage(), await hasOffscreenPage()]).toEqual([false, false]);
  });
});

describe('the panel', () => {
  it('is opened within the click', () => {
    const open = vi.spyOn(fakeBrowser.sidePanel, 'open').mockImplementation((async () => undefined) as never);
    void openSidePanel(7);
    expect(open).toHaveBeenCalledExactlyOnceWith({ tabId: 7 });
  });

  it('is the sidebar in Firefox', () => {
    without('sidePanel');
    const open = vi.fn(async () => undefined);
    Object.assign(fakeBrowser, { sidebarAction: { open } });
    void openSidePanel(7);
    expect(open).toHaveBeenCalledOnce();
    Object.assign(fakeBrowser, { sidebarAction: undefined });
  });
});

describe('an extra permission', () => {
  it.each([
    ['screenshotsFromPanel', { origins: ['<all_urls>'] }],
    ['pageCopy', { permissions: ['pageCapture'] }],
  ] as const)('%s is asked for by itself', async (extra, wanted) => {
    const has = vi.spyOn(fakeBrowser.permissions, 'contains').mockImplementation((async () => false) as never);
    const ask = vi.spyOn(fakeBrowser.permissions, 'request').mockImplementation((async () => true) as never);
    expect([await isAllowed(extra), await requestExtra(extra)]).toEqual([false, true]);
    expect(has).toHaveBeenCalledWith(wanted);
    expect(ask).toHaveBeenCalledWith(wanted);
  });

  it('is not even asked about where this build does not have it: Firefox fails at the question', async () => {
    offer('notifications');
    const refused = new Error('Type error for parameter permissions (Error processing permissions.0)');
    vi.spyOn(fakeBrowser.permissions, 'contains').mockRejectedValue(refused as never);
    expect([isOffered('pageCopy'), await isAllowed('pageCopy')]).toEqual([false, false]);
    const asked = vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error('gone') as never);
    expect(await copyPage(7)).toBe('pageCopyFailed'); // It was to be made in the page.
    expect(asked).toHaveBeenCalled();
    expect([isOffered('notifications'), isOffered('screenshotsFromPanel')]).toEqual([true, true]);
  });
});

describe('tabs', () => {
  beforeEach(async () => {
    // The fake browser wants a window in front now and one that was before.
    await fakeBrowser.windows.create({ focused: true });
    await fakeBrowser.windows.create({ focused: true });
  });

  it('know which one is in front, and tell when that changes', async () => {
    expect(await activeTabId()).toBeNull();
    const changed = vi.fn();
    const stop = watchActiveTab(changed);
    const tab = await fakeBrowser.tabs.create({ url: 'https://www.taobao.com/', active: true });
    expect(await activeTabId()).toBe(tab.id);
    expect(changed).toHaveBeenCalledOnce();
    stop();
    await fakeBrowser.tabs.create({ url: 'https://www.taobao.com/', active: true });
    expect(changed).toHaveBeenCalledOnce();
  });

  it('open our own pages at the right place', async () => {
    await openExtensionPage('/cases.html', '#case=1');
    expect((await fakeBrowser.tabs.query({})).at(-1)?.url).toBe(
      `chrome-extension://${fakeBrowser.runtime.id}/cases.html#case=1`,
    );
  });

  it('open a marketplace page as a child of the case’s tab', async () => {
    const create = vi.spyOn(fakeBrowser.tabs, 'create');
    await openPageFor('https://item.taobao.com/item.htm?id=1', 7);
    await openPageFor('https://item.taobao.com/item.htm?id=1', null);
    expect(create.mock.calls.map(([properties]) => properties)).toEqual([
      { url: 'https://item.taobao.com/item.htm?id=1', openerTabId: 7 },
      { url: 'https://item.taobao.com/item.htm?id=1' },
    ]);
  });
});

describe('the shortcut', () => {
  const commands = (list: { name: string; shortcut?: string }[]) =>
    vi.spyOn(fakeBrowser.commands, 'getAll').mockImplementation((async () => list) as never);

  it('is the one the browser has now', async () => {
    commands([
      { name: '_execute_action', shortcut: 'Alt+X' },
      { name: 'capture', shortcut: 'Alt+Shift+S' },
    ]);
    expect(await captureShortcut()).toBe('Alt+Shift+S');
  });

  it('is empty when it was taken away, or where there are none', async () => {
    commands([{ name: 'capture', shortcut: '' }]);
    expect(await captureShortcut()).toBe('');
    without('commands');
    expect(await captureShortcut()).toBe('');
  });
});

describe('our own files', () => {
  it('are read from the extension and from nowhere else', async () => {
    const asked: string[] = [];
    vi.stubGlobal('fetch', async (address: string) => {
      asked.push(address);
      return new Response(address);
    });
    const { regular, bold } = await loadFonts();
    const root = `chrome-extension://${fakeBrowser.runtime.id}/bundle/`;
    expect(new TextDecoder().decode(regular)).toBe(`${root}fonts/NotoSansSC-Regular.ttf`);
    expect(new TextDecoder().decode(bold)).toBe(`${root}fonts/NotoSansSC-Bold.ttf`);
    expect(await loadVerifierScript()).toBe(`${root}verifier.txt`);
    expect(asked.every((address) => address.startsWith(root))).toBe(true);
  });

  it('that are missing are not replaced by an error page', async () => {
    vi.stubGlobal('fetch', async () => new Response('not found', { status: 404 }));
    await expect(loadFonts()).rejects.toThrow('404');
    await expect(loadVerifierScript()).rejects.toThrow('404');
  });
});

describe('what goes into the record', () => {
  beforeEach(() => {
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
      name: '维权匣',
      version: '0.1.0',
      manifest_version: 3,
    });
  });

  it('names the browser by its real brands', () => {
    const brands = [
      { brand: 'Chromium', version: '156' },
      { brand: 'Not(A:Brand', version: '24' },
      { brand: 'Microsoft Edge', version: '156' },
    ];
    vi.stubGlobal('navigator', {
      userAgentData: { brands, platform: 'Windows' },
      userAgent: 'Mozilla/5.0',
      platform: 'Win32',
    });
    expect(softwareInUse()).toEqual({
      name: '维权匣',
      version: '0.1.0',
      browser: 'Chromium 156 / Microsoft Edge 156',
      os: 'Windows',
    });
  });

  it.each([
    ['a build', { format: 'build/1', sha256: 'a'.repeat(64) }, { buildSha256: 'a'.repeat(64) }],
    ['a build with something else in its place', { sha256: 'a' }, {}],
    ['a build that is not finished', null, {}],
  ])('names the digest of %s as far as there is one', async (_what, file, expected) => {
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0', platform: 'Linux' });
    vi.stubGlobal('fetch', async () => (file ? Response.json(file) : new Response('', { status: 404 })));
    expect(await identifySoftware()).toEqual({ ...softwareInUse(), ...expected });
  });

  it('says what a browser without brands says of itself', () => {
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 Firefox/153.0', platform: 'Linux x86_64' });
    expect(softwareInUse()).toMatchObject({ browser: 'Mozilla/5.0 Firefox/153.0', os: 'Linux x86_64' });
  });
});

it.each([
  ['en-GB', 'en'],
  ['zh-CN', 'zh-CN'],
  ['de', 'zh-CN'],
])('the screens speak for a browser in %s: %s', (language, expected) => {
  vi.spyOn(fakeBrowser.i18n, 'getUILanguage').mockReturnValue(language);
  expect(userLocale()).toBe(expected);
});
