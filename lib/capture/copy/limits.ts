/** Elements and texts of a page that is copied; reading more of them blocks the page for seconds. */
const MAX_NODES = 60_000;
/** Characters of its texts and attributes. */
const MAX_CHARACTERS = 16_000_000;

/**
 * Would a copy of the page take too long, or too much memory? Counts until the answer is known, so that a page of any size
 * costs some milliseconds at most.
 */
export function isTooLarge(document: Document): boolean {
  const size = { nodes: 0, characters: 0 };
  return !isCounted(document, size);
}

type Size = { nodes: number; characters: number };

function isCounted(root: Document | ShadowRoot, size: Size): boolean {
  const walker = root.ownerDocument ?? (root as Document);
  const nodes = walker.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  for (let node = nodes.nextNode(); node; node = nodes.nextNode()) {
    size.nodes += 1;
    if (node.nodeType === Node.TEXT_NODE) size.characters += (node as Text).length;
    else if (!isElementCounted(node as Element, size)) return false;
    if (size.nodes > MAX_NODES || size.characters > MAX_CHARACTERS) return false;
  }
  return true;
}

function isElementCounted(element: Element, size: Size): boolean {
  for (const { value } of element.attributes) size.characters += value.length;
  const inner = 'contentDocument' in element ? (element as HTMLIFrameElement).contentDocument : null;
  return [element.shadowRoot, inner].every((root) => !root || isCounted(root, size));
}
