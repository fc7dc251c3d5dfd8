/** An instant as epoch milliseconds. */
export type Instant = number;
/** A calendar day in Asia/Shanghai as `YYYY-MM-DD`. */
export type ChinaDate = string;

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;

/** Asia/Shanghai has been UTC+8 without daylight saving since 1991, so a constant is exact for every order. */
const CHINA_OFFSET_MS = 8 * HOUR_MS;

const PAGE_TIME =
  /^(\d{4})\s*(?:[-/.]|年)\s*(\d{1,2})\s*(?:[-/.]|月)\s*(\d{1,2})\s*日?\s*[T ]?\s*(\d{1,2})\s*[:：]\s*(\d{1,2})(?:\s*[:：]\s*(\d{1,2}))?/;

/**
 * Reads a date and time as marketplaces print them (`2025-11-06 11:55:26`, `2021-4-15 23:07:28`, `2026年10月2日 9:05`)
 * at the start of `text`, as Asia/Shanghai. Returns null for anything else, for a date without a time and for
 * dates that do not exist.
 */
export function parsePageTime(text: string): Instant | null {
  const match = PAGE_TIME.exec(text.trim());
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (hour > 23 || minute > 59 || second > 59) return null;
  const date = `${year}-${pad2(month)}-${pad2(day)}`;
  if (!isChinaDate(date)) return null;
  return startOfChinaDay(date) + hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS;
}

/** `2026-11-22T12:15:01+08:00`; fractions of a second are cut off. */
export function formatIso(instant: Instant): string {
  return `${new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

const ISO_WITH_ZONE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/** Parses an ISO 8601 time that names its zone; null otherwise, because a time without a zone depends on the machine. */
export function parseIso(text: string): Instant | null {
  if (!ISO_WITH_ZONE.test(text)) return null;
  const instant = Date.parse(text);
  return Number.isNaN(instant) ? null : instant;
}

/** The calendar day of an instant in Asia/Shanghai. */
export function chinaDate(instant: Instant): ChinaDate {
  return new Date(instant + CHINA_OFFSET_MS).toISOString().slice(0, 10);
}

/** 00:00 (+08:00) of a calendar day. */
export function startOfChinaDay(date: ChinaDate): Instant {
  return Date.parse(`${date}T00:00:00Z`) - CHINA_OFFSET_MS;
}

/** The calendar day `days` natural days later (or earlier, when negative). */
export function addDays(date: ChinaDate, days: number): ChinaDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** True for an existing calendar day in `YYYY-MM-DD` form (2026-02-30 is not one). */
export function isChinaDate(text: string): boolean {
  const instant = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(instant) && new Date(instant).toISOString().slice(0, 10) === text;
}

/** `2026-11-22 12:15:01` in Asia/Shanghai, the form people know from the marketplaces. */
export function formatPageTime(instant: Instant): string {
  return formatIso(instant).slice(0, 19).replace('T', ' ');
}

function pad2(value: number): string {
  return String(value).padStart(2, '0');
}
