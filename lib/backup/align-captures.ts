import type { LogDraft } from '../evidence/chain.ts';
import type { Artifact, Capture } from '../evidence/types.ts';
import type { Sha256 } from '../shared/digest.ts';
import { formatIso, type Instant } from '../shared/time.ts';
import { appendAllToLog } from '../storage/captures.ts';
import { livesOf } from '../storage/check/lives.ts';
import type { DossierDb } from '../storage/db.ts';

/**
 * After the log has gone on with that of a newer backup: captures are in the bin or out of it as it says. One that it says was
 * erased, and that is still here, is not lost by restoring: it goes into the bin, and the log says that it was brought back.
 */
export async function alignCaptures(db: DossierDb, now: Instant): Promise<void> {
  const lives = livesOf(await db.log.orderBy('seq').toArray());
  for (const capture of await db.captures.toArray()) {
    const life = lives.get(capture.id);
    if (life?.state === 'erased') await keepInBin(db, capture, life.files, now);
    else if (life && (life.state === 'deleted') !== (capture.deletedAt !== null)) {
      await db.captures.update(capture.id, { deletedAt: life.state === 'deleted' ? now : null });
    }
  }
}

async function keepInBin(db: DossierDb, capture: Capture, named: ReadonlySet<Sha256>, now: Instant): Promise<void> {
  const drafts = importedEntries({ ...capture, deletedAt: now }, named, now);
  await appendAllToLog(db, drafts, [db.captures], async ([first]) => {
    const place = first && { logSeq: first.seq, logHash: first.hash };
    await db.captures.update(capture.id, { deletedAt: now, ...place });
  });
}

/**
 * The entries of a capture that the log does not tell of: that it was brought here, with the files that its own log named, and that
 * it is in the bin when it is.
 */
export function importedEntries(
  { id, artifacts, deletedAt }: Capture,
  named: ReadonlySet<Sha256> | undefined,
  now: Instant,
): LogDraft[] {
  const isNamed = ({ sha256, derivedFrom }: Artifact) => named?.has(sha256) ?? derivedFrom.length === 0;
  const files = artifacts.filter(isNamed).map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
  const at = formatIso(now);
  const imported: LogDraft = { at, type: 'capture.imported', subject: id, files };
  return deletedAt === null ? [imported] : [imported, { at, type: 'capture.deleted', subject: id, files: [] }];
}
