/** What a capture could leave changed in a page: scrolling, focus, and the style of every element but our own. Runs there. */
export function pageState() {
  return {
    scrollY,
    focused: document.activeElement?.tagName,
    styles: Array.from(document.querySelectorAll(':not(dispute-dossier-toast)'), (element) =>
      element.getAttribute('style'),
    ).join('\n'),
  };
}
