import type { ChatLine, OpenChat } from '../../../lib/marketplaces/adapter.ts';
import type { ChatMessage } from '../../../lib/marketplaces/types.ts';
import { formatIso } from '../../../lib/shared/time.ts';

const START = Date.UTC(2026, 8, 1);

export function message(text: string, minute: number): ChatMessage {
  const at = formatIso(START + minute * 60_000);
  return { at, party: 'buyer', sender: '测试买家', kind: 'text', text, images: [] };
}

export interface FakeChat {
  /** Oldest first. */
  said: ChatMessage[];
  /** Height of each message, in the same order. */
  heights: number[];
  /** Height of what is seen. */
  view: number;
  /** So far beyond the screen lines are in the document; farther off they are empty or gone. */
  spare: number;
  /** Messages that are loaded at a time, and how long that takes. */
  page: number;
  delay: number;
  /** What the page does when older messages come. */
  onOlder: 'keepsView' | 'staysAtTop' | 'anchoredAtEnd';
  /** Lines that the page never fills, by place. */
  empty?: ReadonlySet<number>;
}

/** A list of a chat that recycles its nodes and loads older messages at its top. It has a layout without a browser. */
export class FakeList {
  private readonly chat: FakeChat;
  /** Place of the oldest message that is loaded. */
  private first: number;
  private top = 0;
  private isLoading = false;
  readonly element: Element;

  constructor(chat: FakeChat) {
    this.chat = chat;
    this.first = Math.max(0, chat.said.length - chat.page);
    this.element = this.makeElement();
  }

  /** Somebody says something while the list is walked. */
  say(said: ChatMessage, height: number): void {
    this.chat.said.push(said);
    this.chat.heights.push(height);
  }

  get open(): OpenChat {
    return { scroller: this.element, read: () => this.read() };
  }

  private get height(): number {
    return this.chat.heights.slice(this.first).reduce((sum, one) => sum + one, 0);
  }

  private get highest(): number {
    return Math.max(0, this.height - this.chat.view);
  }

  private scroll(top: number): void {
    this.top = Math.min(this.highest, Math.max(0, top));
    if (this.top >= 40 || this.isLoading || this.first === 0) return;
    this.isLoading = true;
    setTimeout(() => this.load(), this.chat.delay);
  }

  private load(): void {
    const before = this.height;
    this.isLoading = false;
    this.first = Math.max(0, this.first - this.chat.page);
    if (this.chat.onOlder !== 'staysAtTop') this.top += this.height - before;
  }

  private read(): ChatLine[] {
    const { said, heights, view, spare, empty } = this.chat;
    let y = -this.top;
    return said.slice(this.first).flatMap((one, place): ChatLine[] => {
      const index = this.first + place;
      const height = heights[index] ?? 0;
      const [top, bottom] = [y, y + height];
      y = bottom;
      if (bottom < -2 * spare || top > view + 2 * spare) return [];
      const isFar = bottom < -spare || top > view + spare || empty?.has(index);
      const rect = { left: 0, top, width: 300, height, right: 300, bottom };
      const element = { getBoundingClientRect: () => rect } as unknown as Element;
      return [{ element, message: isFar ? null : one, key: isFar ? '' : JSON.stringify(one), pictures: [] }];
    });
  }

  private makeElement(): Element {
    const list = this;
    const offset = () => (list.chat.onOlder === 'anchoredAtEnd' ? list.highest : 0);
    return {
      get scrollTop() {
        return list.top - offset();
      },
      get scrollHeight() {
        return list.height;
      },
      clientHeight: list.chat.view,
      clientWidth: 300,
      clientLeft: 0,
      clientTop: 0,
      scrollTo: ({ top }: { top: number }) => list.scroll(top + offset()),
      getBoundingClientRect: () => ({ left: 0, top: 0, width: 300, height: list.chat.view }),
      ownerDocument: { scrollingElement: null, defaultView: { frameElement: null } },
    } as unknown as Element;
  }
}
