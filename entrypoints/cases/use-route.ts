import { useSyncExternalStore } from 'react';

type CaseView = 'case' | 'chat' | 'export' | 'ways';

/**
 * The view is in the address (`#case=…`, `#chat=…`, `#export=…`, `#ways=…`, `#redact=…`), so that back, forward and reload work.
 */
export type Route = { view: 'list' } | { view: CaseView; caseId: string } | { view: 'redact'; captureId: string };

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const [, view, id] = /^#(case|chat|export|ways|redact)=([\w-]+)$/.exec(hash) ?? [];
  if (!view || !id) return { view: 'list' };
  return view === 'redact' ? { view, captureId: id } : { view: view as CaseView, caseId: id };
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
