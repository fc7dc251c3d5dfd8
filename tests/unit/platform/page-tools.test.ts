import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { PAGE_TOOLS, type PageTools } from '../../../lib/inspect/page-tools.ts';
import { cancelPick, pickElement, reportPage } from '../../../lib/platform/page-tools.ts';
import { errorCodeOf } from '../../../lib/shared/errors.ts';

const WORDS = { ask: '', keys: '' };
const world = globalThis as { [PAGE_TOOLS]?: Partial<PageTools> };

interface Injection {
  files?: string[];
  func?: (...args: unknown[]) => unknown;
  args?: unknown[];
}

/** A tab whose page runs what it is given, here; `tools` is what the file leaves there. */
function tab(tools: Partial<PageTools>): string[] {
  const files: string[] = [];
  vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((async ({
    files: given,
    func,
    args,
  }: Injection) => {
    if (given) {
      files.push(...given);
      world[PAGE_TOOLS] = tools;
      return [{ result: undefined }];
    }
    return [{ result: await func?.(...(args ?? [])) }];
  }) as never);
  return files;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockImplementation((() => ({ version: '1.2.3' })) as never);
  delete world[PAGE_TOOLS];
});

describe('pointing at an element of a tab', () => {
  it('brings the tools into the page and waits for the user', async () => {
    const picked = { text: '919', texts: ['919'], url: 'https://www.example.com/' };
    const pick = vi.fn(async () => picked);
    const files = tab({ pick });
    expect(await pickElement(7, WORDS)).toEqual(picked);
    expect(files).toEqual(['/page-tools.js']);
    expect(pick).toHaveBeenCalledExactlyOnceWith(WORDS);
  });

  it.each<[string, unknown, unknown]>([
    ['nothing', null, null],
    ['no object', 'x', null],
    ['a wrong shape', { text: 1, texts: [], url: '' }, null],
    [
      'too much',
      { text: 'x'.repeat(9000), texts: ['a', 1, 'x'.repeat(9000)], url: '' },
      { text: 'x'.repeat(4000), texts: ['a'], url: '' },
    ],
  ])('takes %s from the page for what it is', async (_name, result, expected) => {
    tab({ pick: (async () => result) as never });
    expect(await pickElement(7, WORDS)).toEqual(expected);
  });

  it('is given up when the page goes away', async () => {
    tab({ pick: () => Promise.reject(new Error('Frame was removed')) });
    expect(await pickElement(7, WORDS)).toBeNull();
  });

  it('can be called off, and that is no failure without a picker', async () => {
    const cancel = vi.fn();
    tab({});
    await cancelPick(7);
    world[PAGE_TOOLS] = { cancelPick: cancel };
    await cancelPick(7);
    expect(cancel).toHaveBeenCalledOnce();
  });

  it.each([
    ['Cannot access contents of the page. Extension manifest must request permission', 'capture.noGrant'],
    ['Cannot access a chrome:// URL', 'capture.pageProtected'],
  ])('says why it cannot: %s', async (words, code) => {
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockRejectedValue(new Error(words));
    for (const use of [() => pickElement(7, WORDS), () => reportPage(7)])
      expect(errorCodeOf(await use().catch((error: unknown) => error))).toBe(code);
  });
});

describe('the report of a tab', () => {
  it('names our version and is a bounded text, or nothing', async () => {
    tab({ report: (version) => `page-structure/1 ${version}` });
    expect(await reportPage(7)).toBe('page-structure/1 1.2.3');
    tab({ report: () => 'x'.repeat(600_000) });
    expect(await reportPage(7)).toHaveLength(500_000);
    tab({ report: (() => ({})) as never });
    expect(await reportPage(7)).toBeNull();
  });
});
