import { AppError } from '../../shared/errors.ts';
import type { FileKind, RecordedAt } from '../types.ts';
import { HEAD_BYTES, type SniffedFile, sniffFile } from './file-kind.ts';
import { movieTime } from './movie-time.ts';
import { heicTime, jpegTime } from './picture-time.ts';

/** What a file tells about itself. */
export interface FileFacts {
  kind: FileKind;
  /** By its first bytes, whatever it is called. */
  mediaType: string;
  recordedAt: RecordedAt | null;
}

/**
 * Reads what a file is and when it says that it was recorded; some kilobytes of it, however large it is.
 * @throws AppError file.empty; file.program for what somebody else's computer would run; file.unreadable when the file is gone
 * or may not be read.
 */
export async function readOwnFile(file: Blob, name: string): Promise<FileFacts> {
  const head = await readHead(file, name);
  if (head.length === 0) throw new AppError('file.empty', name);
  const { kind, mediaType } = sniffFile(name, head);
  if (kind === 'program') throw new AppError('file.program', name);
  return { kind, mediaType, recordedAt: await timeOf(file, mediaType) };
}

/** A folder that was dropped, a file that is gone or locked: all fail with the first byte. */
async function readHead(file: Blob, name: string): Promise<Uint8Array> {
  try {
    return new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer());
  } catch (error) {
    throw new AppError('file.unreadable', `${name}: ${error}`);
  }
}

const TIMES: Readonly<Record<string, (file: Blob) => Promise<RecordedAt | null>>> = {
  'image/jpeg': jpegTime,
  'image/heic': heicTime,
  'image/avif': heicTime,
  'video/mp4': movieTime,
  'video/quicktime': movieTime,
  'audio/mp4': movieTime,
};

/** A file that is damaged inside is evidence all the same; it just does not say when it was recorded. */
async function timeOf(file: Blob, mediaType: SniffedFile['mediaType']): Promise<RecordedAt | null> {
  try {
    return (await TIMES[mediaType]?.(file)) ?? null;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
