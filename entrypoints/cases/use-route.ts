import { useSyncExternalStore } from 'react';

/** The view is in the address (`#case=…`, `#export=…`, `#ways=…`), so that back, forward and reload work. */
export type Route = { view: 'list' } | { view: 'case' | 'export' | 'ways'; caseId: string };

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const match = /^#(case|export|ways)=([\w-]+)$/.exec(hash);
  return match ? { view: match[1] as 'case' | 'export' | 'ways', caseId: match[2] as string } : { view: 'list' };
}

function subscribe(changed: () => void): () => void {
  window.addEventListener('hashchange', changed);
  return () => window.removeEventListener('hashchange', changed);
}
