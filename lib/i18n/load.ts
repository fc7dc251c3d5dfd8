import { type Locale, type Translate, translator } from './translate.ts';

/** The texts of one locale; a page loads those of its own language only. */
export async function loadTranslate(locale: Locale): Promise<Translate> {
  const { default: messages } =
    locale === 'en'
      ? await import('../../locales/en.json', { with: { type: 'json' } })
      : await import('../../locales/zh_CN.json', { with: { type: 'json' } });
  return translator(locale, messages);
}
