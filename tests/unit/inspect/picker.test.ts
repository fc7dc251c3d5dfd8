import { JSDOM } from 'jsdom';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { findPageTools, offerPageTools } from '../../../lib/inspect/page-tools.ts';
import { Picker } from '../../../lib/inspect/picker.ts';

const WORDS = { ask: '请点「退款编号」', keys: 'Esc 取消' };

/** A page whose elements stand one below the other, 20 px high; jsdom has no layout of its own. */
function page(html: string) {
  const { window } = new JSDOM(`<body>${html}</body>`, { url: 'https://www.example.com/', pretendToBeVisual: true });
  const { document } = window;
  vi.stubGlobal('HTMLElement', window.HTMLElement);
  vi.stubGlobal('DOMRect', class {});
  vi.stubGlobal('AbortController', window.AbortController);
  const all = [...document.body.querySelectorAll('*')];
  for (const [index, element] of all.entries()) {
    element.getBoundingClientRect = () => ({ left: 0, top: index * 20, width: 100, height: 20 }) as DOMRect;
    element.scrollIntoView = () => undefined;
  }
  document.elementFromPoint = (_x, y) => all[Math.floor(y / 20)] ?? null;
  const heard: string[] = [];
  for (const type of ['click', 'mousedown', 'pointerdown', 'keydown'])
    document.addEventListener(type, () => heard.push(type), true);
  const fire = (type: string, init: object) =>
    document.body.dispatchEvent(
      new (type.startsWith('key') ? window.KeyboardEvent : window.MouseEvent)(type, {
        bubbles: true,
        cancelable: true,
        ...init,
      }),
    );
  const press = (key: string, init: object = {}) => fire('keydown', { key, ...init });
  return { document, heard, fire, press, before: document.documentElement.outerHTML };
}

afterEach(() => void vi.unstubAllGlobals());

describe('the picker', () => {
  const HTML = '<p>退款编号：9000000000000067890</p><button>同意退款</button><div> </div><b>￥7.04</b>';

  it('takes a click for itself: the page hears nothing, and is as it was', async () => {
    const { document, heard, fire, before } = page(HTML);
    const picked = new Picker(document, WORDS).start();
    expect(document.documentElement.outerHTML).not.toBe(before);
    for (const type of ['pointerdown', 'mousedown', 'click'])
      expect(fire(type, { clientX: 5, clientY: 25 })).toBe(false);
    expect(await picked).toMatchObject({ text: '同意退款', url: 'https://www.example.com/' });
    expect(heard).toEqual([]);
    expect(document.documentElement.outerHTML).toBe(before);
    fire('click', { clientX: 5, clientY: 25 });
    expect(heard).toEqual(['click']);
  });

  it('goes from text to text by keys, both ways and around', async () => {
    const choose = async (...keys: string[]) => {
      const { document, press, heard } = page(HTML);
      const picked = new Picker(document, WORDS).start();
      for (const key of keys) press(key.replace('!', ''), { shiftKey: key.startsWith('!') });
      press('Enter');
      expect(heard).toEqual([]);
      return (await picked)?.text;
    };
    expect(await choose('ArrowDown')).toBe('退款编号：9000000000000067890');
    expect(await choose('Tab', 'Tab', 'Tab')).toBe('￥7.04');
    expect(await choose('ArrowDown', 'ArrowDown', 'ArrowUp')).toBe('退款编号：9000000000000067890');
    expect(await choose('!Tab')).toBe('￥7.04');
    expect(await choose('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight')).toBe('退款编号：9000000000000067890');
  });

  it('gives up with Escape and from outside, and leaves nothing behind', async () => {
    for (const end of ['key', 'call'] as const) {
      const { document, press, before } = page(HTML);
      const picker = new Picker(document, WORDS);
      const picked = picker.start();
      if (end === 'key') press('Escape');
      else picker.cancel();
      expect(await picked).toBeNull();
      expect(document.documentElement.outerHTML).toBe(before);
    }
  });

  it('waits for an element before it can be chosen', async () => {
    const { document, press, fire } = page(HTML);
    const picked = new Picker(document, WORDS).start();
    press('Enter');
    fire('click', { clientX: 5, clientY: 999 });
    press('ArrowDown');
    press('Enter');
    expect((await picked)?.text).toBe('退款编号：9000000000000067890');
  });

  it('gives the focus back', async () => {
    const { document } = page('<input>');
    document.querySelector('input')?.focus();
    const picker = new Picker(document, WORDS);
    const picked = picker.start();
    expect(document.activeElement?.tagName).toBe('DIV');
    picker.cancel();
    await picked;
    expect(document.activeElement?.tagName).toBe('INPUT');
  });
});

describe('the tools of a page', () => {
  it('are those that came last; the picker of the ones before is closed', () => {
    const cancelPick = vi.fn();
    const tools = () => ({ pick: async () => null, cancelPick, report: () => '' });
    offerPageTools(tools());
    expect(cancelPick).not.toHaveBeenCalled();
    const last = tools();
    offerPageTools(last);
    expect(cancelPick).toHaveBeenCalledOnce();
    expect(findPageTools()).toBe(last);
  });
});
