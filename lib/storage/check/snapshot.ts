import type { Capture, LogEntry } from '../../evidence/types.ts';
import type { DossierDb } from '../db.ts';
import { blobIdsInWork } from '../drafts.ts';
import type { PastLog, StoredAct, StoredCorrection } from '../rows.ts';

/** What the check needs of a capture; the rest can be large. */
export type CheckedCapture = Pick<Capture, 'id' | 'caseId' | 'title' | 'takenAt' | 'artifacts' | 'deletedAt'>;

/** Everything but the bytes, as it was at one moment: work that goes on meanwhile must not look like damage. */
export interface StoreSnapshot {
  entries: LogEntry[];
  pastLogs: PastLog[];
  captures: CheckedCapture[];
  /** Files of captures; those of captures that are still being made are not among them. */
  blobIds: string[];
  corrections: StoredCorrection[];
  acts: StoredAct[];
  /** The cases there are, each with the corrections that it goes by. */
  cases: Map<string, string[]>;
  /** Visits by id, with the case that each is filed in. */
  visits: { id: string; caseId: string }[];
}

/** Reads the snapshot in one transaction. */
export function takeSnapshot(db: DossierDb): Promise<StoreSnapshot> {
  const tables = [
    db.log,
    db.pastLogs,
    db.captures,
    db.blobs,
    db.drafts,
    db.corrections,
    db.caseActs,
    db.cases,
    db.visits,
  ];
  return db.transaction('r', tables, async () => {
    const captures: CheckedCapture[] = [];
    await db.captures.each(({ id, caseId, title, takenAt, artifacts, deletedAt }) => {
      captures.push({ id, caseId, title, takenAt, artifacts, deletedAt });
    });
    const cases = new Map<string, string[]>();
    await db.cases.each(({ id, corrections }) => {
      cases.set(
        id,
        Object.values(corrections).map((correction) => correction.id),
      );
    });
    const visits: { id: string; caseId: string }[] = [];
    await db.visits.each(({ id, caseId }) => {
      visits.push({ id, caseId });
    });
    const inWork = await blobIdsInWork(db);
    return {
      entries: await db.log.orderBy('seq').toArray(),
      pastLogs: await db.pastLogs.toArray(),
      captures,
      blobIds: (await db.blobs.toCollection().primaryKeys()).filter((id) => !inWork.has(id)),
      corrections: await db.corrections.toArray(),
      acts: await db.caseActs.toArray(),
      cases,
      visits,
    };
  });
}
