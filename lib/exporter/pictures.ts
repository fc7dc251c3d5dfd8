import type { PicturePart, PictureSlice, PictureSource } from '../bundle/pdf/picture-source.ts';
import type { BookPicture } from '../bundle/types.ts';
import { pngSize } from '../evidence/png-size.ts';
import { shownArtifacts } from '../evidence/redaction.ts';
import type { Artifact, Capture } from '../evidence/types.ts';
import { AppError } from '../shared/errors.ts';

/** Wide enough for small print on A4 (about 200 dots per inch), small enough for a book of hundreds of pages. */
const MAX_SLICE_WIDTH_PX = 1440;
const JPEG_QUALITY = 0.85;

/** Reads the bytes of a stored file. */
export type ReadBlob = (blobId: string) => Promise<Blob>;

/** Cuts and encodes the parts of one decoded picture at a time, so memory holds one picture however long the book is. */
export function pictureSource(read: ReadBlob): PictureSource {
  return {
    async *slices(picture, parts, signal) {
      const bitmap = await createImageBitmap(await read(picture.blobId)).catch((error: unknown) => {
        throw new AppError('export.damaged', `${picture.blobId}: ${error}`);
      });
      try {
        for (const part of parts) {
          signal?.throwIfAborted();
          yield await sliceOf(bitmap, part);
        }
      } finally {
        bitmap.close();
      }
    },
  };
}

async function sliceOf(bitmap: ImageBitmap, { top, height }: PicturePart): Promise<PictureSlice> {
  const scale = Math.min(1, MAX_SLICE_WIDTH_PX / bitmap.width);
  const canvas = new OffscreenCanvas(Math.round(bitmap.width * scale), Math.max(1, Math.round(height * scale)));
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new AppError('unexpected', 'No canvas for a picture of the book');
  context.drawImage(bitmap, 0, top, bitmap.width, height, 0, 0, canvas.width, canvas.height);
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: JPEG_QUALITY });
  return { jpeg: new Uint8Array(await blob.arrayBuffer()), width: canvas.width, height: canvas.height };
}

/**
 * The pictures of a capture for the book: the whole page when it was stitched, else screen by screen; covered copies where there
 * are any. A picture that the user added is one when this browser can decode it; any other file has none.
 */
export async function bookPictures(capture: Capture, read: ReadBlob): Promise<BookPicture[]> {
  const { own } = capture;
  const artifacts = shownArtifacts(capture);
  if (own) return own.kind === 'picture' ? ownPictures(artifacts, read) : [];
  const whole = artifacts.filter(({ role }) => role === 'fullPage');
  const shown = whole.length > 0 ? whole : artifacts.filter(({ role }) => role === 'frame');
  return Promise.all(shown.map((artifact) => describePicture(artifact, read)));
}

async function ownPictures(artifacts: readonly Artifact[], read: ReadBlob): Promise<BookPicture[]> {
  const pictures = artifacts.filter(({ role }) => role === 'own').map((artifact) => decodePicture(artifact, read));
  return (await Promise.all(pictures)).filter((picture) => picture !== null);
}

/** Decoded for its size: cameras turn pictures by a note in the file, which the numbers in its first bytes do not heed. */
async function decodePicture({ id, sha256 }: Artifact, read: ReadBlob): Promise<BookPicture | null> {
  const bitmap = await createImageBitmap(await read(id)).catch(() => null);
  if (!bitmap) return null;
  const { width, height } = bitmap;
  bitmap.close();
  return { blobId: id, sha256, width, height };
}

/** Nothing is decoded: a capture may have a hundred screens. */
async function describePicture({ id, sha256 }: Artifact, read: ReadBlob): Promise<BookPicture> {
  const size = await pngSize(await read(id));
  if (!size) throw new AppError('export.damaged', `${id} is no PNG`);
  return { blobId: id, sha256, ...size };
}
