import type zhCn from '../../locales/zh_CN.json';

/** Chinese is the original; every other locale has exactly its keys (`tests/repo`). */
type Messages = typeof zhCn;
type Leaves<Tree> = {
  [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}`;
}[keyof Tree & string];

/** A key of `locales/`, such as `capture.start`. */
export type MessageKey = Leaves<Messages>;
export type MessageParams = Record<string, string | number>;
export type Locale = 'zh-CN' | 'en';

export interface Translate {
  (key: MessageKey, params?: MessageParams): string;
  locale: Locale;
}

/** Texts of one locale as they stand in `messages`. `{name}` in a text is replaced by the parameter of that name. */
export function translator(locale: Locale, messages: unknown): Translate {
  const translate = (key: MessageKey, params: MessageParams = {}) => {
    const message = lookUp(messages, key);
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
