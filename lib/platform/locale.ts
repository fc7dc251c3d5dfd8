import { browser } from 'wxt/browser';
import { chooseLocale, type Locale } from '../i18n/translate.ts';

/** The language of the screens. */
export function userLocale(): Locale {
  return chooseLocale(browser.i18n.getUILanguage());
}
