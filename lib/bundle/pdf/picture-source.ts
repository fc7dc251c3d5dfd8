import type { PDFRef } from '@cantoo/pdf-lib';
import { AppError } from '../../shared/errors.ts';
import type { BookPicture } from '../types.ts';
import type { PictureOp } from './canvas.ts';
import { readJpegHeader } from './jpeg.ts';
import type { LateStream } from './serialize.ts';

/** Rows `top` to `top + height` (px) of a picture in full width. Parts overlap a little, so that no line of text is lost. */
export interface PicturePart {
  top: number;
  height: number;
}

/** One part as a JPEG; it may be scaled down but keeps its shape. */
export interface PictureSlice {
  jpeg: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

/** Where the book gets its pictures from. The extension decodes one picture, cuts and encodes one part at a time. */
export interface PictureSource {
  /** Yields exactly one slice for each part, in order. */
  slices(picture: BookPicture, parts: readonly PicturePart[], signal?: AbortSignal): AsyncIterable<PictureSlice>;
}

interface PlacedPart {
  ref: PDFRef;
  op: PictureOp;
}

/** Parts of one picture in the order of the pages. */
export interface PlacedPicture {
  picture: BookPicture;
  parts: PlacedPart[];
}

/** Width and height may differ by rounding only; anything else would show evidence out of shape. */
const SHAPE_TOLERANCE = 0.02;

/** Fetches the JPEGs picture by picture. Throws `export.damaged` when a slice is missing, too many, or out of shape. */
export async function* pictureStreams(
  pictures: PlacedPicture[],
  source: PictureSource,
  onSlice: () => void,
  signal?: AbortSignal,
): AsyncGenerator<LateStream, void, undefined> {
  for (const { picture, parts } of pictures) {
    signal?.throwIfAborted();
    const wanted = parts.map(({ op }) => ({ top: op.top, height: op.rows }));
    let index = 0;
    for await (const slice of source.slices(picture, wanted, signal)) {
      signal?.throwIfAborted();
      const part = parts[index];
      if (!part) throw new AppError('export.damaged', `${picture.blobId}: more slices than asked for`);
      yield imageStream(part, slice, picture);
      index += 1;
      onSlice();
    }
    if (index < parts.length) throw new AppError('export.damaged', `${picture.blobId}: a slice is missing`);
  }
}

const COLOUR_SPACES = { 1: '/DeviceGray', 3: '/DeviceRGB', 4: '/DeviceCMYK /Decode [1 0 1 0 1 0 1 0]' } as const;

function imageStream({ ref, op }: PlacedPart, { jpeg }: PictureSlice, picture: BookPicture): LateStream {
  const { width, height, components } = readJpegHeader(jpeg);
  const shape = height / width / (op.rows / picture.width);
  const rounding = 2 / Math.min(width, height);
  if (Math.abs(shape - 1) > SHAPE_TOLERANCE + rounding) {
    throw new AppError(
      'export.damaged',
      `${picture.blobId}: slice of ${width}×${height} for ${picture.width}×${op.rows}`,
    );
  }
  const colours = `/ColorSpace ${COLOUR_SPACES[components]} /BitsPerComponent 8`;
  const dictionary = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} ${colours} /Filter /DCTDecode`;
  return { ref, dictionary, bytes: jpeg };
}
