import { useEffect, useState } from 'react';
import { DossierDb } from '../storage/db.ts';

/** The database as the pages of the extension see it: one connection a page. */
export const db = new DossierDb();

/** Throws while rendering when the database cannot be opened: live queries would wait for it in silence. */
export function useDatabase(): void {
  const [failure, setFailure] = useState<{ error: unknown } | null>(null);
  useEffect(() => void db.open().catch((error: unknown) => setFailure({ error })), []);
  if (failure) throw failure.error;
}
