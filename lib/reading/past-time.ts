import { plainText } from '../shared/text.ts';
import {
  addDays,
  type ChinaDate,
  chinaDate,
  formatIso,
  HOUR_MS,
  type Instant,
  isChinaDate,
  MINUTE_MS,
  SECOND_MS,
  startOfChinaDay,
} from '../shared/time.ts';

const FORM =
  /^(?:(今天|昨天|前天)|(?:星期|周|礼拜)([一二三四五六日天])|(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?)?\s*(上午|下午)?\s*(\d{1,2}):(\d{2})(?::(\d{2}))?$/u;
const DAYS_AGO: Record<string, number> = { 今天: 0, 昨天: 1, 前天: 2 };

/** True for a text that is nothing but a time, with or without its day. */
export function isTime(text: string): boolean {
  return FORM.test(plainText(text)) || /^\d{4}[-/.年][-/.月日\d :]+$/u.test(plainText(text));
}

/**
 * Reads a time that counts from the day of looking at the page: `12:30`, `昨天 12:30`, `星期三 09:05`, `11-20 下午 3:05`. Null
 * for other forms and for what would lie in the future.
 */
export function readPastTime(text: string, at: Instant): string | null {
  const match = FORM.exec(plainText(text));
  if (!match) return null;
  const [, word, weekday, month, day, half, hours = '', minutes = '', seconds = '0'] = match;
  const hour = Number(hours) + (half === '下午' && Number(hours) < 12 ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59) return null;
  const time = hour * HOUR_MS + Number(minutes) * MINUTE_MS + Number(seconds) * SECOND_MS;
  const today = chinaDate(at);
  const dates = month ? datesOf(today, month, day ?? '') : [addDays(today, -daysAgo(today, word, weekday))];
  const instant = dates.map((date) => startOfChinaDay(date) + time).find((candidate) => candidate <= at + MINUTE_MS);
  return instant === undefined ? null : formatIso(instant);
}

/** A weekday means its last occurrence before today. */
function daysAgo(today: ChinaDate, word: string | undefined, weekday: string | undefined): number {
  if (!weekday) return DAYS_AGO[word ?? '今天'] ?? 0;
  const wanted = '日一二三四五六'.indexOf(weekday.replace('天', '日'));
  return (new Date(`${today}T00:00:00Z`).getUTCDay() - wanted + 7) % 7 || 7;
}

/** A day without a year is of this year, or of the last one when it would lie ahead. */
function datesOf(today: ChinaDate, month: string, day: string): ChinaDate[] {
  const year = Number(today.slice(0, 4));
  return [year, year - 1]
    .map((candidate) => `${candidate}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`)
    .filter(isChinaDate);
}
