import type { Worker } from '@playwright/test';

/** Between two screenshots: as little as the quota allows (A-2/s), or a fixed time. */
export type Pace = 'quota' | 600;

export interface AnchorRun {
  /** From the start to the joined picture as PNG, ms. Nothing is hashed or stored. */
  ms: number;
  /** The screenshots alone, ms for each. */
  shotMs: number[];
}

/**
 * The anchors A-2/s and A-600 of performance.md: scroll, two frames, pictures decoded, `captureVisibleTab`, join. Runs in
 * the extension's own worker without a gesture, on a tab that a toolbar click has granted. The last two pictures
 * of A-2/s stay in the worker for `differingPixels`.
 */
export function scrollAndStitch(worker: Worker, tabId: number, pace: Pace): Promise<AnchorRun> {
  return worker.evaluate(runAnchor, { tabId, pace });
}

interface Place {
  width: number;
  height: number;
  total: number;
  top: number;
}

declare const chrome: {
  tabs: { captureVisibleTab: (options: { format: 'png' }) => Promise<string> };
  scripting: {
    executeScript: <Args extends unknown[], Result>(injection: {
      target: { tabId: number };
      func: (...args: Args) => Result;
      args: Args;
    }) => Promise<{ result: Awaited<Result> }[]>;
  };
};

/** Self-contained: this function's text is what runs in the worker. */
async function runAnchor({ tabId, pace }: { tabId: number; pace: Pace }): Promise<AnchorRun> {
  const WINDOW_MS = 1004;
  const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const goTo = async (top: number, unpin: boolean): Promise<Place> => {
    for (const element of unpin ? document.querySelectorAll<HTMLElement>('body *') : []) {
      const { position } = getComputedStyle(element);
      if (position === 'fixed') element.style.setProperty('visibility', 'hidden', 'important');
      if (position === 'sticky') element.style.setProperty('position', 'static', 'important');
    }
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const inView = ({ top: from, bottom }: DOMRect) => bottom > 0 && from < innerHeight;
    scrollTo({ top, behavior: 'instant' });
    await frame();
    await frame();
    const pictures = Array.from(document.images).filter((image) => inView(image.getBoundingClientRect()));
    await Promise.all(pictures.map((image) => image.decode().catch(() => undefined)));
    await frame();
    await frame();
    const { clientWidth, scrollHeight } = document.documentElement;
    return { width: clientWidth, height: innerHeight, total: scrollHeight, top: scrollY };
  };
  await sleep(WINDOW_MS + 100); // What was photographed before must not count against the quota of this run.
  const start = performance.now();
  const shotMs: number[] = [];
  const tiles: { top: number; blob: Blob }[] = [];
  let windowStart = Number.NEGATIVE_INFINITY;
  let place: Place | undefined;
  for (let index = 0; !place || place.top + place.height < place.total - 1; index += 1) {
    const top = index * (place?.height ?? 0);
    const [arrived] = await chrome.scripting.executeScript({ target: { tabId }, func: goTo, args: [top, index === 1] });
    if (!arrived) throw new Error('The page is gone');
    place = arrived.result;
    if (pace !== 'quota') await sleep(pace);
    else if (index % 2 === 0) {
      await sleep(Math.max(0, windowStart + WINDOW_MS - performance.now()));
      windowStart = performance.now();
    }
    const asked = performance.now();
    const picture = await chrome.tabs.captureVisibleTab({ format: 'png' });
    shotMs.push(performance.now() - asked);
    tiles.push({ top: place.top, blob: await (await fetch(picture)).blob() });
  }
  const canvas = new OffscreenCanvas(place.width, place.total);
  const context = canvas.getContext('2d', { alpha: false });
  for (const { top, blob } of tiles) context?.drawImage(await createImageBitmap(blob), 0, top);
  const stitched = tiles.length > 1 ? await canvas.convertToBlob({ type: 'image/png' }) : tiles[0]?.blob;
  const ms = performance.now() - start;
  const kept = globalThis as { benchPicture?: Blob | undefined; benchPictureBefore?: Blob | undefined };
  if (pace === 'quota') [kept.benchPictureBefore, kept.benchPicture] = [kept.benchPicture, stitched];
  return { ms, shotMs };
}
