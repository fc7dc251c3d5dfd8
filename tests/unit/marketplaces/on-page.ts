import type { FactKey, Facts } from '../../../lib/marketplaces/types.ts';
import { pageTrees } from '../../../lib/reading/tree.ts';
import { plainText, withoutSpace } from '../../../lib/shared/text.ts';

/** Ours, in words of our own: a stage or type is concluded from words, a clock is written out. */
const CONCLUDED = new Set(['stage', 'refundType', 'countdown', 'party', 'kind']);

/**
 * Lists the values of `facts` that stand nowhere on the page: not in its text, its scripts or its attributes. Empty for
 * everything that was read and not made up.
 */
export function valuesNotOnPage(facts: Facts, document: Document, address: string): string[] {
  const page = Pages.of(document, address);
  return leaves(facts).flatMap(([path, value]) => (page.shows(value, path) ? [] : [`${path}: ${value}`]));
}

function leaves(value: unknown, path = ''): [path: string, value: string][] {
  if (typeof value === 'string' || typeof value === 'number') return value === '' ? [] : [[path, String(value)]];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value)
    .filter(([key]) => !CONCLUDED.has(key as FactKey))
    .flatMap(([key, inner]) => leaves(inner, path ? `${path}.${key}` : key));
}

/** Everything that a page says anywhere, in forms that can be searched. */
class Pages {
  private readonly words: string;

  static of(document: Document, address: string): Pages {
    const parts = pageTrees(document).flatMap((tree) => [...textsOf(tree)]);
    return new Pages([address, ...parts].join('\n'));
  }

  private constructor(raw: string) {
    this.words = withoutSpace(plainText(`${raw}\n${decoded(raw)}`));
  }

  shows(value: string, path: string): boolean {
    const time = /^(\d{4})-0?(\d+)-0?(\d+)T0?(\d+):0?(\d+):0?(\d+)\+08:00$/.exec(value);
    if (time) return this.showsTime(time.slice(1), path.startsWith('messages.'));
    const amount = /^(-?\d+)\.(\d{2})$/.exec(value);
    if (amount) return this.showsAmount(amount[1] ?? '', amount[2] ?? '');
    const words = /^https?:/.test(value)
      ? [decoded(value).replace(/^https?:\/\/[^/]+/, '')]
      : value.split(/[；：\s]|\[.+\]|…$/u);
    return words.every((part) => this.words.includes(withoutSpace(plainText(part))));
  }

  /** Chats print `昨天 12:30`, so there the clock alone must stand on the page. */
  private showsTime([year, month, day, hour, minute, second]: string[], isChat: boolean): boolean {
    const clock = `0?${hour}:0?${minute}(?::0?${second})?`;
    const date = isChat ? '' : `(?:${year}\\D)?0?${month}\\D0?${day}\\D?`;
    const isMidnight = Number(hour) + Number(minute) === 0 && /24:00/.test(this.words);
    return isMidnight || new RegExp(`${isChat ? '' : '(?<!\\d)'}${date}${clock}(?!\\d:)`, 'u').test(this.words);
  }

  private showsAmount(whole: string, cents: string): boolean {
    const digits = whole.replace('-', '');
    const fraction = cents === '00' ? '(?:\\.00?)?' : `\\.${cents.replace(/0$/, '0?')}`;
    return new RegExp(`(?<!\\d)0*${digits}${fraction}(?!\\d)`, 'u').test(this.words.replace(/(?<=\d),(?=\d{3})/gu, ''));
  }
}

function* textsOf(tree: Document | ShadowRoot): Generator<string> {
  const root = 'documentElement' in tree ? tree.documentElement : tree;
  yield root.textContent ?? '';
  const texts = (tree.ownerDocument ?? (tree as Document)).createTreeWalker(tree, 4);
  while (texts.nextNode()) yield `${texts.currentNode.nodeValue}|`; // So that a price and the count beside it are two numbers.
  for (const element of tree.querySelectorAll('*')) for (const { value } of element.attributes) yield value;
}

/** Script texts without their escapes and addresses without their percent signs. */
function decoded(raw: string): string {
  const unescaped = raw
    .replace(/\\u([\da-fA-F]{4})/gu, (_escape, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/\\+[nrt]/gu, ' ')
    .replace(/\\/gu, '')
    .replace(/<\/?[a-z][^<>]{0,60}>/gu, ' ')
    .replace(/&nbsp;/gu, ' ');
  return unescaped.replace(/(?:%[\da-fA-F]{2})+/gu, (bytes) => {
    try {
      return decodeURIComponent(bytes);
    } catch {
      return bytes;
    }
  });
}
