import '../../assets/styles/base.css';
import { type ReactNode, StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { TranslateProvider } from '../../components/translate.tsx';
import { FailureBoundary } from '../../components/ui/FailureBoundary.tsx';
import { loadTranslate } from '../i18n/load.ts';
import type { MessageKey } from '../i18n/translate.ts';
import { userLocale } from '../platform/locale.ts';
import { reportUnexpected } from '../platform/report.ts';

/** Puts a view on its page, in the language of the user. `title` names it for the tab and for screen readers. */
export async function mountView(view: ReactNode, title: MessageKey): Promise<void> {
  const locale = userLocale();
  const t = await loadTranslate(locale);
  document.documentElement.lang = locale;
  document.title = `${t(title)} · ${t('common.appName')}`;
  const root = document.getElementById('root');
  if (!root) throw new Error('The page has no #root');
  createRoot(root).render(
    <StrictMode>
      <TranslateProvider t={t}>
        <FailureBoundary onFailure={reportUnexpected}>{view}</FailureBoundary>
      </TranslateProvider>
    </StrictMode>,
  );
}
