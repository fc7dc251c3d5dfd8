import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Instant } from '../shared/time.ts';
import { CaseList, type CaseListState } from './case-list.ts';
import { db, useDatabase } from './database.ts';

/** All cases, followed while the screen is open; what runs out first on top. */
export function useCaseList(now: Instant): CaseListState {
  useDatabase();
  const [list] = useState(() => new CaseList(db, now));
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  useEffect(() => {
    list.open().catch((error: unknown) => setFailure({ error }));
    return () => list.close();
  }, [list]);
  useEffect(() => list.tick(now), [list, now]);
  if (failure) throw failure.error;
  return useSyncExternalStore(list.subscribe, list.getState);
}
