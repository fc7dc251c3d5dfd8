import { ZipError } from '../bundle/zip/errors.ts';
import { type Bytes, digestChunks, gather } from '../evidence/digester.ts';
import type { Sha256 } from '../shared/digest.ts';
import { type SourceFile, UnreadableFileError, type VerifyDeps, type VerifyProgress } from './types.ts';

/** Every file of a bundle with what was found when reading it once. */
export interface Inventory {
  /** By path; files that could not be read are missing here. */
  digests: Map<string, { sha256: Sha256; bytes: number }>;
  /** By path: a ZipErrorCode, or `file` for a file that the disk does not give. */
  unreadable: Map<string, string>;
  /** Paths that occur twice. */
  duplicates: string[];
}

/** Largest file that is read as text: manifest, log, list and signatures are far below. */
const MAX_TEXT = 64 * 1024 * 1024;

/** Hashes every file. A file that cannot be read does not stop the rest. */
export async function takeInventory(
  files: readonly SourceFile[],
  deps: VerifyDeps,
  onProgress: (progress: VerifyProgress) => void,
): Promise<Inventory> {
  const inventory: Inventory = { digests: new Map(), unreadable: new Map(), duplicates: [] };
  const totalBytes = files.reduce((sum, file) => sum + file.bytes, 0);
  let bytes = 0;
  for (const file of files) {
    const { digests, unreadable, duplicates } = inventory;
    if (digests.has(file.path) || unreadable.has(file.path)) duplicates.push(file.path);
    const outcome = await digestFile(file, deps);
    if ('reason' in outcome) unreadable.set(file.path, outcome.reason);
    else digests.set(file.path, { sha256: outcome.sha256, bytes: file.bytes });
    bytes += file.bytes;
    onProgress({ bytes, totalBytes });
  }
  return inventory;
}

async function digestFile(file: SourceFile, deps: VerifyDeps): Promise<{ sha256: Sha256 } | { reason: string }> {
  try {
    return { sha256: await digestChunks(file.bytes, file.read, deps.digest) };
  } catch (error) {
    return { reason: reasonOf(error) };
  }
}

/** The bytes of a small file; null when there is none of that name, it is too large for what it should be, or cannot be read. */
export async function readSmall(files: readonly SourceFile[], path: string): Promise<Bytes | null> {
  const file = files.find((candidate) => candidate.path === path);
  if (!file || file.bytes > MAX_TEXT) return null;
  try {
    return await gather(file.bytes, file.read);
  } catch (error) {
    reasonOf(error);
    return null;
  }
}

/** What to tell about an expected failure; anything else goes on. A RangeError means that the file is not as long as listed. */
function reasonOf(error: unknown): string {
  if (error instanceof ZipError) return error.code;
  if (error instanceof UnreadableFileError || error instanceof RangeError) return 'file';
  throw error;
}
