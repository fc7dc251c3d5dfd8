import type { ScreenText, TextBox } from '../evidence/types.ts';
import { normalizeSpace } from '../shared/text.ts';
import { clipper, intersect, isEmpty, offsetOf, type Rect, rectOf } from './clip.ts';
import { lineTexts } from './line-texts.ts';

/** A screen with more text is no screen of a page; and no screen may cost more time than this. */
const MAX_BOXES = 8000;
const MAX_MS = 500;
const MAX_TEXT = 2000;
/** Fields whose words nobody can read on the screen. */
const UNREADABLE = new Set(['hidden', 'password', 'checkbox', 'radio', 'file', 'range', 'color', 'image']);

/**
 * Where the words on the screen are: text, what stands in fields, open shadow trees and frames of the same site, each clipped
 * to what can be seen of it. What lies under something else counts as seen. Only measures; a screen takes a few milliseconds.
 */
export function textBoxes(view: Window & typeof globalThis): ScreenText {
  const screen = { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight };
  const walk = new TextWalk(performance.now() + MAX_MS);
  walk.tree(view.document, screen, { left: 0, top: 0 });
  const { boxes, complete } = walk;
  return { boxes, complete };
}

class TextWalk {
  readonly boxes: TextBox[] = [];
  complete = true;
  private readonly until: number;

  constructor(until: number) {
    this.until = until;
  }

  /**
   * @param seen what can be seen of the tree's window, in its own coordinates.
   * @param offset from there to the screen.
   */
  tree(root: Document | ShadowRoot, seen: Rect, offset: { left: number; top: number }): void {
    const document = root.ownerDocument ?? (root as Document);
    const clip = clipper(seen);
    const range = document.createRange();
    const nodes = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node && this.mayGoOn(); node = nodes.nextNode()) {
      if (node.nodeType === Node.TEXT_NODE) this.text(node as Text, range, seen, clip, offset);
      else this.element(node as Element, seen, clip, offset);
    }
  }

  private mayGoOn(): boolean {
    this.complete &&= this.boxes.length < MAX_BOXES && performance.now() < this.until;
    return this.complete;
  }

  private text(node: Text, range: Range, seen: Rect, clip: Clip, offset: Offset): void {
    const parent = node.parentElement ?? (node.parentNode as ShadowRoot | null)?.host;
    if (!parent || !/\S/.test(node.data)) return;
    range.selectNodeContents(node);
    if (isEmpty(intersect(rectOf(range.getBoundingClientRect()), seen)) || !isShown(parent)) return;
    const visible = clip(parent);
    const isSeen = (rect: Rect) => !isEmpty(intersect(rect, visible));
    for (const { rect, text } of lineTexts(node, range, isSeen)) this.add(intersect(rect, visible), text, offset);
  }

  private element(element: Element, seen: Rect, clip: Clip, offset: Offset): void {
    if (element.shadowRoot) this.tree(element.shadowRoot, seen, offset);
    const inner = element.tagName === 'IFRAME' ? (element as HTMLIFrameElement).contentDocument : null;
    const words = inner ? '' : fieldText(element);
    if (!inner && !words) return;
    const rect = rectOf(element.getBoundingClientRect());
    const visible = intersect(rect, clip(element));
    if (isEmpty(visible) || !isShown(element)) return;
    if (inner) this.frame(element, inner, visible, offset);
    else this.add(visible, words, offset);
  }

  private frame(frame: Element, inner: Document, visible: Rect, { left, top }: Offset): void {
    const start = offsetOf(frame);
    const seen = {
      left: Math.max(0, visible.left - start.left),
      top: Math.max(0, visible.top - start.top),
      right: visible.right - start.left,
      bottom: visible.bottom - start.top,
    };
    this.tree(inner, seen, { left: left + start.left, top: top + start.top });
  }

  private add(rect: Rect, words: string, { left, top }: Offset): void {
    const text = normalizeSpace(words).slice(0, MAX_TEXT);
    if (isEmpty(rect) || text === '') return;
    const [x, y] = [round(rect.left + left), round(rect.top + top)];
    this.boxes.push([x, y, round(rect.right - rect.left), round(rect.bottom - rect.top), text]);
  }
}

type Offset = { left: number; top: number };
type Clip = ReturnType<typeof clipper>;

/** What a person reads in a field: its value, the chosen option, or the hint while it is empty. */
function fieldText(element: Element): string {
  if (element.tagName === 'SELECT') return (element as HTMLSelectElement).selectedOptions[0]?.text ?? '';
  if (element.tagName !== 'INPUT' && element.tagName !== 'TEXTAREA') return '';
  const { type, value, placeholder } = element as HTMLInputElement;
  return UNREADABLE.has(type) ? '' : value || placeholder;
}

function isShown(element: Element): boolean {
  return element.checkVisibility?.({ visibilityProperty: true, opacityProperty: true }) ?? true;
}

/** A tenth of a pixel is more than anybody can see. */
function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
