import en from '../../locales/en.json' with { type: 'json' };
import zhCn from '../../locales/zh_CN.json' with { type: 'json' };

/** Chinese is the original; every other locale has exactly its keys (`tests/repo`). */
type Messages = typeof zhCn;
type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

/** A key of `locales/`, such as `capture.start`. */
export type MessageKey = Leaves<Messages>;
export type MessageParams = Record<string, string | number>;
export type Locale = 'zh-CN' | 'en';

const LOCALES: Record<Locale, unknown> = { 'zh-CN': zhCn, en };

export interface Translate {
  (key: MessageKey, params?: MessageParams): string;
  locale: Locale;
}

/** The texts of one locale. `{name}` in a text is replaced by the parameter of that name. */
export function createTranslate(locale: Locale): Translate {
  const translate = (key: MessageKey, params: MessageParams = {}) => {
    const message = lookUp(LOCALES[locale], key);
    return message.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
  };
  return Object.assign(translate, { locale });
}

function lookUp(tree: unknown, key: string): string {
  let node = tree;
  for (const part of key.split('.')) node = (node as Record<string, unknown> | undefined)?.[part];
  return typeof node === 'string' ? node : key;
}

/** English for people whose browser speaks English, Chinese for everybody else. */
export function chooseLocale(language: string): Locale {
  return /^en\b/i.test(language) ? 'en' : 'zh-CN';
}
