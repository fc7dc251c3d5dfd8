import type { PictureGap } from '../evidence/chat/types.ts';

/** Larger ones are not sent through the browser's messages; the frames show them. */
const MAX_BYTES = 20_000_000;
/** A picture that the page shows is in the browser's cache; what takes longer is not. */
const PATIENCE_MS = 5000;

export type ReadPicture = { picture: Blob } | { why: PictureGap };

/**
 * The address of the best version of a picture that the page has loaded by itself: the one a link or an attribute of the
 * page names as the original if the page has shown that too, else the one on the screen. Empty when nothing is loaded.
 */
export function loadedAddress(image: HTMLImageElement): string {
  const shown = image.complete && image.naturalWidth > 0 ? image.currentSrc || image.src : '';
  const { href = '' } = image.closest('a') ?? {};
  const { original = '', preview = '', src = '' } = image.dataset;
  const better = [href, original, preview, src].filter(Boolean).map((address) => absolute(image, address));
  return better.find((address) => address !== shown && wasLoaded(image, address)) ?? shown;
}

/**
 * The bytes of a picture that the page shows. They come out of the browser's cache: only addresses that the page has loaded
 * are asked for, and no server is asked anything that it has not answered to the page already.
 */
export async function readLoadedPicture(address: string): Promise<ReadPicture> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const answer = await fetch(address, { cache: 'force-cache', credentials: 'omit', signal });
    const picture = await answer.blob();
    if (!answer.ok || !picture.type.startsWith('image/')) return { why: 'notReadable' };
    return picture.size > MAX_BYTES ? { why: 'tooLarge' } : { picture };
  } catch {
    return { why: 'notReadable' }; // Its host does not let scripts read it.
  }
}

function absolute(image: HTMLImageElement, address: string): string {
  return URL.parse(address, image.ownerDocument.baseURI)?.href ?? '';
}

function wasLoaded({ ownerDocument }: HTMLImageElement, address: string): boolean {
  const entries = ownerDocument.defaultView?.performance.getEntriesByName(address, 'resource') ?? [];
  return entries.some((entry) => (entry as PerformanceResourceTiming).initiatorType === 'img');
}
