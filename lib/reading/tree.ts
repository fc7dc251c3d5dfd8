/** Where an element hangs: its parent, or the host of the open shadow tree whose top it is. */
export function parentOf(element: Element): Element | null {
  return element.parentElement ?? hostOf(element.parentNode);
}

/** The host when a node is a shadow root; links have a `host` too, which is none. */
function hostOf(node: Node | null): Element | null {
  return node?.nodeType === 11 ? ((node as Partial<ShadowRoot>).host ?? null) : null;
}

/** The nearest box around an element that matches, across the borders of open shadow trees. */
export function closestOf(element: Element, selector: string): Element | null {
  let box: Element | null = element;
  while (box && !box.matches(selector)) box = parentOf(box);
  return box;
}

/** Contains, across the borders of open shadow trees. */
export function isWithin(box: Element, element: Element): boolean {
  return box.contains(element) || hostsOf(element).some((host) => box.contains(host));
}

/** The hosts of the shadow trees around an element, the nearest first. */
function hostsOf(element: Element): Element[] {
  const hosts: Element[] = [];
  for (let host = hostOf(element.getRootNode()); host; host = hostOf(host.getRootNode())) hosts.push(host);
  return hosts;
}

/** True when `later` comes behind `earlier` or stands in it; what hangs in a shadow tree stands where its host stands. */
export function follows(earlier: Element, later: Element): boolean {
  const root = earlier.getRootNode();
  const here = [later, ...hostsOf(later)].find((element) => element.getRootNode() === root);
  return here !== undefined && (earlier.compareDocumentPosition(here) & 4) !== 0; // FOLLOWING
}

type Tree = Document | ShadowRoot | Element;

/** A tree with the open shadow trees in it, in any depth. */
function treesIn(tree: Tree): Tree[] {
  const trees = [tree];
  for (const one of trees) {
    if ('shadowRoot' in one && one.shadowRoot) trees.push(one.shadowRoot);
    for (const { shadowRoot } of one.querySelectorAll('*')) if (shadowRoot) trees.push(shadowRoot);
  }
  return trees;
}

/** The elements in a box that match, open shadow trees included. */
export function queryDeep(box: Element, selector: string): Element[] {
  return treesIn(box).flatMap((tree) => Array.from(tree.querySelectorAll(selector)));
}

/** The trees that a page consists of: its document, frames of the same origin, and the open shadow trees in both. */
export function pageTrees(document: Document): (Document | ShadowRoot)[] {
  const trees = treesIn(document) as (Document | ShadowRoot)[];
  const frames = trees.flatMap((tree) => Array.from(tree.querySelectorAll('iframe, frame'), frameBody));
  return [...trees, ...frames.flatMap((body) => (body ? pageTrees(body.ownerDocument) : []))];
}

/** The body of a same-origin frame; null for other elements and for frames of other origins. */
export function frameBody(element: Element): Element | null {
  return frameDocument(element)?.body ?? null;
}

/** The document in a same-origin frame; null for other elements and for frames of other origins. */
export function frameDocument(element: Element): Document | null {
  if (element.tagName !== 'IFRAME' && element.tagName !== 'FRAME') return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null; // Another origin: the browser says so by throwing.
  }
}
