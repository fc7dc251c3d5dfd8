import { inspectBackup } from '../../../lib/backup/inspect.ts';
import { type RestoredCounts, restoreBackup } from '../../../lib/backup/restore.ts';
import { type WrittenBackup, writeBackup } from '../../../lib/backup/write.ts';
import { DAY_MS } from '../../../lib/shared/time.ts';
import { checkStore } from '../../../lib/storage/check/check-store.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { NOW } from '../cases/pages.ts';

/** When things are restored in these tests. */
export const LATER = NOW + DAY_MS;

export const quiet = { onProgress: () => undefined, signal: new AbortController().signal };

/** Everything of a store as one file. */
export function backUp(db: DossierDb): Promise<WrittenBackup> {
  return writeBackup({ db, now: NOW, tool: { name: '维权匣', version: '0.1.0' }, ...quiet });
}

/** Reads a backup and restores what is whole in it. */
export async function restore(db: DossierDb, file: Blob, withSettings = false): Promise<RestoredCounts> {
  const { opened, whole } = await inspectBackup(db, file, quiet);
  return restoreBackup(opened, whole, { db, now: LATER, withSettings, ...quiet });
}

/** Everything that a backup holds, files as text. */
export async function everything(db: DossierDb): Promise<Record<string, unknown[]>> {
  const names = ['log', 'captures', 'cases', 'visits', 'corrections', 'caseActs', 'pastLogs', 'reminders', 'settings'];
  const tables = await Promise.all(names.map(async (name) => [name, await db.table(name).toArray()] as const));
  const blobs = await Promise.all(
    (await db.blobs.toArray()).map(async ({ blob, ...row }) => ({ ...row, type: blob.type, text: await blob.text() })),
  );
  return { ...Object.fromEntries(tables), blobs };
}

/** What the check of a store finds. */
export async function problemsIn(db: DossierDb): Promise<string[]> {
  return (await checkStore(db, NOW, quiet)).problems.map(({ code, subject }) => `${code} ${subject}`);
}
