import { readId, readLink } from '../../reading/values.ts';
import { parseUrl } from '../../shared/url.ts';

export const TAOBAO_DOMAINS = ['taobao.com', 'tmall.com', 'tmall.hk'] as const;

/** An address of Taobao or Tmall as absolute https; null for every other. */
export function readTaobaoLink(href: string | null | undefined): string | null {
  return readLink(href, 'https://www.taobao.com/', TAOBAO_DOMAINS);
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

/** The nick on the wangwang buttons below `root` (`data-nick`, or `uid=` in the chat's address); null when they differ. */
export function nickOf(root: ParentNode): string | null {
  const named = Array.from(root.querySelectorAll('[data-nick]'), (element) =>
    decodeNick(element.getAttribute('data-nick') ?? ''),
  );
  const linked = Array.from(root.querySelectorAll('a[href*="amos.alicdn.com"][href*="uid="]'), (link) => {
    return parseUrl(link.getAttribute('href'), 'https://amos.alicdn.com/')
      ?.searchParams.get('uid')
      ?.replace(/^cntaobao/u, '');
  });
  const nicks = new Set([...named, ...linked].map((nick) => nick?.trim()).filter(Boolean));
  const [nick] = nicks;
  return nicks.size === 1 && nick ? nick : null;
}

/** Old pages write the nick percent-encoded into the attribute. */
function decodeNick(nick: string): string {
  try {
    return decodeURIComponent(nick);
  } catch {
    return nick;
  }
}
