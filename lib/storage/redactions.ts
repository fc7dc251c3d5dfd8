import type { Redaction } from '../evidence/covered.ts';
import { originalArtifacts } from '../evidence/redaction.ts';
import type { Artifact, Capture } from '../evidence/types.ts';
import { AppError } from '../shared/errors.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { appendToLog, blobRows, type NewFile } from './captures.ts';
import type { DossierDb } from './db.ts';

/**
 * Stores the covered copies of a capture with their log entry in one transaction. Copies of an earlier covering go; the log keeps
 * their digests beside the new ones. `artifacts` describe `files`, in the same order.
 * @throws AppError redaction.gone when the capture is not there any more; nothing is stored then.
 */
export async function storeRedaction(
  db: DossierDb,
  captureId: string,
  redaction: Redaction,
  artifacts: readonly Artifact[],
  files: readonly NewFile[],
): Promise<void> {
  const logged = artifacts.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  const draft = { at: formatIso(redaction.at), type: 'capture.redacted' as const, subject: captureId, files: logged };
  await appendToLog(db, draft, [db.captures, db.blobs], async () => {
    const originals = await dropCopies(db, captureId);
    await db.blobs.bulkAdd(blobRows(captureId, artifacts, files));
    await db.captures.update(captureId, { redaction, artifacts: [...originals, ...artifacts] });
  });
}

/**
 * Takes the covering of a capture back: the covered copies go, the log says so.
 * @throws AppError redaction.gone when the capture is not there any more.
 */
export async function removeRedaction(db: DossierDb, captureId: string, at: Instant): Promise<void> {
  const draft = { at: formatIso(at), type: 'capture.unredacted' as const, subject: captureId, files: [] };
  await appendToLog(db, draft, [db.captures, db.blobs], async () => {
    const artifacts = await dropCopies(db, captureId);
    await db.captures.update(captureId, { redaction: null, artifacts });
  });
}

/** Deletes what was derived by covering and returns what stays. */
async function dropCopies(db: DossierDb, captureId: string): Promise<Artifact[]> {
  const capture: Capture | undefined = await db.captures.get(captureId);
  if (!capture || capture.deletedAt !== null) throw new AppError('redaction.gone', captureId);
  const originals = originalArtifacts(capture.artifacts);
  const copies = capture.artifacts.filter((artifact) => !originals.includes(artifact));
  await db.blobs.bulkDelete(copies.map(({ id }) => id));
  return originals;
}
