import type { ContentScriptContext } from 'wxt/utils/content-script-context';
import { offerPageReader } from '../capture/page-reader.ts';
import { saysTheSame } from '../cases/same.ts';
import { isLeftOver, type PageAt, withoutContent } from '../marketplaces/left-over.ts';
import { withEarlierRows } from '../marketplaces/list-collect.ts';
import type { SiteReader } from '../marketplaces/reader.ts';
import type { Payload } from '../messaging/types.ts';
import { pageTrees } from '../reading/tree.ts';

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

/** How a watched page and the background talk. */
export interface PageChannel {
  /** Tells what the page shows. Rejects when the extension was updated or removed under the page. */
  report: (page: Payload<'page.report'>) => Promise<unknown>;
  /** Calls back when the background asks again what is there. Returns what ends it. */
  onAskedAgain: (answer: () => void) => () => void;
}

/**
 * Watches the page that this script is in, reports what is new on it, and leaves its reader for captures.
 * @param ctx ends everything when the extension is updated or removed.
 */
export function watchPage(ctx: ContentScriptContext, reader: SiteReader, channel: PageChannel): void {
  new PageWatcher(ctx, reader, channel).start();
}

/**
 * Watches one page: reads it when it has loaded, when it changes and when a single-page site goes somewhere else, and
 * reports what is new. The observer only sets a flag; the reading happens later, in idle time.
 */
class PageWatcher {
  private readonly ctx: ContentScriptContext;
  private readonly reader: SiteReader;
  private readonly channel: PageChannel;
  private readonly observer = new MutationObserver(() => this.schedule());
  private scheduled = false;
  /** How often the page is still looked at because of unfinished elements. */
  private looks = MAX_LOOKS;
  /** When the page was read last, up to `READS_PER_SECOND` times. */
  private readAt: number[] = [];
  private last: PageAt | null = null;
  /** The last page that showed content of its own. */
  private shown: PageAt | null = null;

  constructor(ctx: ContentScriptContext, reader: SiteReader, channel: PageChannel) {
    this.ctx = ctx;
    this.reader = reader;
    this.channel = channel;
  }

  start(): void {
    offerPageReader({
      read: () => this.readNow().reading,
      chat: () => this.reader.chat(document, location.href, { at: Date.now() }),
    });
    this.ctx.addEventListener(window, 'wxt:locationchange', () => this.enter());
    // Frames load on their own; their events do not bubble but can be caught on the way down.
    this.ctx.addEventListener(document, 'load', () => this.schedule(), { capture: true });
    this.ctx.onInvalidated(this.channel.onAskedAgain(() => this.answer()));
    this.ctx.onInvalidated(() => this.observer.disconnect());
    this.enter();
  }

  /** On pages of no interest nothing is observed. */
  private enter(): void {
    this.observer.disconnect();
    this.looks = MAX_LOOKS;
    if (!this.reader.detect(location.href)) {
      if (this.last) this.report(this.pageNow());
      return;
    }
    this.read();
  }

  private answer(): void {
    this.last = null;
    this.enter();
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
    const now = this.pageNow();
    if (this.shown && isLeftOver(this.shown, now)) return { ...now, reading: withoutContent(now.reading) };
    this.shown = { ...now, reading: withEarlierRows(this.shown, now) };
    return this.shown;
  }

  private pageNow(): PageAt {
    const address = location.href;
    const viewing = { at: Date.now(), loadedAt: performance.timeOrigin, isFresh: isFresh() };
    const reading = this.reader.read(document, address, viewing);
    return { address, page: this.reader.detect(address), reading };
  }

  private report(page: PageAt): void {
    this.last = page;
    const { reading, address: url } = page;
    this.channel.report({ reading, url, title: document.title }).catch(() => this.observer.disconnect());
  }
}

/** True for a document that the server has just sent; one from a cache is older than its loading. */
function isFresh(): boolean {
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return navigation !== undefined && navigation.type !== 'back_forward' && navigation.transferSize > 0;
}
