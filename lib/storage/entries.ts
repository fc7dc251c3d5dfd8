import { withEntry } from '../cases/entries/entries.ts';
import type { CaseEntry } from '../cases/types.ts';
import type { Instant } from '../shared/time.ts';
import { act } from './case-acts.ts';
import type { DossierDb } from './db.ts';

/**
 * Keeps what the user says has happened; an entry of the same id is changed by it. What was said before stays in the records,
 * and its digest in the log.
 */
export async function keepEntry(db: DossierDb, caseId: string, entry: CaseEntry): Promise<void> {
  const before = await entryOf(db, caseId, entry.id);
  const type = before ? 'entry.changed' : 'entry.added';
  await act(db, { caseId, at: entry.enteredAt, what: { type, entry, before } }, [db.cases], () =>
    change(db, caseId, entry.id, entry),
  );
}

/** Takes an entry back; the records go on saying what it was. Nothing happens to one that is not there any more. */
export async function removeEntry(db: DossierDb, caseId: string, entryId: string, at: Instant): Promise<void> {
  const before = await entryOf(db, caseId, entryId);
  if (!before) return;
  await act(db, { caseId, at, what: { type: 'entry.removed', entry: null, before } }, [db.cases], () =>
    change(db, caseId, entryId, null),
  );
}

async function entryOf(db: DossierDb, caseId: string, entryId: string): Promise<CaseEntry | null> {
  return (await db.cases.get(caseId))?.entries.find(({ id }) => id === entryId) ?? null;
}

async function change(db: DossierDb, caseId: string, entryId: string, entry: CaseEntry | null): Promise<void> {
  const known = await db.cases.get(caseId);
  if (!known) throw new Error('The case is gone');
  await db.cases.put(withEntry(known, entryId, entry));
}
