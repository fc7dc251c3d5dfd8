import en from '../../locales/en.json' with { type: 'json' };
import zhCn from '../../locales/zh_CN.json' with { type: 'json' };
import { type Locale, type Translate, translator } from './translate.ts';

export { chooseLocale, type Locale, type MessageKey, type Translate } from './translate.ts';

const LOCALES: Record<Locale, unknown> = { 'zh-CN': zhCn, en };

/** The texts of one locale, at once: for what has no time to load them. */
export function createTranslate(locale: Locale): Translate {
  return translator(locale, LOCALES[locale]);
}
