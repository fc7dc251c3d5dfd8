import { AppError } from '../../shared/errors.ts';

export interface JpegHeader {
  width: number;
  height: number;
  components: 1 | 3 | 4;
}

/** Start-of-frame markers; C4, C8 and CC have other meanings. */
const START_OF_FRAME = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

/** Size and number of colour components of a JPEG (ITU T.81 annex B). Throws `export.damaged` when it is not one. */
export function readJpegHeader(jpeg: Uint8Array): JpegHeader {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength);
  if (jpeg.length < 4 || view.getUint16(0) !== 0xffd8) throw new AppError('export.damaged', 'not a JPEG');
  let at = 2;
  while (at + 4 <= jpeg.length && jpeg[at] === 0xff) {
    const marker = jpeg[at + 1] ?? 0;
    if (START_OF_FRAME.has(marker) && at + 10 <= jpeg.length) return frameHeader(view, at);
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  throw new AppError('export.damaged', 'JPEG without a frame header');
}

function frameHeader(view: DataView, at: number): JpegHeader {
  const components = view.getUint8(at + 9);
  if (components !== 1 && components !== 3 && components !== 4) {
    throw new AppError('export.damaged', `JPEG with ${components} components`);
  }
  return { height: view.getUint16(at + 5), width: view.getUint16(at + 7), components };
}
