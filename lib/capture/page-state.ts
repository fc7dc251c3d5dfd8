/** Puts back what a capture changed; safe to call more than once. */
export type Restore = () => void;

/** Remembers where the page and every scrolled box in it stand. */
export function rememberScroll(elements: readonly Element[]): Restore {
  const positions = elements.map((element) => ({ element, left: element.scrollLeft, top: element.scrollTop }));
  return () => {
    for (const { element, left, top } of positions) element.scrollTo({ left, top, behavior: 'instant' });
  };
}

/**
 * Takes fixed and sticky boxes out of the way after the first screen, so that a header is in the picture once: fixed ones
 * become invisible, sticky ones stay where they belong in the flow.
 * @param within for a box that is walked: only what is inside it repeats.
 */
export function unpin(within: Element): Restore {
  const changed: { element: HTMLElement; style: string | null }[] = [];
  for (const element of within.querySelectorAll<HTMLElement>('*')) {
    const { position } = getComputedStyle(element);
    if (position !== 'fixed' && position !== 'sticky') continue;
    changed.push({ element, style: element.getAttribute('style') });
    const instead = position === 'fixed' ? { visibility: 'hidden' } : { position: 'relative', inset: 'auto' };
    for (const [name, value] of Object.entries({ ...instead, transition: 'none' })) {
      element.style.setProperty(name, value, 'important');
    }
  }
  return () => {
    for (const { element, style } of changed.splice(0)) {
      if (style === null) element.removeAttribute('style');
      else element.setAttribute('style', style);
    }
  };
}
