import type { CSSProperties } from 'react';
import type { PixelBox } from '../../lib/evidence/covered.ts';

/** Size of a picture in its own pixels. */
export interface PictureSize {
  width: number;
  height: number;
}

/** Where a box is on its picture, however large that is shown. */
export function boxStyle({ left, top, width, height }: PixelBox, picture: PictureSize): CSSProperties {
  const percent = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return {
    left: percent(left, picture.width),
    top: percent(top, picture.height),
    width: percent(width, picture.width),
    height: percent(height, picture.height),
  };
}

/** How many pixels of the picture one point of the screen is; `within` is the picture's element or inside it. */
export function pixelsPerPoint(within: Element, picture: PictureSize): number {
  const shown = within.closest('[data-picture-width]')?.getBoundingClientRect().width ?? 0;
  return shown > 0 ? picture.width / shown : 1;
}
