import type { Box } from '../evidence/chat/types.ts';
import type { ChatLine, OpenChat } from '../marketplaces/adapter.ts';
import type { ReadLine } from './gathered.ts';
import { type Scroller, scrollerOf, scrollToTop } from './scroller.ts';
import { nextPaint } from './settle.ts';

/** How long the page may take to load older messages before the top counts as the beginning, while it has loaded none yet. */
const OLDER_PATIENCE_MS = 2500;
/** Afterwards: so many times as long as its slowest answer, and at least the time below. */
const PATIENCE_FACTOR = 5;
const LEAST_PATIENCE_MS = 1500;
/** Each step shows the end of the one before, so that frames and looks overlap. */
const STEP_SHARE = 0.85;
/** How long a line on the screen may stay empty. */
const EMPTY_PATIENCE_MS = 600;
/** How long pictures on the screen are waited for. */
const PICTURE_PATIENCE_MS = 1500;

/** The scrolling list of a chat: where it stands, what it shows, and how it is moved. */
export class ChatList {
  private readonly chat: OpenChat;
  private readonly scroller: Scroller;
  private slowestMs: number | null = null;

  constructor(chat: OpenChat) {
    this.chat = chat;
    this.scroller = scrollerOf(chat.scroller);
  }

  get top(): number {
    return this.chat.scroller.scrollTop;
  }

  get contentHeight(): number {
    return this.chat.scroller.scrollHeight;
  }

  box(): ReturnType<Scroller['box']> {
    return this.scroller.box();
  }

  /** Puts the list back later to where it stands now, counted from its end: at its top it grows meanwhile. */
  remember(): () => void {
    const element = this.chat.scroller;
    const fromEnd = element.scrollHeight - element.scrollTop;
    const isFromEnd = element.scrollTop < 0; // Anchored at its end, which is its zero.
    const { scrollTop } = element;
    return () => scrollToTop(element, isFromEnd ? scrollTop : element.scrollHeight - fromEnd);
  }

  toNewest(): void {
    scrollToTop(this.chat.scroller, this.contentHeight);
  }

  /** Moves the list by so many pixels; up is negative. Returns how far it went. */
  move(by: number): number {
    const before = this.top;
    scrollToTop(this.chat.scroller, before + by);
    return this.top - before;
  }

  /**
   * What can be read on the page now, in stretches of lines next to each other, newest first. A line on the screen that the page
   * has not filled yet is waited for; one that stays empty parts two stretches.
   */
  async read(): Promise<ReadLine[][]> {
    const until = performance.now() + EMPTY_PATIENCE_MS;
    let lines = this.chat.read();
    while (lines.some((line) => line.message === null && this.boxOf(line)) && performance.now() < until) {
      await nextPaint();
      lines = this.chat.read();
    }
    return this.stretches(lines);
  }

  /** Waits until the pictures on the screen are there; false when some were not in time. */
  async picturesLoaded(lines: readonly ChatLine[]): Promise<boolean> {
    const until = performance.now() + PICTURE_PATIENCE_MS;
    const pictures = lines.filter((line) => this.boxOf(line)).flatMap((line) => line.pictures);
    while (pictures.some((picture) => !picture.complete && picture.isConnected)) {
      if (performance.now() > until) return false;
      await nextPaint();
    }
    return true;
  }

  /** How far the next step may go so that two screens overlap. */
  screenStep(): number {
    return this.chat.scroller.clientHeight * STEP_SHARE;
  }

  /**
   * How far the next step may go so that two looks overlap: pages hold lines beyond the screen, and the oldest of them may
   * come to its lower edge. Lines whose pictures are still on their way have to come onto the screen.
   */
  lookStep(lines: readonly ReadLine[]): number {
    const { clientHeight } = this.chat.scroller;
    const isWaiting = (line: ReadLine) => line.pictures.some(({ complete }) => !complete) && !this.boxOf(line);
    const [first] = lines;
    if (!first || lines.some(isWaiting)) return this.screenStep();
    const { top, height } = first.element.getBoundingClientRect();
    const above = this.chat.scroller.getBoundingClientRect().top - top;
    return Math.max(this.screenStep(), clientHeight - height + above);
  }

  /**
   * At its top: waits for the page to load older messages. Pages either keep the view where it is or stay at the top with other
   * content; then the list is moved to where it was.
   * @returns false when none came.
   */
  async olderLoaded(): Promise<boolean> {
    const { contentHeight: height } = this;
    const first = this.firstKey();
    const start = performance.now();
    const patience = this.patience();
    while (performance.now() - start < patience) {
      await nextPaint();
      if (this.contentHeight === height && this.firstKey() === first) continue;
      this.slowestMs = Math.max(this.slowestMs ?? 0, performance.now() - start);
      if (this.top === 0) await this.backToView(height);
      return true;
    }
    return false;
  }

  private patience(): number {
    return this.slowestMs === null ? OLDER_PATIENCE_MS : Math.max(LEAST_PATIENCE_MS, PATIENCE_FACTOR * this.slowestMs);
  }

  /** A page that stays at the top when older messages come would skip the end of them. */
  private async backToView(height: number): Promise<void> {
    await nextPaint();
    if (this.top === 0) this.move(this.contentHeight - height);
  }

  /** Where a line is in a picture of the screen, cut at the edges of the list; null when nothing of it is seen. */
  boxOf({ element }: Pick<ChatLine, 'element'>): Box | null {
    const list = this.scroller.box();
    const own = this.chat.scroller.getBoundingClientRect();
    const rect = element.getBoundingClientRect();
    const left = list.left - own.left - this.chat.scroller.clientLeft + rect.left;
    const top = list.top - own.top - this.chat.scroller.clientTop + rect.top;
    const seenTop = Math.max(top, list.top);
    const seenHeight = Math.min(top + rect.height, list.top + list.height) - seenTop;
    return seenHeight < 1 ? null : ([left, seenTop, rect.width, seenHeight].map(Math.round) as Box);
  }

  /** Which lines are on the screen now, and where; a line that the page has not filled has an empty key. */
  shown(): { key: string; box: Box }[] {
    return this.chat.read().flatMap((line) => {
      const box = this.boxOf(line);
      return box ? [{ key: line.key, box }] : [];
    });
  }

  private firstKey(): string {
    return this.chat.read().find(({ message }) => message !== null)?.key ?? '';
  }

  private stretches(lines: readonly ChatLine[]): ReadLine[][] {
    const parts: ReadLine[][] = [[]];
    for (const line of lines) {
      if (line.message !== null) parts.at(-1)?.push(line as ReadLine);
      else if (parts.at(-1)?.length) parts.push([]);
    }
    const seen = parts.filter((part) => part.some((line) => this.boxOf(line)));
    return seen.toReversed();
  }
}
