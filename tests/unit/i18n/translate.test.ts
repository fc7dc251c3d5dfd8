import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLocale, createTranslate, type MessageKey } from '../../../lib/i18n/index.ts';

const zh = createTranslate('zh-CN');
const en = createTranslate('en');

describe('a text', () => {
  it('is that of its locale', () => {
    expect([zh('common.copy'), en('common.copy')]).toEqual(['复制', 'Copy']);
    expect([zh.locale, en.locale]).toEqual(['zh-CN', 'en']);
  });

  it('has its parameters filled in', () => {
    expect(zh('now.left', { days: 2, hours: 0, minutes: 5 })).toBe('还剩 2 天 0 小时 5 分');
    expect(zh('case.paid', { amount: '35.20' })).toBe('实付 ¥35.20');
  });

  it('takes parameters as they are, whatever is in them', () => {
    fc.assert(
      fc.property(fc.string(), (what) => {
        expect(zh('common.copyThis', { what })).toBe(`复制${what}`);
      }),
    );
    expect(zh('common.copyThis', { what: '$& {what} $1' })).toBe('复制$& {what} $1');
  });

  it('shows the gap when a parameter was forgotten', () => {
    expect(zh('common.copyThis')).toBe('复制{what}');
    expect(zh('common.copyThis', { other: 1 })).toBe('复制{what}');
  });

  it.each(['no.such.key', 'common', 'common.copy.more', '', 'common.constructor', '__proto__'])(
    'that does not exist shows its key: “%s”',
    (key) => {
      expect(zh(key as MessageKey)).toBe(key);
    },
  );
});

it.each([
  ['en', 'en'],
  ['en-US', 'en'],
  ['EN_gb', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['zh-TW', 'zh-CN'],
  ['ja', 'zh-CN'],
  ['enm', 'zh-CN'],
  ['', 'zh-CN'],
])('for a browser in “%s” the screens speak %s', (language, locale) => {
  expect(chooseLocale(language)).toBe(locale);
});
