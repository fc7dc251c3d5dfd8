import type { CaseEntry } from '../cases/types.ts';
import { canonicalBytes } from '../evidence/canonical.ts';
import { sha256 } from '../shared/digest.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { appendToLog } from './captures.ts';
import type { DossierDb } from './db.ts';

/**
 * Adds what the user says has happened to a case: the entry and the log in one transaction. The log holds the digest of the
 * entry, so that nobody can say later that it was written at another time. Rejects when the case is gone.
 */
export async function addEntry(db: DossierDb, caseId: string, entry: CaseEntry, now: Instant): Promise<void> {
  const bytes = entryBytes(caseId, entry);
  const files = [{ name: `${entry.id}.json`, bytes: bytes.length, sha256: await sha256(bytes) }];
  await appendToLog(db, { at: formatIso(now), type: 'entry.added', subject: entry.id, files }, [db.cases], async () => {
    const known = await db.cases.get(caseId);
    if (!known) throw new Error('The case is gone');
    await db.cases.put({ ...known, entries: [...known.entries, entry] });
  });
}

/** The bytes that the log's digest of an entry is taken over: canonical JSON. */
export function entryBytes(caseId: string, entry: CaseEntry): Uint8Array<ArrayBuffer> {
  return canonicalBytes({ caseId, ...entry });
}
