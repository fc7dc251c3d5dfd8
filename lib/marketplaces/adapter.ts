import type { Instant } from '../shared/time.ts';
import type { ChatMessage, Marketplace, PageKind, Reading, Role } from './types.ts';

/** What the address alone tells. */
export interface DetectedPage {
  marketplace: Marketplace;
  pageKind: PageKind;
  role: Role;
  /** Ids in the address. `bizOrderId` may be a main or a sub-order number; only the page can tell. */
  ids: { orderNo?: string; refundNo?: string; bizOrderId?: string; itemId?: string };
}

/** When the page is looked at. Both absent when a saved page is read and nobody knows. */
export interface Viewing {
  /** Now, for clocks that the page shows. */
  at?: Instant;
  /** When the document was loaded, for clocks in the data it was loaded with. */
  loadedAt?: Instant;
  /** The document came from the server just then and not from a cache, so its server's time is that of `loadedAt`. */
  isFresh?: boolean;
}

/** One kind of page of one site, recognised by host and path. */
export interface PageRule {
  /** Exact host names. */
  hosts: readonly string[];
  /** Exact path, or a pattern that must match the whole path. */
  path: string | RegExp;
  pageKind: PageKind;
  role?: Role;
  /** Further condition on the query. */
  when?: (query: URLSearchParams) => boolean;
  /**
   * For a host that the pages of several content scripts share: the paths of this page's own application, as a match
   * pattern writes them (`/app/im/*`). Elsewhere the script runs on the whole host, because a site may change the address
   * without loading a page.
   */
  within?: string;
  /** Ids in the query or the path; a function, because names differ between generations of one page. */
  ids?: (query: URLSearchParams, path: string) => DetectedPage['ids'];
}

/** One line of a chat, as it is in the document now. */
export interface ChatLine {
  element: Element;
  /** Null while the page has emptied the line, as it does with those that are far from the screen. */
  message: ChatMessage | null;
  /** The same for the same message whenever it is read: what the line says, with its time as it is written there. */
  key: string;
  /** Its pictures without emoji, in the order of `message.images`. */
  pictures: readonly HTMLImageElement[];
}

/** The web chat open in a page. */
export interface OpenChat {
  /** The box that scrolls the messages. */
  scroller: Element;
  /** The lines in the document now, oldest first. */
  read: () => ChatLine[];
}

/**
 * Reads a page of one kind. Pure: it looks at the document and the address, changes nothing, asks no clock and no network, and
 * reports what it did not find instead of guessing.
 */
export type KindReader = (document: Document, page: DetectedPage, viewing: Viewing) => ReadResult;

/** One site, or one part of a site with pages of its own. */
export interface MarketplaceAdapter {
  name: string;
  /** Raised with every change of what is read, so that stored facts say which reader made them. */
  version: number;
  /** Registrable domains; a page belongs here when its host is one of them or ends in `.` + one of them. */
  domains: readonly { domain: string; marketplace: Marketplace }[];
  pages: readonly PageRule[];
  /** The content script that carries this adapter into its pages: `entrypoints/<script>.content.ts`. */
  script: string;
  /** By kind of page; of a kind without a reader only its address is known. */
  readers: Partial<Record<PageKind, KindReader>>;
  /** The web chat in a document or in a same-origin frame of it; null when there is none. */
  chat?: (document: Document, viewing: Viewing) => OpenChat | null;
}

export interface ReadResult
  extends Omit<Reading, 'marketplace' | 'missing' | 'adapter' | 'addressNumbers' | 'serverClock'> {
  /** True when something was read from what the page shows, not only from its address and the data it was loaded with. */
  isRendered: boolean;
}
