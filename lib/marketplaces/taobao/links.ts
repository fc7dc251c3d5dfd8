import { readId, readLink } from '../../reading/values.ts';
import { parseUrl } from '../../shared/url.ts';
import type { ListedOrder } from '../types.ts';

export const TAOBAO_DOMAINS = ['taobao.com', 'tmall.com', 'tmall.hk'] as const;

/** An address of Taobao or Tmall as absolute https; null for every other, and for a path whose host nobody names. */
export function readTaobaoLink(href: string | null | undefined): string | null {
  return /^(?:https?:)?\/\//iu.test(href ?? '') ? readLink(href, 'https://www.taobao.com/', TAOBAO_DOMAINS) : null;
}

/** Where the links in a box lead, as the page they stand on resolves them. */
export function addressesIn(box: Element): string[] {
  return Array.from(box.querySelectorAll<HTMLAnchorElement>('a[href]'), ({ href }) => href);
}

/** The item number of a product address (`…/item.htm?id=900000000001`). */
export function itemIdOfAddress(href: string | null | undefined): string | null {
  const url = parseUrl(readTaobaoLink(href));
  return url?.pathname.endsWith('/item.htm') ? readId(url.searchParams.get('id') ?? '', 6, 20) : null;
}

/** The first query value of `names` that is an order or refund number. */
export function idInAddress(href: string | null | undefined, ...names: string[]): string | null {
  const url = parseUrl(readTaobaoLink(href));
  return names.map((name) => readId(url?.searchParams.get(name) ?? '')).find((id) => id !== null) ?? null;
}

const LINKS: Record<keyof ListedOrder['links'], RegExp> = {
  detail: /\/(?:trade_(?:order|item)_detail|orderDetail)\.htm$/,
  refund: /\/dispute\/detail\.htm$|\/refund-list\/detail\/?$/,
  logistics: /\/pc-trade-logistics\/|\/order_detail_new\.htm$/,
  complaint: /\/complaint\/(?:redirect\.jhtml|applyRouter\.htm)$/,
};

/** Where the buttons of a listed order lead, by the path of their addresses: the first of each kind. */
export function linksOf(addresses: readonly (string | null)[]): ListedOrder['links'] {
  const known = addresses.flatMap((address) => parseUrl(readTaobaoLink(address)) ?? []);
  const found = Object.entries(LINKS).flatMap(([kind, path]) => {
    const link = known.find(({ pathname }) => path.test(pathname));
    return link ? [[kind, link.href]] : [];
  });
  return Object.fromEntries(found);
}

/**
 * The nick on wangwang buttons (`data-nick`, or `uid=` in the chat's address); null when they differ.
 * @param buttons elements with one of both.
 */
export function nickOf(buttons: readonly Element[]): string | null {
  const nicks = new Set(buttons.map((button) => nickOfButton(button)).filter((nick) => nick !== null));
  const [nick] = nicks;
  return nicks.size === 1 && nick ? nick : null;
}

function nickOfButton(button: Element): string | null {
  const uid = parseUrl(button.getAttribute('href'), 'https://amos.alicdn.com/')?.searchParams.get('uid');
  const nick = (decodeNick(button.getAttribute('data-nick')) || uid?.replace(/^cntaobao/u, '') || '').trim();
  // What is still encoded, or was encoded in GBK, is no nick that anybody knows.
  return nick && !/%[\da-f]{2}|\uFFFD/iu.test(nick) ? nick : null;
}

/** Old pages write the nick percent-encoded into the attribute. */
function decodeNick(nick: string | null): string {
  try {
    return decodeURIComponent(nick ?? '');
  } catch {
    return nick ?? '';
  }
}
