import { correctCase, findClash, isKey, type NewCorrection, readFactOf, restoreFact } from '../cases/facts/correct.ts';
import type { Case } from '../cases/types.ts';
import { canonicalBytes } from '../evidence/canonical.ts';
import type { LogEntry } from '../evidence/types.ts';
import type { FactKey } from '../marketplaces/types.ts';
import { sha256 } from '../shared/digest.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { appendToLog } from './captures.ts';
import type { DossierDb } from './db.ts';
import type { CorrectionRecord, StoredCorrection } from './rows.ts';

/** `clash`: the case that has the number already. Nothing was changed then; cases are never merged. */
export type CorrectionResult = { ok: true } | { ok: false; clash: Case };

/**
 * Corrects a fact of a case: the case, the history of corrections and the log in one transaction. The log entry holds the
 * digest of the correction, so that nobody can say later that it was always so.
 */
export function correctFact(db: DossierDb, caseId: string, change: NewCorrection): Promise<CorrectionResult> {
  const { id, fact, value, at, picked } = change;
  const draft = { id, caseId, fact, type: 'fact.corrected' as const, at, value, picked };
  return changeCase(db, draft, (known) => correctCase(known, change));
}

/** Takes a correction back: from now on the pages count again. */
export function undoCorrection(db: DossierDb, caseId: string, fact: FactKey, at: Instant): Promise<CorrectionResult> {
  const draft = {
    id: crypto.randomUUID(),
    caseId,
    fact,
    type: 'fact.restored' as const,
    at,
    value: null,
    picked: null,
  };
  return changeCase(db, draft, (known) => restoreFact(known, fact));
}

/** Everything that was corrected in a case and taken back, oldest first. */
export function correctionsOf(db: DossierDb, caseId: string): Promise<StoredCorrection[]> {
  return db.corrections.where('filedIn').equals(caseId).sortBy('logSeq');
}

/** The bytes that the log's digest of a correction is taken over: canonical JSON of the record. */
export function correctionBytes(record: CorrectionRecord): Uint8Array<ArrayBuffer> {
  const { id, caseId, fact, type, at, value, read, picked } = record;
  return canonicalBytes({ id, caseId, fact, type, at, value, read, picked });
}

async function changeCase(
  db: DossierDb,
  draft: Omit<CorrectionRecord, 'read'>,
  change: (known: Case) => Case,
): Promise<CorrectionResult> {
  const before = await db.cases.get(draft.caseId);
  const record: CorrectionRecord = { ...draft, read: before ? readFactOf(before, draft.fact) : null };
  const bytes = correctionBytes(record);
  const file = { name: `${record.id}.json`, bytes: bytes.length, sha256: await sha256(bytes) };
  const entry = { at: formatIso(record.at), type: record.type, subject: record.id, files: [file] };
  const write = async ({ seq }: LogEntry): Promise<CorrectionResult> => {
    const known = await db.cases.get(record.caseId);
    if (!known) throw new Error('The case is gone');
    const changed = change(known);
    if (changed === known) throw UNCHANGED;
    const clash = await clashOf(db, changed, record.fact);
    if (clash) throw new Clash(clash);
    await db.cases.put(changed);
    await db.corrections.add({ ...record, sha256: file.sha256, logSeq: seq, filedIn: record.caseId });
    return { ok: true };
  };
  return appendToLog(db, entry, [db.cases, db.corrections], write).catch((error: unknown) => {
    if (error instanceof Clash) return { ok: false, clash: error.other };
    if (error === UNCHANGED) return { ok: true };
    throw error;
  });
}

/** Takes the entry back for a correction that was taken back already; the log has said so. */
const UNCHANGED = new Error('Nothing to take back');

/** Takes the log entry back together with everything else. */
class Clash extends Error {
  readonly other: Case;

  constructor(other: Case) {
    super('Another case has this number');
    this.other = other;
  }
}

async function clashOf(db: DossierDb, changed: Case, fact: FactKey): Promise<Case | null> {
  if (!isKey(fact)) return null;
  const { orderNo, refundNo, complaintNo } = changed.facts;
  const candidates = await db.cases
    .where('keys')
    .anyOf([`order:${orderNo}`, `refund:${refundNo}`, `complaint:${complaintNo}`])
    .toArray();
  return findClash(changed, candidates);
}
