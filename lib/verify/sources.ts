import { readDirectory } from '../bundle/zip/directory.ts';
import { readEntry } from '../bundle/zip/reader.ts';
import type { RandomAccess } from '../bundle/zip/source.ts';
import { type BundleSource, UnreadableFileError } from './types.ts';

/** Short enough that hashing one in JavaScript does not freeze a page. */
const CHUNK = 1024 * 1024;

/** The files of a zip. Rejects with a ZipError when it is none, or none that can be trusted to unpack as listed. */
export async function zipSource(zip: RandomAccess): Promise<BundleSource> {
  const entries = await readDirectory(zip);
  const files = entries.map((entry) => ({
    path: entry.path,
    bytes: entry.bytes,
    read: (write: Parameters<typeof readEntry>[2]) => readEntry(zip, entry, write),
  }));
  return { name: null, files };
}

/** The files of a folder given as Blobs with paths; `name` is the folder's own name when the paths do not begin with it. */
export function blobsSource(blobs: readonly { path: string; blob: Blob }[], name: string | null = null): BundleSource {
  const files = blobs.map(({ path, blob }) => ({
    path: path.normalize('NFC'),
    bytes: blob.size,
    read: async (write: Parameters<typeof readEntry>[2]) => {
      for (let start = 0; start < blob.size; start += CHUNK) write(await readSlice(blob, start));
    },
  }));
  return { name, files };
}

async function readSlice(blob: Blob, start: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await blob.slice(start, start + CHUNK).arrayBuffer());
  } catch (cause) {
    throw new UnreadableFileError('The file changed or went away while it was read', { cause });
  }
}
