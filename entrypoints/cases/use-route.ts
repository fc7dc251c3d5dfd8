import { useSyncExternalStore } from 'react';

type CaseView = 'case' | 'chat' | 'export' | 'ways';

/** The view is in the address (`#case=…`, `#chat=…`, `#export=…`, `#ways=…`), so that back, forward and reload work. */
export type Route = { view: 'list' } | { view: CaseView; caseId: string };

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const match = /^#(case|chat|export|ways)=([\w-]+)$/.exec(hash);
  return match ? { view: match[1] as CaseView, caseId: match[2] as string } : { view: 'list' };
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
