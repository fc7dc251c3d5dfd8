import { parentOf } from './tree.ts';

/**
 * Makes a test for elements that the page's style shows. The live page knows; a saved page has no layout, so there the
 * style sheets are searched for what they hide. Looks at each document once: make a new one for each reading.
 */
export function visibility(): (element: Element) => boolean {
  const hidden = new Map<Document, Set<Element>>();
  return (element) => {
    if (typeof element.checkVisibility === 'function') return isRendered(element);
    const document = element.ownerDocument;
    const set = hidden.get(document) ?? hiddenByStyle(document);
    hidden.set(document, set);
    return !isInside(element, (current) => set.has(current) || isHiddenByAttribute(current));
  };
}

/** True for what its own attributes hide, which needs no style sheet to know. */
export function isHiddenByAttribute(element: Element): boolean {
  if (element.hasAttribute('hidden') || element.getAttribute('role') === 'tooltip') return true;
  if (element.tagName === 'DIALOG' && !element.hasAttribute('open')) return true;
  const style = element.getAttribute('style');
  return style !== null && /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(style);
}

/** An element with `display: contents` has no box of its own; its parent's counts. */
function isRendered(element: Element): boolean {
  if (element.checkVisibility({ visibilityProperty: true })) return true;
  const parent = parentOf(element);
  return parent !== null && getComputedStyle(element).display === 'contents' && isRendered(parent);
}

function isInside(element: Element, isHidden: (element: Element) => boolean): boolean {
  for (let current: Element | null = element; current; current = parentOf(current)) {
    if (isHidden(current)) return true;
  }
  return false;
}

/** What some rule hides and the cascade leaves hidden. */
function hiddenByStyle(document: Document): Set<Element> {
  const view = document.defaultView;
  const hidden = new Set<Element>();
  if (!view) return hidden;
  for (const rule of Array.from(document.styleSheets).flatMap((sheet) => Array.from(sheet.cssRules))) {
    if (!('selectorText' in rule) || !/display:\s*none|visibility:\s*hidden/.test(rule.cssText)) continue;
    for (const element of matching(document, (rule as CSSStyleRule).selectorText)) {
      const { display, visibility } = view.getComputedStyle(element);
      if (display === 'none' || visibility === 'hidden') hidden.add(element);
    }
  }
  return hidden;
}

function matching(document: Document, selector: string): Iterable<Element> {
  try {
    return document.querySelectorAll(selector);
  } catch {
    return []; // A selector that this parser does not know, such as `::-webkit-scrollbar`.
  }
}
