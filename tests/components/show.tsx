import { type RenderResult, render } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import axe from 'axe-core';
import type { ReactNode } from 'react';
import { expect } from 'vitest';
import { TranslateProvider } from '../../components/translate.tsx';
import { createTranslate, type Locale } from '../../lib/i18n/index.ts';

export interface Shown extends RenderResult {
  user: UserEvent;
  /** Shows something else in its place, in the same language. */
  change: (node: ReactNode) => void;
}

/** Puts a component on the page as a view would. */
export function show(node: ReactNode, locale: Locale = 'zh-CN'): Shown {
  const inLocale = (inner: ReactNode) => <TranslateProvider t={createTranslate(locale)}>{inner}</TranslateProvider>;
  const user = userEvent.setup();
  const result = render(inLocale(node));
  return { ...result, user, change: (next) => result.rerender(inLocale(next)) };
}

export const zh = createTranslate('zh-CN');

/** Colours have no meaning without a layout; landmarks belong to whole pages. */
const NOT_HERE = {
  'color-contrast': { enabled: false },
  region: { enabled: false },
  'page-has-heading-one': { enabled: false },
};

/** Fails with everything axe finds. */
export async function expectAccessible(container: Element): Promise<void> {
  const { violations } = await axe.run(container, { rules: NOT_HERE });
  const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html }) => html).join('\n')}`);
  expect(found.join('\n\n')).toBe('');
}

/** Everything people read or hear; not what is marked as Chinese because it is for a Chinese form. */
export function wordsOf(container: Element): string[] {
  const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
  const words: string[] = [];
  while (walker.nextNode()) {
    const { nodeValue, parentElement } = walker.currentNode;
    if (!parentElement?.closest('[lang="zh-CN"]')) words.push(nodeValue ?? '');
  }
  for (const element of container.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) words.push(element.getAttribute(name) ?? '');
  }
  return words.map((text) => text.trim()).filter(Boolean);
}

const CHINESE = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/;
/** What people have to find on Chinese pages and papers, quoted in English texts. */
const QUOTED = /【待补】|投诉商家|黑猫投诉|投诉|举报|消协|大众评审|旺旺/g;
const KEY = /^[a-zA-Z]+(?:\.[a-zA-Z_]+)+$/;

/** Every word came through a key that exists: no key is left bare, and with English data nothing is Chinese. */
export function expectTranslated(container: Element, locale: Locale): void {
  const words = wordsOf(container);
  expect(words.filter((text) => KEY.test(text) || /\{\w+\}/.test(text))).toEqual([]);
  if (locale === 'en') expect(words.filter((text) => CHINESE.test(text.replace(QUOTED, '')))).toEqual([]);
}
