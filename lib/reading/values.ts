import { normalizeSpace, plainText, truncate } from '../shared/text.ts';
import { chinaDate, DAY_MS, formatIso, parseIso, parsePageTime, startOfChinaDay } from '../shared/time.ts';
import { parseUrl } from '../shared/url.ts';
import { withoutControls } from './controls.ts';

/**
 * An order or refund number: digits only, at the start of the text, neither masked nor part of a longer run, not even of
 * one that the page has broken up by spaces.
 */
export function readId(text: string, minDigits = 15, maxDigits = 20): string | null {
  const digits = /^(\d+)(?![\w*.•…]|-\d|\s+\d+(?![\d\-/.:年]))/u.exec(plainText(text))?.[1];
  return digits && digits.length >= minDigits && digits.length <= maxDigits ? digits : null;
}

/** A parcel number: letters and digits with at least eight digits; null for a list of several. */
export function readTrackingNo(text: string): string | null {
  const code = /^([A-Za-z]{0,6}\d[\dA-Za-z-]{6,30})(?![\w*•…]|\s*[,;、/]\s*[A-Za-z]{0,6}\d{6})/u.exec(
    plainText(text),
  )?.[1];
  return code && code.replace(/\D/g, '').length >= 8 ? code : null;
}

const INSTANT =
  /^\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*(?:\d{1,2}\s*日\s*|\d{1,2}\s*[T ]\s*|\d{2}(?=\d{2}:))\d{1,2}\s*:\s*\d{1,2}(?:\s*:\s*\d{1,2}(?:\.\d{1,3})?)?(?!\d)/u;
/** Behind a time these make it a limit or a span, and a zone contradicts the one all pages are written in. */
const NO_INSTANT = /^\s*(?:之?前|以前|之?后|截止|起|至|到|[-~—–]|Z|\+)/u;

/** A date with time that has happened, as `YYYY-MM-DDTHH:mm:ss+08:00`; null for a limit such as `…11:56前发货`. */
export function readInstant(text: string): string | null {
  const plain = plainText(text);
  const match = INSTANT.exec(plain)?.[0];
  if (!match || NO_INSTANT.test(plain.slice(match.length))) return null;
  const instant = parsePageTime(match);
  return instant === null ? null : formatIso(instant);
}

/** What pages print where a value is not there, not yet there, or not filled in. */
const PLACEHOLDER =
  /^(?:[-—–/.…]+|无|暂无.{0,6}|请(?:选择|输入).{0,8}|[（(](?:选填|必填)[）)].*|加载中.*|loading.*|null|undefined|NaN|\[object .*)$|\{\{|\$\{/iu;

/** Words of a value, at most `maxLength` code points; null for placeholders such as `-`, `无`, `加载中`. */
export function readWords(text: string, maxLength = 80): string | null {
  const words = withoutControls(normalizeSpace(text)).replace(/[，,;；|]+$/u, '');
  return !words || PLACEHOLDER.test(words) ? null : truncate(words, maxLength);
}

/** Longer texts keep their line breaks. */
export function readText(text: string, maxLength = 2000): string | null {
  const lines = text.split('\n').map(normalizeSpace).filter(Boolean).join('\n');
  return !lines || PLACEHOLDER.test(lines) ? null : truncate(lines, maxLength);
}

const MONTH_DAY_TIME = /(\d{1,2})\s*[-月/]\s*(\d{1,2})\s*日?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?/u;
/** No promise reaches further; a time that would lie behind belongs to another year or another thing. */
const REACH_MS = 180 * DAY_MS;

/**
 * Completes a time without a year (`11月08日 11:56前发货`) from a time that it must follow, such as when the order was made.
 * @param after ISO time; without it the year is unknown and the result null.
 */
export function readMonthDayAfter(text: string, after: string | undefined): string | null {
  const match = MONTH_DAY_TIME.exec(plainText(text));
  const start = after ? parseIso(after) : null;
  if (!match || start === null) return null;
  const [, month, day, hour, minute, second = '00'] = match;
  const midnight = hour === '24' && minute === '00';
  const fromDay = startOfChinaDay(chinaDate(start));
  const year = Number(chinaDate(start).slice(0, 4));
  for (const candidate of [year, year + 1]) {
    const time = `${candidate}-${month}-${day} ${midnight ? '00' : hour}:${minute}:${second}`;
    const instant = parsePageTime(time);
    if (instant !== null && instant >= fromDay && instant - fromDay < REACH_MS) {
      return formatIso(midnight ? instant + DAY_MS : instant);
    }
  }
  return null;
}

/** An address on the page as an absolute https address of the allowed domains; null for scripts and strangers. */
export function readLink(href: string | null | undefined, base: string, domains: readonly string[]): string | null {
  const url = parseUrl(href, base);
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return null;
  if (!domains.some((domain) => url.hostname === domain || url.hostname.endsWith(`.${domain}`))) return null;
  url.protocol = 'https:';
  return url.href;
}
