import { offsetOf } from './clip.ts';

/** A box of the page that can be walked from top to bottom. */
export interface Scroller {
  kind: 'window' | 'box';
  /** What scrolls; its document may be that of a same-origin frame. */
  element: Element;
  /** The visible part, in CSS pixels of the top window. */
  box: () => { left: number; top: number; width: number; height: number };
}

/** Less than this is not worth a second picture. */
const MIN_OVERFLOW = 40;
/** A box must show at least this share of the window to be what the page is about. */
const MIN_SHARE = 0.25;

/**
 * What has to be walked to see the whole page: the window when it scrolls, else the largest scrolling box, in same-origin
 * frames too. Null when everything is on one screen.
 */
export function findScroller(document: Document): Scroller | null {
  const root = document.scrollingElement ?? document.documentElement;
  if (root.scrollHeight > window.innerHeight + 1 && canScroll(root)) return windowScroller(root);
  return largestBox(document);
}

/** The page's own root scrolls unless its style forbids it. */
function canScroll(root: Element): boolean {
  return getComputedStyle(root).overflowY !== 'hidden';
}

function windowScroller(root: Element): Scroller {
  return {
    kind: 'window',
    element: root,
    // The scroll bar moves from screen to screen and would leave a broken line in the joined picture.
    box: () => ({ left: 0, top: 0, width: root.clientWidth, height: window.innerHeight }),
  };
}

function largestBox(document: Document): Scroller | null {
  let best: { element: Element; area: number } | null = null;
  for (const element of scrollingElements(document)) {
    const { width, height } = boxInTopWindow(element);
    const area = width * height;
    if (area > (best?.area ?? window.innerWidth * window.innerHeight * MIN_SHARE)) best = { element, area };
  }
  return best && scrollerOf(best.element);
}

/** A scroller for one given element. */
export function scrollerOf(element: Element): Scroller {
  return { kind: 'box', element, box: () => boxInTopWindow(element) };
}

/** Every box that scrolls up and down, in same-origin frames too. */
export function scrollingElements(document: Document): Element[] {
  const here = Array.from(document.querySelectorAll('body, body *')).filter(isScrollingBox);
  const frames = Array.from(document.querySelectorAll('iframe'), (frame) => frame.contentDocument);
  return [...here, ...frames.flatMap((inner) => (inner ? [...rootOf(inner), ...scrollingElements(inner)] : []))];
}

function rootOf(document: Document): Element[] {
  const root = document.scrollingElement;
  return root && root.scrollHeight > root.clientHeight + MIN_OVERFLOW ? [root] : [];
}

function isScrollingBox(element: Element): boolean {
  if (element.scrollHeight <= element.clientHeight + MIN_OVERFLOW || element.clientHeight === 0) return false;
  return /auto|scroll|overlay/.test(getComputedStyle(element).overflowY);
}

/** The content box of an element in the coordinates of the top window, whatever frames are between. */
function boxInTopWindow(element: Element): { left: number; top: number; width: number; height: number } {
  const frame = frameOffset(element.ownerDocument);
  const own = element === element.ownerDocument.scrollingElement ? { left: 0, top: 0 } : offsetOf(element);
  const { clientWidth: width, clientHeight: height } = element;
  return { left: frame.left + own.left, top: frame.top + own.top, width, height };
}

/** Where the window of a document stands in the top window: nowhere else, but for same-origin frames. */
export function frameOffset(document: Document): { left: number; top: number } {
  let left = 0;
  let top = 0;
  for (let view = document.defaultView; view?.frameElement; view = view.parent as typeof view) {
    const frame = offsetOf(view.frameElement);
    left += frame.left;
    top += frame.top;
  }
  return { left, top };
}

/** Scrolls at once, whatever `scroll-behavior` the page has set. */
export function scrollToTop(element: Element, top: number): void {
  element.scrollTo({ top, behavior: 'instant' });
}
