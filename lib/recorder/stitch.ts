import type { CaptureGeometry } from '../evidence/page-capture.ts';

/** Beyond this, picture viewers and canvases start to fail, so a longer page becomes several pictures. */
const MAX_SIDE_PX = 32_767;
/** 256 MB while a picture is being made. */
const MAX_AREA_PX = 64 * 1024 * 1024;

/**
 * Joins the screens of a walk into one picture (PNG), pixel for pixel; a page too long for one into several, from top to
 * bottom without overlap.
 * @returns nothing for a chat, whose list moves under the walk. Rejects when a frame cannot be decoded.
 */
export async function stitchFrames(frames: readonly Blob[], geometry: CaptureGeometry): Promise<Blob[]> {
  const [first] = frames;
  if (geometry.kind === 'chat' || !first) return [];
  if (geometry.kind === 'none') return [first];
  const { width, tiles, partsOf } = planStitch(geometry);
  const pictures: Blob[] = [];
  for (const tile of tiles) pictures.push(await drawTile(frames, width, tile.height, partsOf(tile)));
  return pictures;
}

async function drawTile(
  frames: readonly Blob[],
  width: number,
  height: number,
  parts: readonly StitchPart[],
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('No canvas of this size');
  for (const { index, source, top } of parts) {
    const bitmap = await createImageBitmap(frames[index] ?? new Blob());
    context.drawImage(bitmap, source.left, source.top, width, source.height, 0, top, width, source.height);
    bitmap.close();
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

/** A part of a frame and where it goes in its picture. */
export interface StitchPart {
  index: number;
  source: { left: number; top: number; height: number };
  top: number;
}

export interface Tile {
  top: number;
  height: number;
}

export interface StitchPlan {
  width: number;
  tiles: Tile[];
  /** What is drawn on a tile, in the order of drawing; what is over its edge is cut by the canvas. */
  partsOf: (tile: Tile) => StitchPart[];
}

/**
 * Where each frame goes, in device pixels. Later frames lie over earlier ones where the last screen overlaps. A screen that
 * ends within a pixel is cut after it, or rounding would leave an empty line between two screens.
 */
export function planStitch({ box, contentHeight, devicePixelRatio: ratio, shots }: CaptureGeometry): StitchPlan {
  const px = (length: number) => Math.round(length * ratio);
  const source = { left: px(box.left), top: px(box.top), height: Math.ceil(box.height * ratio) };
  const width = px(box.width);
  const rows = shots.map((shot, index) => ({ index, top: px(shot) }));
  return {
    width,
    tiles: tilesOf(width, px(Math.max(contentHeight, (shots.at(-1) ?? 0) + box.height))),
    partsOf: (tile) =>
      rows
        .filter(({ top }) => top < tile.top + tile.height && top + source.height > tile.top)
        .map(({ index, top }) => ({ index, source, top: top - tile.top })),
  };
}

function tilesOf(width: number, height: number): Tile[] {
  const highest = Math.min(MAX_SIDE_PX, Math.floor(MAX_AREA_PX / Math.max(1, width)));
  const step = Math.ceil(height / Math.ceil(height / highest));
  return Array.from({ length: Math.ceil(height / step) }, (_, index) => ({
    top: index * step,
    height: Math.min(step, height - index * step),
  }));
}

const THUMBNAIL_WIDTH_PX = 320;
const THUMBNAIL_HEIGHT_PX = 240;

/** A small picture of the top of the first screen, for lists. */
export async function makeThumbnail(frame: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(frame);
  const scale = THUMBNAIL_WIDTH_PX / bitmap.width;
  const height = Math.min(THUMBNAIL_HEIGHT_PX, Math.round(bitmap.height * scale));
  const canvas = new OffscreenCanvas(THUMBNAIL_WIDTH_PX, height);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, bitmap.width, height / scale, 0, 0, THUMBNAIL_WIDTH_PX, height);
  bitmap.close();
  return canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
}
