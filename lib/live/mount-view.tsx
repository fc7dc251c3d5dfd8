import '../../assets/styles/base.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TranslateProvider } from '../../components/translate.tsx';
import { userLocale } from '../platform/locale.ts';

/** Puts a view on its page, in the language of the user. */
export function mountView(view: ReactNode): void {
  const locale = userLocale();
  document.documentElement.lang = locale;
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <TranslateProvider locale={locale}>{view}</TranslateProvider>
    </StrictMode>,
  );
}
