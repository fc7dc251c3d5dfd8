import { dataStart } from '../bundle/zip/reader.ts';
import { blobAccess } from '../bundle/zip/source.ts';
import type { Capture, LogEntry } from '../evidence/types.ts';
import type { Sha256 } from '../shared/digest.ts';
import type { Instant } from '../shared/time.ts';
import { appendAllToLog } from '../storage/captures.ts';
import { type CaptureLife, livesOf } from '../storage/check/lives.ts';
import type { DossierDb } from '../storage/db.ts';
import type { StoredBlob } from '../storage/rows.ts';
import { importedEntries } from './align-captures.ts';
import type { OpenedBackup } from './open.ts';

/** What became of one capture of a backup. */
export interface CaptureOutcome {
  isNew: boolean;
  /** Files that were put into the store. */
  files: number;
}

/** One capture of a backup, and what goes with it. */
export interface BackedUpCapture {
  opened: OpenedBackup;
  /** The files of the backup whose bytes are as they should be. */
  whole: ReadonlySet<string>;
  /** Filed where it belongs now. */
  capture: Capture;
  /** The files that the log of the backup names for it; undefined when it names none. */
  named: ReadonlySet<Sha256> | undefined;
  /** The backup is newer than the store, so what is there already is filed as it says. */
  isNewer: boolean;
}

/**
 * Brings one capture with its files into the store, in one transaction with its entries in the log. One that is there already, in
 * the bin too, stays as it is and gets back the files that it has lost.
 */
export async function restoreCapture(db: DossierDb, given: BackedUpCapture, now: Instant): Promise<CaptureOutcome> {
  const { capture, named, isNewer } = given;
  const present = await db.captures.get(capture.id);
  if (present && isNewer) await db.captures.update(capture.id, { caseId: capture.caseId });
  const blobs = await blobsOf(db, given, present ?? capture);
  if (present) {
    await db.blobs.bulkAdd(blobs);
    return { isNew: false, files: blobs.length };
  }
  const life = livesOf(await db.log.where('subject').equals(capture.id).sortBy('seq')).get(capture.id);
  const row = { ...capture, deletedAt: deletedAtOf(capture, life, now) };
  const add = async ([first]: readonly LogEntry[]) => {
    await db.blobs.bulkAdd(blobs);
    await db.captures.add(first ? { ...row, logSeq: first.seq, logHash: first.hash } : row);
  };
  const drafts = isTold(life) ? [] : importedEntries(row, named, now);
  const tables = [db.captures, db.blobs];
  if (drafts.length > 0) await appendAllToLog(db, drafts, tables, add);
  else await db.transaction('rw', tables, async () => add([]));
  return { isNew: true, files: blobs.length };
}

/** True when the log already says that the capture is there: it goes on with the log of the backup. */
function isTold(life: CaptureLife | undefined): boolean {
  return life !== undefined && life.state !== 'erased';
}

/** Where the log tells of it, the log decides; it has its full time in the bin again. */
function deletedAtOf({ deletedAt }: Capture, life: CaptureLife | undefined, now: Instant): Instant | null {
  const isInBin = life && isTold(life) ? life.state === 'deleted' : deletedAt !== null;
  return isInBin ? now : null;
}

/** The files of a capture that are whole in the backup and not in the store, as parts of the backup file: nothing is copied here. */
async function blobsOf(
  db: DossierDb,
  { opened: { file, files }, whole }: BackedUpCapture,
  { id: captureId, artifacts }: Capture,
): Promise<StoredBlob[]> {
  const stored = new Set(await db.blobs.where('captureId').equals(captureId).primaryKeys());
  const source = blobAccess(file);
  const blobs: StoredBlob[] = [];
  for (const { id, sha256 } of artifacts) {
    const found = files.get(id);
    if (!found || stored.has(id) || !whole.has(id) || found.sha256 !== sha256) continue;
    const start = await dataStart(source, found.entry);
    blobs.push({ id, captureId, blob: file.slice(start, start + found.bytes, found.mediaType) });
  }
  return blobs;
}
