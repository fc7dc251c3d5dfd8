import type { CaptureGeometry } from '../messaging/types.ts';

/** Beyond this, picture viewers and canvases start to fail; the single frames are kept in any case. */
const MAX_SIDE_PX = 32_767;
const MAX_AREA_PX = 150_000_000;

/**
 * Joins the screens of a walk into one picture (PNG), pixel for pixel.
 * @returns null for a chat, whose list moves under the walk, and for pages too large for one picture.
 */
export async function stitchFrames(frames: readonly Blob[], geometry: CaptureGeometry): Promise<Blob | null> {
  const [first] = frames;
  if (geometry.kind === 'chat' || !first) return null;
  if (geometry.kind === 'none') return first;
  const plan = planStitch(geometry);
  if (plan.height > MAX_SIDE_PX || plan.width * plan.height > MAX_AREA_PX) return null;
  const canvas = new OffscreenCanvas(plan.width, plan.height);
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return null;
  for (const [index, frame] of frames.entries()) {
    const bitmap = await createImageBitmap(frame);
    const { source, top } = plan.rowOf(index);
    context.drawImage(bitmap, source.left, source.top, plan.width, source.height, 0, top, plan.width, source.height);
    bitmap.close();
  }
  return canvas.convertToBlob({ type: 'image/png' });
}

interface StitchPlan {
  width: number;
  height: number;
  rowOf: (index: number) => { source: { left: number; top: number; height: number }; top: number };
}

/**
 * Where each frame goes, in device pixels. Later frames lie over earlier ones where the last screen overlaps. A screen that
 * ends within a pixel is cut after it, or rounding would leave an empty line between two screens.
 */
export function planStitch({ box, contentHeight, devicePixelRatio: ratio, shots }: CaptureGeometry): StitchPlan {
  const px = (length: number) => Math.round(length * ratio);
  const source = { left: px(box.left), top: px(box.top), height: Math.ceil(box.height * ratio) };
  return {
    width: px(box.width),
    height: px(Math.max(contentHeight, (shots.at(-1) ?? 0) + box.height)),
    rowOf: (index) => ({ source, top: px(shots[index] ?? 0) }),
  };
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
