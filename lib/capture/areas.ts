import type { Area } from '../messaging/types.ts';

/** Canvases and picture viewers fail beyond this side. */
const MAX_SIDE_PX = 32_767;
/** 128 MB while the browser draws it, three times that while it is encoded and handed over. */
const MAX_AREA_PX = 32 * 1024 * 1024;

/**
 * Cuts a page into the fewest areas of one height that a browser can draw at once, from top to bottom. The last one ends
 * with the page, so it may lie a few rows over the one before, as the last screen of a walk does.
 * @param page its size in CSS pixels.
 * @param ratio device pixels to a CSS pixel.
 * @returns none for a page without any height or width.
 */
export function planAreas(page: { width: number; height: number }, ratio: number): Area[] {
  if (!(page.width > 0 && page.height > 0 && ratio > 0)) return [];
  const highestPx = Math.min(MAX_SIDE_PX, MAX_AREA_PX / (page.width * ratio));
  const count = Math.ceil(page.height / Math.max(1, Math.floor(highestPx / ratio)));
  const height = Math.ceil(page.height / count);
  return Array.from({ length: count }, (_, index) => {
    const top = Math.max(0, Math.min(index * height, page.height - height));
    return { left: 0, top, width: page.width, height: Math.min(height, page.height) };
  });
}
