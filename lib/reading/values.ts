import { normalizeSpace, truncate } from '../shared/text.ts';
import { chinaDate, DAY_MS, formatIso, parseIso, parsePageTime, startOfChinaDay } from '../shared/time.ts';
import { parseUrl } from '../shared/url.ts';

/** An order or refund number: digits only, at the start of the text, neither masked nor part of a longer run. */
export function readId(text: string, minDigits = 15, maxDigits = 20): string | null {
  const digits = /^\s*(\d+)(?![\d*.])/.exec(text)?.[1];
  return digits && digits.length >= minDigits && digits.length <= maxDigits ? digits : null;
}

/** A parcel number: letters and digits with at least eight digits. */
export function readTrackingNo(text: string): string | null {
  const code = /^\s*([A-Za-z]{0,4}\d[\dA-Za-z-]{6,30})(?![\w*])/.exec(text)?.[1];
  return code && code.replace(/\D/g, '').length >= 8 ? code : null;
}

/** A date with time as `YYYY-MM-DDTHH:mm:ss+08:00`. */
export function readInstant(text: string): string | null {
  const instant = parsePageTime(text);
  return instant === null ? null : formatIso(instant);
}

/** Words of a value, at most `maxLength` code points; null for placeholders such as `-`, `无`, `暂无`. */
export function readWords(text: string, maxLength = 80): string | null {
  const words = normalizeSpace(text).replace(/[，,;；|]+$/u, '');
  return !words || /^(?:[-—–/]+|无|暂无|null|undefined)$/u.test(words) ? null : truncate(words, maxLength);
}

/** Longer texts keep their line breaks. */
export function readText(text: string, maxLength = 2000): string | null {
  const lines = text.split('\n').map(normalizeSpace).filter(Boolean);
  return lines.length === 0 ? null : truncate(lines.join('\n'), maxLength);
}

const MONTH_DAY_TIME = /(\d{1,2})\s*[-月/]\s*(\d{1,2})\s*日?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?/u;
const YEAR_MS = 366 * DAY_MS;

/**
 * Completes a time without a year (`11月08日 11:56前发货`) from a time that it must follow, such as when the order was made.
 * @param after ISO time; without it the year is unknown and the result null.
 */
export function readMonthDayAfter(text: string, after: string | undefined): string | null {
  const match = MONTH_DAY_TIME.exec(text);
  const start = after ? parseIso(after) : null;
  if (!match || start === null) return null;
  const [, month, day, hour, minute, second = '00'] = match;
  const year = Number(chinaDate(start).slice(0, 4));
  for (const candidate of [year, year + 1]) {
    const instant = parsePageTime(`${candidate}-${month}-${day} ${hour}:${minute}:${second}`);
    const fromDay = startOfChinaDay(chinaDate(start));
    if (instant !== null && instant >= fromDay && instant - fromDay < YEAR_MS) return formatIso(instant);
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
