import { readEntry } from '../bundle/zip/reader.ts';
import { blobAccess } from '../bundle/zip/source.ts';
import { createDigest, digestChunks } from '../evidence/digester.ts';
import type { OpenedBackup } from './open.ts';

export interface ReadOptions {
  /** Bytes read so far, and of all. */
  onProgress: (done: number, total: number) => void;
  signal: AbortSignal;
}

/**
 * Reads every file of a backup and gives the ids of those whose bytes are what the backup says. Nothing is held in memory.
 * @throws the signal's reason when cancelled.
 */
export async function wholeFiles(
  { file, files }: OpenedBackup,
  { onProgress, signal }: ReadOptions,
): Promise<ReadonlySet<string>> {
  const source = blobAccess(file);
  const digest = createDigest(crypto.subtle);
  const total = [...files.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  const whole = new Set<string>();
  let done = 0;
  for (const { id, entry, bytes, sha256 } of files.values()) {
    signal.throwIfAborted();
    const found = await digestChunks(bytes, (write) => readEntry(source, entry, write), digest).catch(() => null);
    if (found === sha256) whole.add(id);
    done += bytes;
    onProgress(done, total);
  }
  return whole;
}
