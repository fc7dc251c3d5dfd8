import { rulesWithPresent } from '../cases/time/rules-use.ts';
import type { Case } from '../cases/types.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { appendAllToLog, capturesOf, isKept } from './captures.ts';
import type { DossierDb } from './db.ts';

/** What the user writes about a case, or that it is put away; none of it is evidence, so the log does not tell of it. */
export async function changeCase(
  db: DossierDb,
  caseId: string,
  change: Partial<Pick<Case, 'name' | 'note' | 'closedAt'>>,
): Promise<void> {
  const changed = await db.cases.update(caseId, change);
  if (changed === 0 && !(await db.cases.get(caseId))) throw new Error('The case is gone');
}

/**
 * Deletes a case with everything said and noted in it; the log keeps that it was there. Its captures are filed in no case then,
 * so one that comes out of the bin later is where the user looks for it.
 * @param keepsCaptures they stay; otherwise they go into the bin, each with an entry in the log.
 */
export async function deleteCase(
  db: DossierDb,
  caseId: string,
  { keepsCaptures, at }: { keepsCaptures: boolean; at: Instant },
): Promise<void> {
  const captureIds = keepsCaptures ? [] : (await capturesOf(db, caseId)).map(({ id }) => id);
  const deleted = captureIds.map((subject) => ({ type: 'capture.deleted' as const, subject }));
  const drafts = [...deleted, { type: 'case.deleted' as const, subject: caseId }].map((draft) => ({
    ...draft,
    at: formatIso(at),
    files: [],
  }));
  const tables = [db.cases, db.visits, db.captures, db.corrections, db.caseActs, db.tabs];
  await appendAllToLog(db, drafts, tables, async () => {
    if (!(await db.cases.get(caseId))) throw GONE;
    await db.captures.where('id').anyOf(captureIds).and(isKept).modify({ deletedAt: at });
    // One that was taken meanwhile stays, like those that are to.
    await db.captures.where('caseId').equals(caseId).modify({ caseId: null });
    await db.tabs.where('caseId').equals(caseId).modify({ caseId: null });
    await db.visits.where('caseId').equals(caseId).delete();
    await db.corrections.where('filedIn').equals(caseId).delete();
    await db.caseActs.where('filedIn').equals(caseId).delete();
    await db.cases.delete(caseId);
  }).catch((error: unknown) => {
    if (error !== GONE) throw error;
  });
}

/** Takes the log's entries back for a case that is not there any more; the log has said so already. */
const GONE = new Error('The case is gone');

/** After an update of the extension: every case is judged by the present rules from now on, and its history says so. */
export async function noteRules(db: DossierDb, now: Instant): Promise<void> {
  await db.cases
    .filter(({ rules }) => rulesWithPresent(rules, now) !== rules)
    .modify((known) => {
      known.rules = rulesWithPresent(known.rules, now);
    });
}
