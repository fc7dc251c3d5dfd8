import { pageDocuments } from '../reading/lines.ts';
import { frameDocument } from '../reading/tree.ts';

/** The innermost element at a point of the window: inside open shadow trees and frames of the same origin, too. */
export function elementAt(root: Document | ShadowRoot, x: number, y: number): Element | null {
  const element = root.elementFromPoint(x, y);
  if (!element) return null;
  if (element.shadowRoot) {
    const inner = elementAt(element.shadowRoot, x, y);
    if (inner && inner !== element) return inner;
  }
  const frame = frameDocument(element);
  if (!frame) return element;
  const { left, top } = element.getBoundingClientRect();
  return elementAt(frame, x - left - element.clientLeft, y - top - element.clientTop) ?? element;
}

/** Where an element is in the window, whatever frames it stands in. */
export function boxInWindow(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  const frame = element.ownerDocument.defaultView?.frameElement;
  if (!frame) return box;
  const outer = boxInWindow(frame);
  return new DOMRect(box.x + outer.x + frame.clientLeft, box.y + outer.y + frame.clientTop, box.width, box.height);
}

/** Every element with words of its own that can be seen, in the order of the page. */
export function elementsWithText(document: Document): Element[] {
  return pageDocuments(document)
    .flatMap((part) => (part.body ? elementsBelow(part.body) : []))
    .filter((element) => hasOwnText(element) && isSeen(element));
}

function elementsBelow(root: Element | ShadowRoot): Element[] {
  return Array.from(root.querySelectorAll('*')).flatMap((element) =>
    element.shadowRoot ? [element, ...elementsBelow(element.shadowRoot)] : [element],
  );
}

function hasOwnText({ tagName, childNodes }: Element): boolean {
  if (/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(tagName)) return false;
  return Array.from(childNodes).some(({ nodeType, nodeValue }) => nodeType === 3 && /\S/u.test(nodeValue ?? ''));
}

function isSeen(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility?.({ visibilityProperty: true }) !== false;
}
