import { useLiveQuery } from 'dexie-react-hooks';
import type { Capture } from '../evidence/types.ts';
import { type Seal, sealsOf } from '../stamps/seal.ts';
import type { StampRow } from '../stamps/types.ts';
import { db } from './database.ts';
import { useSettings } from './use-settings.ts';

type Logged = Pick<Capture, 'id' | 'logSeq' | 'logHash'>;

/** The queue of time stamps; undefined while it is read. */
export function useStampRows(): StampRow[] | undefined {
  return useLiveQuery(() => db.stamps.toArray(), []);
}

/** The seal of one capture; undefined while it is looked up. */
export function useSeal(capture: Logged): Seal | undefined {
  const rows = useStampRows();
  return rows && sealsOf([capture], rows).get(capture.id);
}

/** The seals of captures, by capture; empty as long as nobody has ever wanted time stamps. */
export function useSeals(captures: readonly Logged[]): ReadonlyMap<string, Seal> {
  const rows = useStampRows();
  const on = useSettings()?.stamps.on ?? false;
  if (!rows || (rows.length === 0 && !on)) return new Map();
  return sealsOf(captures, rows);
}
