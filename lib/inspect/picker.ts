import { elementAt, elementsWithText } from './element-at.ts';
import { PickOverlay } from './overlay.ts';
import type { PickedElement, PickWords } from './page-tools.ts';
import { pickedText } from './picked-text.ts';

/** Everything a pointer can do. None of it may reach the page: a click on “agree to the refund” would be one. */
const SWALLOWED = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
  'touchstart',
  'touchend',
  'keyup',
  'keypress',
] as const;
const NEXT = new Set(['ArrowDown', 'ArrowRight', 'Tab']);
const BACK = new Set(['ArrowUp', 'ArrowLeft']);
const CHOOSE = new Set(['Enter', ' ']);

/**
 * Lets the user point at an element of the page, by pointer or by keys: arrows or Tab go from text to text, Enter chooses,
 * Escape gives up. The page hears nothing of it and is left as it was.
 */
export class Picker {
  private readonly document: Document;
  private readonly overlay: PickOverlay;
  private readonly listening = new AbortController();
  private readonly focusBefore: Element | null;
  private element: Element | null = null;
  private finish: (picked: PickedElement | null) => void = () => undefined;

  constructor(document: Document, words: PickWords) {
    this.document = document;
    this.overlay = new PickOverlay(document, words);
    this.focusBefore = document.activeElement;
  }

  start(): Promise<PickedElement | null> {
    const window = this.document.defaultView ?? globalThis;
    const options = { capture: true, passive: false, signal: this.listening.signal };
    for (const type of SWALLOWED) window.addEventListener(type, (event) => this.swallow(event), options);
    window.addEventListener('pointermove', (event) => this.point(event as PointerEvent), options);
    window.addEventListener('keydown', (event) => this.key(event as KeyboardEvent), options);
    window.addEventListener('scroll', () => this.mark(this.element), options);
    this.overlay.show(this.document);
    return new Promise((resolve) => {
      this.finish = resolve;
    });
  }

  /** Gives up; nothing happens when something was chosen already. */
  cancel(): void {
    this.end(null);
  }

  private swallow(event: Event): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type !== 'click') return;
    this.point(event as MouseEvent);
    this.choose();
  }

  private point(event: MouseEvent): void {
    event.stopImmediatePropagation();
    this.mark(this.overlay.through(() => elementAt(this.document, event.clientX, event.clientY)));
  }

  private key(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') this.cancel();
    else if (CHOOSE.has(event.key)) this.choose();
    else if (NEXT.has(event.key)) this.step(event.shiftKey ? -1 : 1);
    else if (BACK.has(event.key)) this.step(-1);
  }

  private step(by: 1 | -1): void {
    const texts = elementsWithText(this.document);
    if (texts.length === 0) return;
    const at = this.element ? texts.indexOf(this.element) : -1;
    const from = at < 0 && by < 0 ? 0 : at;
    const next = texts[(from + by + texts.length) % texts.length] ?? null;
    next?.scrollIntoView({ block: 'center', behavior: 'instant' });
    this.mark(next);
  }

  private mark(element: Element | null): void {
    this.element = element;
    this.overlay.mark(element, element ? pickedText(element).text : '');
  }

  private choose(): void {
    if (this.element) this.end({ ...pickedText(this.element), url: this.document.location.href });
  }

  private end(picked: PickedElement | null): void {
    this.listening.abort();
    this.overlay.remove();
    if (this.focusBefore instanceof HTMLElement) this.focusBefore.focus({ preventScroll: true });
    this.finish(picked);
  }
}
