import { createContext, type ReactNode, useContext } from 'react';
import { type Translate, translator } from '../lib/i18n/translate.ts';

/** Without texts every word is its key, which nobody can overlook. */
const TranslateContext = createContext<Translate>(translator('zh-CN', {}));

/** Gives everything below it the texts of one locale. */
export function TranslateProvider({ t, children }: { t: Translate; children: ReactNode }) {
  return <TranslateContext value={t}>{children}</TranslateContext>;
}

/** The texts of the current locale. */
export function useTranslate(): Translate {
  return useContext(TranslateContext);
}
