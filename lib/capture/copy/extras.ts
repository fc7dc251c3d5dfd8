import { type createMirror, stringifyStylesheet } from 'rrweb-snapshot';
import { addressesIn } from './css.ts';
import type { MissingList } from './missing.ts';
import { loadedIn, type Resources } from './resources.ts';
import { type CopyElement, type CopyNode, eachElement } from './tree.ts';

/** What an element holds now and neither its attributes nor its children tell. */
export interface Extra {
  checked?: boolean;
  value?: string;
  /** What an `img`, `canvas` or `video` shows, as a `data:` address; null when it could not be read. */
  picture?: string | null;
  /** Size on the screen in CSS pixels, for what stands in its place. */
  size?: { width: number; height: number };
  /** The document of a frame as HTML; null when the page itself may not read it. */
  frame?: string | null;
  /** Styles that scripts gave to the shadow tree of the element; for `html`, to its document. */
  styles?: string[];
  /** A style that is switched off. */
  disabled?: boolean;
}

export type Extras = ReadonlyMap<number, Extra>;

/** What the copies of a document and of its frames have in common. */
export interface Shared {
  resources: Resources;
  missing: MissingList;
  /** The copy of an inner document as HTML; null when it is too deep inside. */
  copyFrame: (document: Document) => Promise<string | null>;
}

type Mirror = ReturnType<typeof createMirror>;

/** Looks up in the live page what the tree of a document lacks. Changes nothing and asks no network. */
export async function gatherExtras(
  tree: CopyNode,
  mirror: Mirror,
  document: Document,
  shared: Shared,
): Promise<Extras> {
  const extras = new Map<number, Extra>();
  const work: Promise<void>[] = [];
  const inStyles = new Set<string>();
  eachElement(tree, (element) => {
    const live = mirror.getNode(element.id) as Element | null;
    if (!live) return;
    const extra = stateOf(element, live);
    extras.set(element.id, extra);
    work.push(addContent(element, live, extra, shared));
    for (const address of stylesOf(element, extra).flatMap((css) => addressesIn(css, document.baseURI)))
      inStyles.add(address);
    if (isStyleLeftOut(element, extra)) shared.missing.add('style', String(element.attributes.href ?? ''));
  });
  const isLoaded = loadedIn(document);
  work.push(...[...inStyles].filter(isLoaded).map((address) => addStyleResource(address, document, shared)));
  await Promise.all(work);
  return extras;
}

/** Form state is in no attribute once the user has touched the form. */
function stateOf({ tagName }: CopyElement, live: Element): Extra {
  const extra: Extra = {};
  if (tagName === 'input') {
    const { type, checked, value } = live as HTMLInputElement;
    extra.checked = checked;
    if (!['password', 'hidden', 'file'].includes(type)) extra.value = value;
  }
  if (tagName === 'textarea') extra.value = (live as HTMLTextAreaElement).value;
  if (tagName === 'style' || tagName === 'link') extra.disabled = sheetOf(live)?.disabled === true;
  const scope = tagName === 'html' ? live.ownerDocument : live.shadowRoot;
  if (scope) extra.styles = Array.from(scope.adoptedStyleSheets ?? [], (sheet) => stringifyStylesheet(sheet) ?? '');
  return extra;
}

function sheetOf(live: Element): StyleSheet | null {
  return (live as HTMLStyleElement | HTMLLinkElement).sheet;
}

async function addContent(element: CopyElement, live: Element, extra: Extra, shared: Shared): Promise<void> {
  if (element.tagName === 'iframe' || element.tagName === 'frame') {
    const inner = (live as HTMLIFrameElement).contentDocument;
    extra.frame = inner ? await shared.copyFrame(inner) : null;
    if (extra.frame === null)
      shared.missing.add('frame', String(element.attributes.rr_src ?? element.attributes.src ?? ''));
  } else if (element.tagName === 'object' || element.tagName === 'embed') {
    shared.missing.add('media', String(element.attributes.data ?? element.attributes.src ?? ''));
  } else if (['img', 'canvas', 'video'].includes(element.tagName)) {
    const { width, height } = live.getBoundingClientRect();
    extra.size = { width: Math.round(width), height: Math.round(height) };
    extra.picture = await pictureOf(live as HTMLImageElement, shared.resources);
    if (extra.picture === null && width * height > 0) addMissingPicture(live as HTMLImageElement, shared.missing);
  }
}

async function pictureOf(
  live: HTMLImageElement | HTMLCanvasElement | HTMLVideoElement,
  resources: Resources,
): Promise<string | null> {
  if ('videoWidth' in live) return resources.painted(live, live.videoWidth, live.videoHeight);
  if (!('naturalWidth' in live)) return resources.painted(live, live.width, live.height);
  const { currentSrc } = live;
  if (/^data:image\//i.test(currentSrc)) return resources.keep(currentSrc);
  const isOwn = currentSrc.startsWith(`${live.ownerDocument.defaultView?.location.origin}/`);
  const original = isOwn ? await resources.cached(currentSrc) : null;
  return original ?? (live.complete ? resources.painted(live, live.naturalWidth, live.naturalHeight) : null);
}

/** A picture that the page itself does not show is not missing in its copy. */
function addMissingPicture(live: HTMLImageElement | HTMLCanvasElement | HTMLVideoElement, missing: MissingList): void {
  if ('videoWidth' in live) missing.add('media', live.currentSrc);
  else if (!('naturalWidth' in live)) missing.add('picture', '');
  else if (live.naturalWidth > 0) missing.add('picture', live.currentSrc);
}

/** The styles in an element, and its attributes that name something to load. */
function stylesOf({ attributes }: CopyElement, { styles = [] }: Extra): string[] {
  const named = Object.values(attributes).filter((value) => typeof value === 'string' && value.includes('url('));
  return [...styles, ...named] as string[];
}

/** A linked style of another site that its page may not read: rrweb-snapshot leaves the link as it was. */
function isStyleLeftOut({ tagName, attributes }: CopyElement, { disabled }: Extra): boolean {
  return tagName === 'link' && /\bstylesheet\b/i.test(String(attributes.rel ?? '')) && !disabled;
}

async function addStyleResource(address: string, document: Document, shared: Shared): Promise<void> {
  const isOwn = address.startsWith(`${document.defaultView?.location.origin}/`);
  if (!(isOwn && (await shared.resources.cached(address)))) shared.missing.add('styleResource', address);
}
