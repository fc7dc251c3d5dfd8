import type { Table } from 'dexie';
import type { ActRecord } from '../cases/moves/acts.ts';
import { canonicalBytes } from '../evidence/canonical.ts';
import { sha256 } from '../shared/digest.ts';
import { formatIso } from '../shared/time.ts';
import { appendToLog } from './captures.ts';
import type { DossierDb } from './db.ts';
import type { StoredAct } from './rows.ts';

/** The bytes that the log's digest of an act is taken over: canonical JSON of the record. */
export function actBytes({ id, caseId, at, what }: ActRecord): Uint8Array<ArrayBuffer> {
  return canonicalBytes({ id, caseId, at, what });
}

/**
 * Does something to a case: what `write` changes, the record of it and its entry in the log, all or nothing.
 * @param tables the tables besides log and records that `write` touches. An error in it takes everything back.
 */
export async function act(
  db: DossierDb,
  draft: Omit<ActRecord, 'id'>,
  tables: readonly Table[],
  write: () => Promise<void>,
): Promise<void> {
  const record: ActRecord = { ...draft, id: crypto.randomUUID() };
  const bytes = actBytes(record);
  const file = { name: `${record.id}.json`, bytes: bytes.length, sha256: await sha256(bytes) };
  const entry = { at: formatIso(record.at), type: record.what.type, subject: record.id, files: [file] };
  await appendToLog(db, entry, [db.caseActs, ...tables], async ({ seq }) => {
    await write();
    await db.caseActs.add({ ...record, sha256: file.sha256, logSeq: seq, filedIn: record.caseId });
  });
}

/** Everything the user did to a case, oldest first. */
export function actsOf(db: DossierDb, caseId: string): Promise<StoredAct[]> {
  return db.caseActs.where('filedIn').equals(caseId).sortBy('logSeq');
}
