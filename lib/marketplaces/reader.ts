import { serverTimeOf } from '../reading/server-time.ts';
import { formatIso } from '../shared/time.ts';
import { parseUrl } from '../shared/url.ts';
import type { DetectedPage, MarketplaceAdapter, OpenChat, PageRule, ReadResult, Viewing } from './adapter.ts';
import { isBlockAddress, showsBlock } from './blocked.ts';
import { fromAddress, withoutStrangers } from './common/strangers.ts';
import { expectedFacts } from './expected-facts.ts';
import { NOTHING } from './nothing.ts';
import type { Marketplace, Reading } from './types.ts';

/** Reads the pages of some sites. */
export interface SiteReader {
  /**
   * Tells from the address alone which page of which marketplace this is; null for every other page. Hosts compare exactly
   * or by dot suffix, never by substring, so look-alikes such as `taobao.com.evil.cn` are nobody's.
   */
  detect: (address: string) => DetectedPage | null;
  /**
   * Reads a page once. A page of nobody gives an empty reading; a captcha or login page, and one that a captcha has emptied,
   * `pageKind: "blocked"`. A captcha over content that still shows changes nothing: what the page says is read.
   */
  read: (document: Document, address: string, viewing?: Viewing) => Reading;
  /** The web chat open in a page; null when there is none. */
  chat: (document: Document, address: string, viewing?: Viewing) => OpenChat | null;
}

/** A page with the adapter that reads it. */
export interface FoundPage {
  page: DetectedPage;
  adapter: MarketplaceAdapter;
}

/** The reader of the pages of these adapters: all of them, or those that one content script carries. */
export function createReader(adapters: readonly MarketplaceAdapter[]): SiteReader {
  return {
    detect: (address) => findPage(adapters, address)?.page ?? null,
    read(document, address, viewing = {}) {
      const found = findPage(adapters, address);
      return found ? readFound(found, document, viewing) : NOTHING;
    },
    chat: (document, address, viewing = {}) => findPage(adapters, address)?.adapter.chat?.(document, viewing) ?? null,
  };
}

/** The page that an address names, with its adapter. A captcha or sign-in page of a site belongs to whichever comes first. */
export function findPage(adapters: readonly MarketplaceAdapter[], address: string): FoundPage | null {
  const url = parseAddress(address);
  if (!url) return null;
  for (const adapter of adapters) {
    const marketplace = marketplaceOf(adapter, url.hostname);
    if (!marketplace) continue;
    if (isBlockAddress(url)) return { adapter, page: { marketplace, pageKind: 'blocked', role: 'unknown', ids: {} } };
    const rule = adapter.pages.find((candidate) => matches(candidate, url));
    if (!rule) continue;
    const ids = rule.ids?.(url.searchParams, url.pathname) ?? {};
    return { adapter, page: { marketplace, pageKind: rule.pageKind, role: rule.role ?? 'unknown', ids } };
  }
  return null;
}

/** Where the content script of an adapter runs, as match patterns: the hosts that its page rules name, and nothing else. */
export function matchPatterns({ pages }: Pick<MarketplaceAdapter, 'pages'>): string[] {
  return [...new Set(pages.flatMap(patternsOf))].sort();
}

function patternsOf({ hosts, within = '/*' }: PageRule): string[] {
  return hosts.map((host) => `https://${host}${within}`);
}

function readFound({ page, adapter }: FoundPage, document: Document, viewing: Viewing): Reading {
  const name = `${adapter.name}@${adapter.version}`;
  const result = page.pageKind === 'blocked' ? null : readPage(adapter, document, page, viewing);
  if (!result || (!result.isRendered && showsBlock(document))) {
    return { ...NOTHING, marketplace: page.marketplace, pageKind: 'blocked', adapter: name };
  }
  const missing = expectedFacts(page.pageKind).filter((fact) => result.facts[fact] === undefined);
  const { orderNo, refundNo, bizOrderId } = page.ids;
  const addressNumbers = [orderNo, refundNo, bizOrderId].filter((number) => number !== undefined);
  const { isRendered: _shown, ...said } = result;
  return {
    ...said,
    ...serverClock(document, viewing),
    marketplace: page.marketplace,
    missing,
    addressNumbers,
    adapter: name,
  };
}

function readPage(
  { readers }: MarketplaceAdapter,
  document: Document,
  page: DetectedPage,
  viewing: Viewing,
): ReadResult {
  const read = readers[page.pageKind] ?? ((_document, named) => fromAddress(named));
  return withoutStrangers(read(document, page, viewing), page);
}

function serverClock(document: Document, { loadedAt, isFresh }: Viewing): Pick<Reading, 'serverClock'> {
  const servedAt = isFresh && loadedAt !== undefined ? serverTimeOf(document) : null;
  if (servedAt === null || loadedAt === undefined) return {};
  return { serverClock: { servedAt: formatIso(servedAt), loadedAt: formatIso(loadedAt) } };
}

function parseAddress(address: string): URL | null {
  const url = parseUrl(address);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}

function marketplaceOf(adapter: MarketplaceAdapter, host: string): Marketplace | null {
  return adapter.domains.find(({ domain }) => host === domain || host.endsWith(`.${domain}`))?.marketplace ?? null;
}

function matches(rule: PageRule, url: URL): boolean {
  if (!rule.hosts.includes(url.hostname)) return false;
  const samePath = typeof rule.path === 'string' ? rule.path === url.pathname : rule.path.test(url.pathname);
  return samePath && (rule.when?.(url.searchParams) ?? true);
}
