import { pageDocuments } from '../reading/lines.ts';
import { animationsEnded } from './animations.ts';

/** Slow pictures are waited for this long on each screen; then the capture goes on and says so. */
const PICTURE_PATIENCE_MS = 1500;
/** A tab that is not painted gets no animation frames; it must not hang the capture. */
const FRAME_PATIENCE_MS = 500;

/**
 * Waits until a screen stands still: drawn, what moves to an end at its end, its pictures there.
 * @returns false when some pictures were still missing after the patience ran out.
 */
export async function settled(): Promise<boolean> {
  await nextPaint();
  await animationsEnded(document);
  return picturesLoaded();
}

/** Waits for two animation frames, so that what was changed is on the screen. */
export async function nextPaint(): Promise<void> {
  await nextFrame();
  await nextFrame();
}

/** Waits for one animation frame. */
export function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, FRAME_PATIENCE_MS);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}

/**
 * Waits until pictures are loaded and decoded, lazy ones too; those on the screen unless told otherwise.
 * @returns false when some were still missing after the patience ran out.
 */
export async function picturesLoaded(pictures = picturesInView): Promise<boolean> {
  const until = performance.now() + PICTURE_PATIENCE_MS;
  while (pictures().some(isPending)) {
    if (performance.now() > until) return false;
    await nextFrame();
  }
  const seen = pictures();
  await Promise.all(seen.map((image) => image.decode().catch(() => undefined))); // A broken picture is shown as broken.
  // What has been decoded is drawn later: a picture seen for the first time is not on the screen before two frames.
  if (seen.some((image) => !drawn.has(image))) await nextPaint();
  for (const image of seen) drawn.add(image);
  return true;
}

const drawn = new WeakSet<HTMLImageElement>();

/** The pictures that the window shows now, in same-origin frames too. */
export function picturesInView(): HTMLImageElement[] {
  return pageDocuments(document)
    .flatMap((part) => Array.from(part.images))
    .filter((image) => {
      const { top, bottom, width } = image.getBoundingClientRect();
      return width > 0 && bottom > 0 && top < window.innerHeight;
    });
}

/** Not loaded yet, or still a placeholder that the page will exchange when it is seen. */
function isPending(image: HTMLImageElement): boolean {
  const placeholder = image.dataset.src !== undefined && !image.currentSrc;
  return !image.complete || placeholder;
}
