import { blobAccess } from '../../bundle/zip/source.ts';
import { blobsSource, zipSource } from '../sources.ts';
import type { BundleSource } from '../types.ts';

/** What the user gave, opened. */
export interface Opened {
  name: string;
  source: BundleSource;
}

/** `several`: more than one thing was dropped. `folderRefused`: this browser does not let a local page read a dropped folder. */
export class DropError extends Error {
  override readonly name = 'DropError';
  readonly code: 'several' | 'folderRefused';

  constructor(code: 'several' | 'folderRefused') {
    super(code);
    this.code = code;
  }
}

interface PathBlob {
  path: string;
  blob: Blob;
}

/** Opens a zip file. */
export async function openZip(file: File): Promise<Opened> {
  return { name: file.name, source: await zipSource(blobAccess(file)) };
}

/** Opens the files of a folder input. */
export function openFolderInput(files: readonly File[]): Opened {
  const blobs = files.map((file) => ({ path: file.webkitRelativePath || file.name, blob: file }));
  return { name: blobs[0]?.path.split('/')[0] ?? '', source: blobsSource(blobs) };
}

/**
 * Opens one dropped zip or folder. Chromium gives a page opened from disk no access to a dropped folder through the older interface, so the
 * newer one is tried first. Rejects with a DropError.
 */
export async function openDrop(transfer: DataTransfer): Promise<Opened> {
  // Both must be asked for before the first await: a DataTransfer is empty afterwards.
  const [item, ...more] = Array.from(transfer.items).filter((candidate) => candidate.kind === 'file');
  const file = item?.getAsFile() ?? null;
  const entry = item?.webkitGetAsEntry() ?? null;
  const handle = item && requestHandle(item);
  if (!item || more.length > 0) throw new DropError('several');
  if (entry?.isDirectory) return openDirectory(entry as FileSystemDirectoryEntry, await handle);
  if (!file) throw new DropError('folderRefused');
  return openZip(file);
}

async function openDirectory(
  entry: FileSystemDirectoryEntry,
  handle: DirectoryHandle | null | undefined,
): Promise<Opened> {
  try {
    const blobs = handle ? await listHandle(handle, handle.name) : await listEntry(entry);
    return { name: entry.name, source: blobsSource(blobs) };
  } catch (cause) {
    throw Object.assign(new DropError('folderRefused'), { cause });
  }
}

/** The part of the File System Access API that is used; the DOM types do not have it yet. */
interface DirectoryHandle {
  kind: 'directory';
  name: string;
  values(): AsyncIterable<DirectoryHandle | FileHandle>;
}
interface FileHandle {
  kind: 'file';
  name: string;
  getFile(): Promise<File>;
}
interface WithHandle {
  getAsFileSystemHandle(): Promise<DirectoryHandle | FileHandle | null>;
}

function requestHandle(item: DataTransferItem): Promise<DirectoryHandle | null> | null {
  if (!('getAsFileSystemHandle' in item)) return null;
  const request = (item as DataTransferItem & WithHandle).getAsFileSystemHandle();
  return request.then((handle) => (handle?.kind === 'directory' ? handle : null)).catch(() => null);
}

async function listHandle(directory: DirectoryHandle, path: string): Promise<PathBlob[]> {
  const blobs: PathBlob[] = [];
  for await (const child of directory.values()) {
    const childPath = `${path}/${child.name}`;
    if (child.kind === 'file') blobs.push({ path: childPath, blob: await child.getFile() });
    else blobs.push(...(await listHandle(child, childPath)));
  }
  return blobs;
}

async function listEntry(entry: FileSystemEntry): Promise<PathBlob[]> {
  if (entry.isFile) {
    const blob = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
    return [{ path: entry.fullPath.slice(1), blob }];
  }
  const reader = (entry as FileSystemDirectoryEntry).createReader();
  const blobs: PathBlob[] = [];
  let batch = await readBatch(reader);
  while (batch.length > 0) {
    for (const child of batch) blobs.push(...(await listEntry(child)));
    batch = await readBatch(reader);
  }
  return blobs;
}

/** A reader gives a hundred at a time, and none when it is done. */
function readBatch(reader: FileSystemDirectoryReader): Promise<FileSystemEntry[]> {
  return new Promise((resolve, reject) => reader.readEntries(resolve, reject));
}
