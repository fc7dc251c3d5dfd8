import Dexie, { type ObservabilitySet } from 'dexie';
import type { DossierDb } from './db.ts';

/**
 * Calls back when somebody has changed one of the tables: here, or in another page of the extension while this one is awake.
 * Returns how to stop.
 */
export function watchTables(
  db: DossierDb,
  tables: readonly ('cases' | 'log' | 'reminders' | 'settings' | 'stamps')[],
  changed: () => void,
): () => void {
  const beginnings = tables.map((table) => `idb://${db.name}/${table}/`);
  const listener = (parts: ObservabilitySet) => {
    if (Object.keys(parts).some((part) => beginnings.some((beginning) => part.startsWith(beginning)))) changed();
  };
  Dexie.on('storagemutated', listener);
  return () => Dexie.on.storagemutated.unsubscribe(listener);
}
