import type { DossierDb } from '../storage/db.ts';
import { blobIdsInWork } from '../storage/drafts.ts';
import type { StoredBlob } from '../storage/rows.ts';
import { BACKUP_TABLES, type BackupTable } from './format.ts';
import { lineOf } from './json-rows.ts';

/** Everything that is stored, as it was at one moment. */
export interface StoreRows {
  /** The rows of each table as lines; none for the files. */
  lines: Record<BackupTable, string[]>;
  /** The files: what the browser hands out are names of them, not their bytes. */
  blobs: StoredBlob[];
}

/**
 * Reads everything in one transaction, so that what is stored meanwhile is in the backup as a whole or not at all.
 * Pictures of a capture that is still being made are left out with it.
 */
export function snapshotRows(db: DossierDb): Promise<StoreRows> {
  const tables = BACKUP_TABLES.map((name) => db.table(name));
  return db.transaction('r', [...tables, db.drafts], async () => {
    const lines = {} as StoreRows['lines'];
    for (const name of BACKUP_TABLES) {
      lines[name] = name === 'blobs' ? [] : (await db.table(name).toArray()).map(lineOf);
    }
    const inWork = await blobIdsInWork(db);
    const blobs = (await db.blobs.toArray()).filter(({ id }) => !inWork.has(id));
    return { lines, blobs };
  });
}
