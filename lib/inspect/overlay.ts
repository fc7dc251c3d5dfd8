import { truncate } from '../shared/text.ts';
import { boxInWindow } from './element-at.ts';
import type { PickWords } from './page-tools.ts';

const ON_TOP = '2147483647';
const SHOWN_LENGTH = 60;

/**
 * What the picker draws over a page: a veil that catches every click, a frame around the element in question, and a line of
 * words. It stands in a closed shadow tree, so that neither side's styles and scripts reach the other's; the page is as
 * before once it is removed.
 */
export class PickOverlay {
  private readonly host: HTMLElement;
  private readonly veil: HTMLElement;
  private readonly frame: HTMLElement;
  private readonly current: HTMLElement;

  constructor(document: Document, words: PickWords) {
    this.host = styled(
      document,
      'all:initial;position:fixed;inset:0;margin:0;border:0;padding:0;width:auto;height:auto;background:none;pointer-events:none',
    );
    this.host.style.zIndex = ON_TOP;
    this.veil = styled(document, 'position:fixed;inset:0;cursor:crosshair;pointer-events:auto;outline:none');
    this.frame = styled(
      document,
      'position:fixed;display:none;box-sizing:border-box;border:2px solid #1f5f5b;border-radius:4px;background:rgb(31 95 91 / 12%);box-shadow:0 0 0 2px #fff',
    );
    const bar = styled(
      document,
      'position:fixed;top:8px;left:50%;transform:translateX(-50%);width:max-content;max-width:calc(100vw - 32px);padding:10px 16px;border-radius:10px;background:#1f5f5b;color:#fff;box-shadow:0 2px 12px rgb(0 0 0 / 30%);font:14px/1.5 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif',
    );
    this.current = styled(document, 'min-height:1.5em;opacity:.9;font-size:13px');
    this.current.setAttribute('role', 'status');
    const ask = styled(document, 'font-weight:600');
    ask.textContent = words.ask;
    const keys = styled(document, 'font-size:12px;opacity:.9');
    keys.textContent = words.keys;
    this.veil.tabIndex = 0;
    this.veil.setAttribute('role', 'application');
    this.veil.setAttribute('aria-label', `${words.ask} ${words.keys}`);
    bar.append(ask, this.current, keys);
    this.host.attachShadow({ mode: 'closed' }).append(this.veil, this.frame, bar);
  }

  /** Puts it on the page and takes the keyboard. The top layer is above every box of the page. */
  show(document: Document): void {
    document.documentElement.append(this.host);
    this.host.popover = 'manual';
    this.host.showPopover?.();
    this.veil.focus({ preventScroll: true });
  }

  /** Looks at the page as if the veil were not there. */
  through<Result>(look: () => Result): Result {
    this.veil.style.pointerEvents = 'none';
    try {
      return look();
    } finally {
      this.veil.style.pointerEvents = 'auto';
    }
  }

  /** Draws the frame around an element and says its words; null takes the frame away. */
  mark(element: Element | null, words: string): void {
    this.frame.style.display = element ? 'block' : 'none';
    this.current.textContent = truncate(words.replace(/\s+/gu, ' '), SHOWN_LENGTH);
    if (!element) return;
    const { left, top, width, height } = boxInWindow(element);
    const px = { left, top, width, height };
    for (const [name, value] of Object.entries(px)) this.frame.style.setProperty(name, `${value}px`);
  }

  remove(): void {
    this.host.remove();
  }
}

function styled(document: Document, css: string): HTMLElement {
  const element = document.createElement('div');
  element.style.cssText = css;
  return element;
}
