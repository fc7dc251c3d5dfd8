import { parseUrl } from '../../shared/url.ts';

const URL_TOKEN = /url\(\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([^)"']*?))\s*\)/gi;
const IMPORT = /@import\b(?:"[^"]*"|'[^']*'|[^;"'])*;?/gi;
/** Links of a copy have no address, and its own elements are never defined: the page's styles have to fit all the same. */
const LINK_STATE = /:(?:any-link|link)\b/g;
const DEFINED = /:defined\b/g;
/** Whatever an element around the style makes of its text: there is no tag in it. */
const TAG_START = /<(?=[a-z!/?])/gi;
/** What rrweb-snapshot leaves where a style was made of several texts. */
const SPLIT_MARK = '/* rr_split */';
const NOTHING = 'url("data:,")';

/** Addresses that a style loads something from, in full; its own `data:` and `#fragment` ones are none. */
export function addressesIn(css: string, base: string): string[] {
  return Array.from(css.matchAll(URL_TOKEN), (match) => addressOf(match, base)).filter((address) => address !== null);
}

/**
 * A style that loads nothing: what is in `resources` (address → `data:` address) stands in it, everything else is empty.
 * The text can stand in a `style` element: nothing in it ends or begins one.
 */
export function inertCss(css: string, base: string, resources: ReadonlyMap<string, string>): string {
  return css
    .replaceAll(SPLIT_MARK, '')
    .replace(IMPORT, '')
    .replace(URL_TOKEN, (token: string, ...groups: (string | undefined)[]) => {
      const written = writtenAddress(groups);
      if (written.startsWith('#')) return token;
      if (/^data:(?:image|font)\//i.test(written)) return `url(${JSON.stringify(written)})`;
      const data = resources.get(resolve(written, base) ?? '');
      return data ? `url("${data}")` : NOTHING;
    })
    .replace(LINK_STATE, '[data-href]')
    .replace(DEFINED, ':is(*)')
    .replace(TAG_START, '\\3c ');
}

function addressOf([, ...groups]: RegExpMatchArray, base: string): string | null {
  const written = writtenAddress(groups);
  return /^(?:#|data:|$)/i.test(written) ? null : resolve(written, base);
}

function writtenAddress([double, single, bare]: (string | undefined)[]): string {
  return (double ?? single ?? bare ?? '').replace(/\\([^\n0-9a-f])/gi, '$1').trim();
}

function resolve(address: string, base: string): string | null {
  return parseUrl(address, base)?.href ?? null;
}
