import { normalizeSpace } from '../shared/text.ts';
import { frameBody } from './tree.ts';
import { isHiddenByAttribute, visibility } from './visibility.ts';

/** Text of one element run inside a line. */
export interface Segment {
  text: string;
  /** White space stood before it, so joining needs a space. */
  spaced: boolean;
  element: Element;
}

/** Text that stands together: what one block element holds between breaks. */
export interface Line {
  segments: Segment[];
  text: string;
  /** The block element that the line belongs to. */
  block: Element;
}

/** Browsers stop nesting at 512; a deeper document is an attack on whoever walks it. */
const MAX_DEPTH = 1000;
const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'NOSCRIPT',
  'TEMPLATE',
  'HEAD',
  'SVG',
  'TEXTAREA',
  'SELECT',
  'OBJECT',
  'CANVAS',
  'DEL',
  'S',
  'STRIKE',
]);
const INLINE = new Set(
  'A ABBR ACRONYM B BDI BDO BIG BUTTON CITE CODE DATA DEL DFN EM FONT I IMG INPUT INS KBD LABEL MARK Q S SAMP SLOT SMALL SPAN STRIKE STRONG SUB SUP TIME TT U VAR WBR'.split(
    ' ',
  ),
);

/**
 * Reads a document as lines of text the way a person sees them, but without layout, so that it works the same in a saved
 * page and the live page. Walks open shadow roots and same-origin frames; leaves out scripts, form drafts and what is
 * hidden. Never changes the page.
 * @param skip elements to leave out with everything below them.
 */
export function readLines(root: Document | Element, skip: (element: Element) => boolean = () => false): Line[] {
  const walker = new LineWalker(skip);
  const start = 'body' in root ? (root.body ?? root.documentElement) : root;
  if (start) walker.element(start, start);
  return walker.finish();
}

class LineWalker {
  private readonly lines: Line[] = [];
  private segments: Segment[] = [];
  private block: Element | null = null;
  private spaced = false;
  private readonly isShown = visibility();
  private readonly skip: (element: Element) => boolean;

  constructor(skip: (element: Element) => boolean) {
    this.skip = skip;
  }

  finish(): Line[] {
    this.breakLine();
    return this.lines;
  }

  element(element: Element, block: Element, depth = 0): void {
    if (depth > MAX_DEPTH || isLeftOut(element) || this.skip(element)) return;
    if (element.tagName === 'BR') {
      this.breakLine();
      return;
    }
    const isBlock = !INLINE.has(element.tagName);
    const inner = isBlock ? element : block;
    if (isBlock) this.breakLine();
    const frame = frameBody(element);
    if (frame) this.element(frame, frame, depth + 1);
    this.nodes(childNodesSeen(element), element, inner, depth + 1);
    if (isBlock) this.breakLine();
  }

  /** Frameworks leave comments inside a run of text; they part nothing. */
  private nodes(nodes: Iterable<Node>, element: Element, block: Element, depth: number): void {
    let text = '';
    for (const child of nodes) {
      if (child.nodeType === 3) text += child.nodeValue ?? '';
      if (child.nodeType !== 1) continue;
      this.text(text, element, block);
      text = '';
      this.element(child as Element, block, depth);
    }
    this.text(text, element, block);
  }

  private text(raw: string, element: Element, block: Element): void {
    if (element.tagName !== 'PRE' || !raw.includes('\n')) {
      this.append(raw, element, block);
      return;
    }
    for (const [index, part] of raw.split('\n').entries()) {
      if (index > 0) this.breakLine();
      this.append(part, element, block);
    }
  }

  private append(raw: string, element: Element, block: Element): void {
    const text = normalizeSpace(raw);
    if (!text || !this.isShown(element)) {
      this.spaced ||= /\s/u.test(raw);
      return;
    }
    this.segments.push({ text, spaced: this.spaced || /^\s/u.test(raw), element });
    this.spaced = /\s$/u.test(raw);
    this.block = block;
  }

  private breakLine(): void {
    this.spaced = false;
    if (this.segments.length === 0 || !this.block) return;
    this.lines.push({ segments: this.segments, text: joinSegments(this.segments), block: this.block });
    this.segments = [];
  }
}

/** The words of a run of segments, with spaces only where the page has white space. */
export function joinSegments(segments: readonly Segment[]): string {
  return segments.map(({ text, spaced }, index) => (spaced && index > 0 ? ` ${text}` : text)).join('');
}

/** What is rendered below an element: its open shadow tree instead of its children, and the nodes assigned to a slot. */
function childNodesSeen(element: Element): Iterable<Node> {
  if (element.shadowRoot) return element.shadowRoot.childNodes;
  if (element.tagName === 'DETAILS' && !element.hasAttribute('open'))
    return element.querySelectorAll(':scope > summary');
  const assigned = element.tagName === 'SLOT' ? (element as HTMLSlotElement).assignedNodes({ flatten: true }) : [];
  return assigned.length > 0 ? assigned : element.childNodes;
}

function isLeftOut(element: Element): boolean {
  return SKIPPED.has(element.tagName.toUpperCase()) || isHiddenByAttribute(element);
}

/** The documents a page consists of: itself and, recursively, its same-origin frames. */
export function pageDocuments(document: Document): Document[] {
  const inner = Array.from(document.querySelectorAll('iframe, frame'), (frame) => frameBody(frame)?.ownerDocument);
  return [document, ...inner.flatMap((frame) => (frame ? pageDocuments(frame) : []))];
}
