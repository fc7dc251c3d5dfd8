/** Edges in CSS pixels of a window. */
export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The edges of what the browser measured. */
export function rectOf({ left, top, right, bottom }: DOMRect): Rect {
  return { left, top, right, bottom };
}

/** What two boxes have in common; empty when nothing. */
export function intersect(a: Rect, b: Rect): Rect {
  return {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
}

/** True for a box without area. */
export function isEmpty({ left, top, right, bottom }: Rect): boolean {
  return right <= left || bottom <= top;
}

/** Where the content of a box begins, inside its border, in the window that it stands in. */
export function offsetOf(box: Element): { left: number; top: number } {
  const { left, top } = box.getBoundingClientRect();
  return { left: left + box.clientLeft, top: top + box.clientTop };
}

/**
 * Makes a function that tells which part of the window an element can be seen in: the boxes around it that scroll or cut off
 * are taken into account, as far as they hold it (a fixed or absolute box leaves those it is not laid out in). In doubt it says
 * too much, never too little.
 * @param seen what can be seen of the window.
 */
export function clipper(seen: Rect): (element: Element) => Rect {
  const known = new Map<Element, Rect>();
  const inside = (element: Element): Rect => {
    const before = known.get(element);
    if (before) return before;
    const style = getComputedStyle(element);
    const around = aroundOf(element, style);
    const outer = around ? inside(around) : seen;
    const clip = isCutting(element, style) ? intersect(outer, paddingBox(element)) : outer;
    known.set(element, clip);
    return clip;
  };
  return inside;
}

/** The element in whose box another one is laid out; null for those that only the window holds. */
function aroundOf(element: Element, { position }: CSSStyleDeclaration): Element | null {
  if (position === 'fixed') return null;
  if (position === 'absolute' && 'offsetParent' in element) return (element as HTMLElement).offsetParent;
  const root = element.parentNode;
  return element.assignedSlot ?? element.parentElement ?? (root && 'host' in root ? (root as ShadowRoot).host : null);
}

/** What the page itself cuts off is cut off by the window. */
function isCutting({ tagName }: Element, { display, overflowX, overflowY }: CSSStyleDeclaration): boolean {
  if (tagName === 'HTML' || tagName === 'BODY' || display === 'inline' || display === 'contents') return false;
  return overflowX !== 'visible' || overflowY !== 'visible';
}

function paddingBox(element: Element): Rect {
  const { left, top } = offsetOf(element);
  return { left, top, right: left + element.clientWidth, bottom: top + element.clientHeight };
}
