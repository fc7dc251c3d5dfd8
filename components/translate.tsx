import { createContext, type ReactNode, useContext } from 'react';
import { createTranslate, type Locale, type Translate } from '../lib/i18n/index.ts';

const TranslateContext = createContext<Translate>(createTranslate('zh-CN'));

/** Gives everything below it the texts of one locale. */
export function TranslateProvider({ locale, children }: { locale: Locale; children: ReactNode }) {
  return <TranslateContext value={createTranslate(locale)}>{children}</TranslateContext>;
}

/** The texts of the current locale. */
export function useTranslate(): Translate {
  return useContext(TranslateContext);
}
