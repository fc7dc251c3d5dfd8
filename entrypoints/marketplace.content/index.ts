import { browser } from 'wxt/browser';
import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { offerPageReader } from '../../lib/capture/page-reader.ts';
import { saysTheSame } from '../../lib/cases/merge.ts';
import { findChat } from '../../lib/marketplaces/chat.ts';
import { isLeftOver, type PageAt, withoutContent } from '../../lib/marketplaces/left-over.ts';
import { withEarlierRows } from '../../lib/marketplaces/list-collect.ts';
import { CONTENT_SCRIPT_MATCHES, detectPage, readPage } from '../../lib/marketplaces/registry.ts';
import { PAGE_AGAIN } from '../../lib/messaging/types.ts';
import { sendMessage } from '../../lib/platform/send.ts';
import { pageTrees } from '../../lib/reading/tree.ts';

/** A page that keeps changing is read at most so many times in a second; the first changes of a quiet one are read at once. */
const READS_PER_SECOND = 3;
/** Changes come in bursts; one reading is enough for each. */
const BURST_MS = 40;
/**
 * An element whose script has not come yet gets its shadow tree without a change that an observer is told of, so a page with
 * such elements is looked at again, for ten seconds at most: some never become anything.
 */
const UNFINISHED = ':not(:defined)';
const FINISH_MS = 500;
const MAX_LOOKS = 20;

export default defineContentScript({
  matches: [...CONTENT_SCRIPT_MATCHES],
  runAt: 'document_end',
  main: (ctx) => new PageWatcher(ctx).start(),
});

/**
 * Watches one page: reads it when it has loaded, when it changes and when a single-page site goes somewhere else, and
 * reports what is new. The observer only sets a flag; the reading happens later, in idle time.
 */
class PageWatcher {
  private readonly ctx: ContentScriptContext;
  private readonly observer = new MutationObserver(() => this.schedule());
  private scheduled = false;
  /** How often the page is still looked at because of unfinished elements. */
  private looks = MAX_LOOKS;
  /** When the page was read last, up to `READS_PER_SECOND` times. */
  private readAt: number[] = [];
  private last: PageAt | null = null;
  /** The last page that showed content of its own. */
  private shown: PageAt | null = null;

  constructor(ctx: ContentScriptContext) {
    this.ctx = ctx;
  }

  start(): void {
    offerPageReader({ read: () => this.readNow().reading, chat: () => findChat(document, { at: Date.now() }) });
    this.ctx.addEventListener(window, 'wxt:locationchange', () => this.enter());
    // Frames load on their own; their events do not bubble but can be caught on the way down.
    this.ctx.addEventListener(document, 'load', () => this.schedule(), { capture: true });
    this.answerBackground();
    this.ctx.onInvalidated(() => this.observer.disconnect());
    this.enter();
  }

  /** On pages of no interest nothing is observed. */
  private enter(): void {
    this.observer.disconnect();
    this.looks = MAX_LOOKS;
    if (!detectPage(location.href)) {
      if (this.last) this.report({ address: location.href, reading: readPage(document, location.href) });
      return;
    }
    this.read();
  }

  /** After a navigation the background asks who is there. */
  private answerBackground(): void {
    const listener = (message: unknown) => {
      if ((message as { type?: unknown } | null)?.type !== PAGE_AGAIN) return;
      this.last = null;
      this.enter();
    };
    browser.runtime.onMessage.addListener(listener);
    this.ctx.onInvalidated(() => browser.runtime.onMessage.removeListener(listener));
  }

  private schedule(): void {
    if (this.scheduled) return;
    this.scheduled = true;
    this.ctx.setTimeout(() => {
      this.ctx.requestIdleCallback(
        () => {
          this.scheduled = false;
          this.read();
        },
        { timeout: BURST_MS },
      );
    }, this.delay());
  }

  private delay(): number {
    const oldest = this.readAt.length < READS_PER_SECOND ? Number.NEGATIVE_INFINITY : (this.readAt[0] ?? 0);
    return Math.max(BURST_MS, oldest + 1000 - performance.now());
  }

  private read(): void {
    this.readAt = [...this.readAt, performance.now()].slice(-READS_PER_SECOND);
    this.observe();
    const page = this.readNow();
    if (this.last?.address === page.address && saysTheSame(this.last.reading, page.reading)) return;
    this.report(page);
  }

  /** The trees that the page consists of now; the observer knows those that it watches already. */
  private observe(): void {
    const trees = pageTrees(document);
    for (const tree of trees) this.observer.observe(tree, { subtree: true, childList: true, characterData: true });
    if (this.looks === 0 || !trees.some((tree) => tree.querySelector(UNFINISHED))) return;
    this.looks -= 1;
    this.ctx.setTimeout(() => this.schedule(), FINISH_MS);
  }

  private readNow(): PageAt {
    const address = location.href;
    const reading = readPage(document, address, { at: Date.now(), loadedAt: performance.timeOrigin });
    const page = { address, reading };
    if (this.shown && isLeftOver(this.shown, page)) return { ...page, reading: withoutContent(page.reading) };
    this.shown = { address, reading: withEarlierRows(this.shown, page) };
    return this.shown;
  }

  private report(page: PageAt): void {
    this.last = page;
    sendMessage('page.report', { reading: page.reading, url: page.address, title: document.title }).catch(() => {
      // The extension was updated or removed under this page: the script has nobody to talk to any more.
      this.observer.disconnect();
    });
  }
}
