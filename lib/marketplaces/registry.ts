import { parseUrl } from '../shared/url.ts';
import type { DetectedPage, MarketplaceAdapter, PageRule, Viewing } from './adapter.ts';
import { alibaba1688 } from './alibaba1688/index.ts';
import { isBlockAddress, showsBlock } from './blocked.ts';
import { expectedFacts } from './expected-facts.ts';
import { NOTHING } from './nothing.ts';
import { taobao } from './taobao/index.ts';
import type { Marketplace, Reading } from './types.ts';

/** Every site that is read. */
export const ADAPTERS: readonly MarketplaceAdapter[] = [taobao, alibaba1688];

/**
 * Hosts on which the content script runs, as match patterns: every host that a page rule names, and nothing else. Login
 * pages are recognised by their address; nothing of ours runs on them.
 */
export const CONTENT_SCRIPT_MATCHES: readonly string[] = [
  ...new Set(ADAPTERS.flatMap(({ pages }) => pages.flatMap(matchPatterns))),
].sort();

/**
 * Tells from the address alone which page of which marketplace this is; null for every other page. Hosts compare exactly
 * or by dot suffix, never by substring, so look-alikes such as `taobao.com.evil.cn` are nobody's.
 */
export function detectPage(address: string): DetectedPage | null {
  const url = parseAddress(address);
  if (!url) return null;
  for (const adapter of ADAPTERS) {
    const marketplace = marketplaceOf(adapter, url.hostname);
    if (!marketplace) continue;
    const rule = adapter.pages.find((candidate) => matches(candidate, url));
    if (isBlockAddress(url)) return { marketplace, pageKind: 'blocked', role: 'unknown', ids: {} };
    if (!rule) return null;
    const ids = rule.ids?.(url.searchParams, url.pathname) ?? {};
    return { marketplace, pageKind: rule.pageKind, role: rule.role ?? 'unknown', ids };
  }
  return null;
}

/**
 * Reads a page once. A page of nobody gives an empty reading; a captcha or login page, and one that a captcha has emptied,
 * `pageKind: "blocked"`. A captcha over content that still shows changes nothing: what the page says is read.
 */
export function readPage(document: Document, address: string, viewing: Viewing = {}): Reading {
  const page = detectPage(address);
  const adapter = page && adapterOf(page.marketplace);
  if (!page || !adapter) return NOTHING;
  const name = `${adapter.name}@${adapter.version}`;
  const result = page.pageKind === 'blocked' ? null : adapter.read(document, page, viewing);
  if (!result || (!result.isRendered && showsBlock(document))) {
    return { ...NOTHING, marketplace: page.marketplace, pageKind: 'blocked', adapter: name };
  }
  const missing = expectedFacts(page.pageKind).filter((fact) => result.facts[fact] === undefined);
  const { orderNo, refundNo, bizOrderId } = page.ids;
  const addressNumbers = [orderNo, refundNo, bizOrderId].filter((number) => number !== undefined);
  const { isRendered: _shown, ...said } = result;
  return { ...said, marketplace: page.marketplace, missing, addressNumbers, adapter: name };
}

function matchPatterns({ hosts }: PageRule): string[] {
  return hosts.map((host) => `https://${host}/*`);
}

function parseAddress(address: string): URL | null {
  const url = parseUrl(address);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url : null;
}

function marketplaceOf(adapter: MarketplaceAdapter, host: string): Marketplace | null {
  return adapter.domains.find(({ domain }) => host === domain || host.endsWith(`.${domain}`))?.marketplace ?? null;
}

function adapterOf(marketplace: Marketplace): MarketplaceAdapter | undefined {
  return ADAPTERS.find(({ domains }) => domains.some((entry) => entry.marketplace === marketplace));
}

function matches(rule: PageRule, url: URL): boolean {
  if (!rule.hosts.includes(url.hostname)) return false;
  const samePath = typeof rule.path === 'string' ? rule.path === url.pathname : rule.path.test(url.pathname);
  return samePath && (rule.when?.(url.searchParams) ?? true);
}
