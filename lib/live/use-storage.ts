import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useEffect, useState } from 'react';
import type { Case } from '../cases/types.ts';
import { askToPersist, storageSpace } from '../platform/storage-space.ts';
import type { StoreReport } from '../storage/check/problems.ts';
import { isSpaceLow, type StorageSpace } from '../storage/space.ts';
import { db } from './database.ts';
import { useWork } from './use-work.ts';

/** The room there is, looked up when the view opens and after something was asked of the browser; null while nobody knows. */
export function useSpace() {
  const [space, setSpace] = useState<StorageSpace | null>(null);
  const [isAsked, setIsAsked] = useState(false);
  const look = useCallback(() => storageSpace().then(setSpace), []);
  useEffect(() => void look(), [look]);
  const onPersist = () => {
    const asked = askToPersist().catch(() => undefined); // Refused for whatever reason: what is true then is looked up.
    void asked.then(look).then(() => setIsAsked(true));
  };
  return { space, isAsked, onPersist };
}

/** The room that is left, when the user should know; null otherwise. */
export function useLowSpace(): number | null {
  const { space } = useSpace();
  return space && isSpaceLow(space) ? space.free : null;
}

/** Bytes of captures, by what they are filed in. */
export interface StorageShare {
  /** Null for captures in no case, and for those in the bin. */
  known: Case | null;
  kind: 'case' | 'unfiled' | 'bin';
  captures: number;
  bytes: number;
}

/** What takes how much room, the largest first; undefined while it is being added up. */
export function useStorageShares(): StorageShare[] | undefined {
  return useLiveQuery(async () => {
    const sums = new Map<string, { kind: StorageShare['kind']; captures: number; bytes: number }>();
    await db.captures.each(({ caseId, deletedAt, artifacts }) => {
      const kind = deletedAt !== null ? 'bin' : caseId === null ? 'unfiled' : 'case';
      const key = kind === 'case' ? String(caseId) : `:${kind}`;
      const sum = sums.get(key) ?? { kind, captures: 0, bytes: 0 };
      const bytes = artifacts.reduce((total, artifact) => total + artifact.bytes, sum.bytes);
      sums.set(key, { kind, captures: sum.captures + 1, bytes });
    });
    const cases = await db.cases.bulkGet([...sums.keys()]);
    const shares = [...sums.values()].map((sum, index) => ({ ...sum, known: cases[index] ?? null }));
    return shares.sort((one, other) => other.bytes - one.bytes);
  }, []);
}

/** The check of everything that is stored; the code for it comes with the first click. */
export function useStoreCheck() {
  const { work, run, stop, reset } = useWork<StoreReport>();
  const onCheck = () =>
    void run(async ({ onProgress, signal }) => {
      const { checkStore } = await import('../storage/check/check-store.ts');
      return checkStore(db, Date.now(), { onProgress, signal });
    });
  return { check: work, onCheck, onStop: stop, onClose: reset };
}
