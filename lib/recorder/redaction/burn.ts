import type { PixelBox } from '../../evidence/covered.ts';
import { AppError } from '../../shared/errors.ts';

const COVER = '#000000';
const JPEG_QUALITY = 0.92;

/** What a covered copy of a picture is: a photo stays one, everything else is kept exactly. */
export function coveredType(mediaType: string): 'image/jpeg' | 'image/png' {
  return mediaType === 'image/jpeg' ? 'image/jpeg' : 'image/png';
}

/**
 * A copy of a picture with boxes painted over, opaque: what was below is not in the copy. Notes in the file (where a photo was
 * taken, with what) are not in it either.
 * @throws AppError redaction.unreadable when this browser cannot decode the picture.
 */
export async function burnBoxes(picture: Blob, mediaType: string, boxes: readonly PixelBox[]): Promise<Blob> {
  const bitmap = await createImageBitmap(picture).catch((error: unknown) => {
    throw new AppError('redaction.unreadable', String(error));
  });
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const context = canvas.getContext('2d');
  if (!context) throw new AppError('unexpected', 'No canvas for a covered picture');
  context.drawImage(bitmap, 0, 0);
  bitmap.close();
  context.fillStyle = COVER;
  for (const { left, top, width, height } of boxes) context.fillRect(left, top, width, height);
  return canvas.convertToBlob({ type: coveredType(mediaType), quality: JPEG_QUALITY });
}
