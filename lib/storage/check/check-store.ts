import { checkChain } from '../../evidence/chain.ts';
import { createDigest } from '../../evidence/digester.ts';
import { measureBlob } from '../../evidence/measure.ts';
import type { Instant } from '../../shared/time.ts';
import type { DossierDb } from '../db.ts';
import { checkRecords } from './check-records.ts';
import { about, judgeCapture, judgeChain, judgeFile, judgeFiling, judgeLost, type StoredFile } from './judge.ts';
import { livesOf } from './lives.ts';
import type { StoreProblem, StoreReport } from './problems.ts';
import { type CheckedCapture, type StoreSnapshot, takeSnapshot } from './snapshot.ts';

export interface CheckOptions {
  /** Bytes of files read so far, and of all. */
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
}

/**
 * Checks everything that is stored against what it should be, one file at a time: files against their captures, captures
 * against the log, the log against itself, the user's records against their digests. Changes nothing.
 * @throws the signal's reason when cancelled.
 */
export async function checkStore(db: DossierDb, checkedAt: Instant, options: CheckOptions): Promise<StoreReport> {
  const snapshot = await takeSnapshot(db);
  const { entries, captures, corrections, acts } = snapshot;
  return {
    checkedAt,
    captures: captures.length,
    files: captures.reduce((sum, { artifacts }) => sum + artifacts.length, 0),
    bytes: bytesOf(captures),
    entries: entries.length,
    records: corrections.length + acts.length,
    problems: [
      ...judgeChain(await checkChain(entries)),
      ...(await brokenPastLogs(snapshot)),
      ...judgeCaptures(snapshot),
      ...(await checkRecords(snapshot)),
      ...(await checkFiles(db, captures, options)),
    ],
  };
}

function bytesOf(captures: readonly CheckedCapture[]): number {
  return captures.flatMap(({ artifacts }) => artifacts).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** What can be told without reading a file. */
function judgeCaptures({ entries, captures, cases, blobIds }: StoreSnapshot): StoreProblem[] {
  const lives = livesOf(entries);
  const owned = new Set(captures.flatMap(({ artifacts }) => artifacts.map(({ id }) => id)));
  return [
    ...captures.flatMap((capture) => [...judgeCapture(capture, lives.get(capture.id)), ...judgeFiling(capture, cases)]),
    ...judgeLost(lives, new Set(captures.map(({ id }) => id))),
    ...blobIds.filter((id) => !owned.has(id)).map((id) => about('fileOrphan', id)),
  ];
}

async function checkFiles(
  db: DossierDb,
  captures: readonly CheckedCapture[],
  { onProgress, signal }: CheckOptions,
): Promise<StoreProblem[]> {
  const total = bytesOf(captures);
  const problems: StoreProblem[] = [];
  let done = 0;
  for (const capture of captures) {
    const found: StoreProblem[] = [];
    for (const artifact of capture.artifacts) {
      signal.throwIfAborted();
      found.push(...judgeFile(capture, artifact, await measureStored(db, artifact.id)));
      done += artifact.bytes;
      onProgress(done, total);
    }
    const isErasedSince = found.length > 0 && !(await db.captures.get(capture.id));
    if (!isErasedSince) problems.push(...found);
  }
  return problems;
}

async function measureStored(db: DossierDb, blobId: string): Promise<StoredFile> {
  try {
    const stored = await db.blobs.get(blobId);
    if (!stored) return null;
    return { bytes: stored.blob.size, ...(await measureBlob(stored.blob, createDigest(crypto.subtle))) };
  } catch {
    return 'unreadable'; // The browser has lost the file behind the row, or the disk does not give it.
  }
}

async function brokenPastLogs({ pastLogs }: StoreSnapshot): Promise<StoreProblem[]> {
  const broken: StoreProblem[] = [];
  for (const { id, entries } of pastLogs) {
    if ((await checkChain(entries)).length > 0) broken.push(about('pastLogBroken', id));
  }
  return broken;
}
