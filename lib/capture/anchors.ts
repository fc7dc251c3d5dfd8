import { frameOffset, type Scroller } from './scroller.ts';

/** Shares of the walked box at which the page is remembered. */
const COLUMNS = [0.2, 0.5, 0.8];
const ROWS = [0.15, 0.5, 0.85];
/** Rounding of layouts at odd zooms; less is no movement that anybody sees. */
const TOLERANCE_PX = 2;

/** Enough of a text to tell rows of a list from each other. */
const MAX_WORDS = 200;
const DRAWN = { contentVisibilityAuto: true, opacityProperty: true, visibilityProperty: true };

interface Anchor {
  element: Element;
  words: string;
  /** From the top of everything that is walked, CSS pixels. */
  offset: number;
}

/**
 * Remembers where things on the walked screens stand, so that a page whose content moves while it is photographed is found
 * out: its joined picture would show lines twice or not at all.
 */
export class Anchors {
  private readonly scroller: Scroller;
  private readonly known: Anchor[] = [];

  constructor(scroller: Scroller) {
    this.scroller = scroller;
  }

  /** Remembers what is on the screen now. */
  note(): void {
    const { left, top, width, height } = this.scroller.box();
    const { ownerDocument: document } = this.scroller.element;
    const frame = frameOffset(document);
    for (const column of COLUMNS) {
      for (const row of ROWS) {
        const element = document.elementFromPoint(left - frame.left + column * width, top - frame.top + row * height);
        if (element && isInFlow(element, this.scroller.element)) {
          this.known.push({ element, words: wordsOf(element), offset: this.offsetOf(element) });
        }
      }
    }
  }

  /**
   * Is all of it still drawn, and the same, where the page is not looked at? A page that takes away what has left the window
   * (lists that recycle their rows, blocks that fade out) is not. What moves is compared with where it stands now.
   */
  areThere(): boolean {
    return this.known.every((anchor) => {
      const { element, words } = anchor;
      anchor.offset = this.offsetOf(element);
      return element.isConnected && element.checkVisibility(DRAWN) && wordsOf(element) === words;
    });
  }

  /** Has anything moved since it was photographed? What the page has drawn anew cannot be compared. */
  haveMoved(): boolean {
    return this.known.some(
      ({ element, offset }) => element.isConnected && Math.abs(this.offsetOf(element) - offset) > TOLERANCE_PX,
    );
  }

  private offsetOf(element: Element): number {
    return element.getBoundingClientRect().top + this.scroller.element.scrollTop;
  }
}

/** Without numbers: those of a countdown run on. */
function wordsOf({ textContent }: Element): string {
  return textContent.slice(0, MAX_WORDS).replaceAll(/\d/g, '');
}

/** Does it scroll with the page, and have a place of its own? */
function isInFlow(element: Element, root: Element): boolean {
  if (element === root || !root.contains(element)) return false;
  for (let part: Element | null = element; part && part !== root; part = part.parentElement) {
    if (/fixed|sticky/.test(getComputedStyle(part).position)) return false;
  }
  return true;
}
