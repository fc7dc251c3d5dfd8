import type { PageEnvironment } from '../evidence/page-capture.ts';
import { pageDocuments } from '../reading/lines.ts';

/**
 * The browser as the page sees it, for the record of a capture.
 * @param zoom of the tab, which the page cannot see.
 */
export function readEnvironment(zoom: number | null): PageEnvironment {
  return {
    userAgent: navigator.userAgent,
    languages: [...navigator.languages],
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    utcOffset: -new Date().getTimezoneOffset(),
    zoom,
    screen: { width: screen.width, height: screen.height },
    viewport: { width: window.innerWidth, height: window.innerHeight },
    devicePixelRatio: window.devicePixelRatio,
    referrer: document.referrer,
  };
}

/** Everything that can be read on the page, frames of the same site and open shadow trees included. */
export function visibleText(): string {
  return pageDocuments(document)
    .map((part) => [part.body?.innerText ?? '', ...shadowTexts(part)].join('\n'))
    .join('\n\n')
    .trim();
}

function shadowTexts(root: ParentNode): string[] {
  return Array.from(root.querySelectorAll('*')).flatMap(({ shadowRoot }) => {
    if (!shadowRoot) return [];
    const own = Array.from(shadowRoot.children, (child) => (child instanceof HTMLElement ? child.innerText : ''));
    return [...own, ...shadowTexts(shadowRoot)];
  });
}
