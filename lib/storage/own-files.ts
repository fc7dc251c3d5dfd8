import type { Artifact, Capture, OwnFile } from '../evidence/types.ts';
import { AppError } from '../shared/errors.ts';
import { appendToLog, blobRows, isKept, type NewCapture, type NewFile, storedEntry } from './captures.ts';
import type { DossierDb } from './db.ts';

/** A file of the user's before it has a place in the log. */
export type NewOwnFile = NewCapture & { own: OwnFile; caseId: string };

/**
 * Stores a file that the user added to a case, with its log entry in one transaction: afterwards it is there whole, or not at
 * all. `artifacts` describe `files`, in the same order; the user's own file is the one whose role is `own`.
 * @throws AppError file.duplicate when the case has a file with the same bytes; QuotaExceededError (possibly inside a Dexie
 * error) when the disk is full. Nothing is stored then.
 */
export async function storeOwnFile(
  db: DossierDb,
  draft: NewOwnFile,
  artifacts: Artifact[],
  files: readonly NewFile[],
): Promise<Capture> {
  return appendToLog(
    db,
    storedEntry(draft, artifacts),
    [db.captures, db.blobs, db.cases],
    async ({ seq, hash }): Promise<Capture> => {
      if (!(await db.cases.get(draft.caseId))) throw new Error('The case is gone');
      if (await findSameFile(db, draft.caseId, artifacts)) throw new AppError('file.duplicate', draft.own.name);
      const capture: Capture = { ...draft, artifacts, logSeq: seq, logHash: hash };
      await db.blobs.bulkAdd(blobRows(draft.id, artifacts, files));
      await db.captures.add(capture);
      return capture;
    },
  );
}

/** Notes what the user says of a file: what it proves, and in their own words. The file and the log do not change. */
export async function describeOwnFile(
  db: DossierDb,
  captureId: string,
  change: Partial<Pick<OwnFile, 'proves' | 'description'>>,
): Promise<void> {
  await db.captures
    .where('id')
    .equals(captureId)
    .modify((capture) => {
      if (capture.own) capture.own = { ...capture.own, ...change };
    });
}

async function findSameFile(db: DossierDb, caseId: string, artifacts: readonly Artifact[]): Promise<Capture | null> {
  const digest = ownArtifact(artifacts)?.sha256;
  const same = await db.captures
    .where('caseId')
    .equals(caseId)
    .and((capture) => isKept(capture) && capture.own !== null && ownArtifact(capture.artifacts)?.sha256 === digest)
    .first();
  return same ?? null;
}

function ownArtifact(artifacts: readonly Artifact[]): Artifact | undefined {
  return artifacts.find(({ role }) => role === 'own');
}
