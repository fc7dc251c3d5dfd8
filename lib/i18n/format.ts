import { DAY_MS, formatIso, HOUR_MS, type Instant, MINUTE_MS } from '../shared/time.ts';
import type { Translate } from './index.ts';

/** Time left in whole minutes, cut down so that nobody is told more time than there is. */
export interface TimeLeft {
  days: number;
  hours: number;
  minutes: number;
}

/** Days, hours and minutes between now and an instant; zeros when it is past. */
export function timeLeft(until: Instant, now: Instant): TimeLeft {
  const left = Math.max(0, until - now);
  return {
    days: Math.floor(left / DAY_MS),
    hours: Math.floor((left % DAY_MS) / HOUR_MS),
    minutes: Math.floor((left % HOUR_MS) / MINUTE_MS),
  };
}

/** `3 天 4 小时`, `4 小时 12 分`, `12 分钟`. */
export function timeLeftWords(t: Translate, until: Instant, now: Instant): string {
  const { days, hours, minutes } = timeLeft(until, now);
  if (days > 0) return t('now.leftDays', { days, hours });
  return hours > 0 ? t('now.leftHours', { hours, minutes }) : t('now.leftMinutes', { minutes });
}

/** `2026-11-25 16:20`, Beijing time: the time of the marketplace's clocks wherever the computer is. */
export function formatMinute(instant: Instant): string {
  return formatIso(instant).slice(0, 16).replace('T', ' ');
}

/** `11-25 16:20` in the current year, with the year otherwise. */
export function formatShort(instant: Instant, now: Instant): string {
  const text = formatMinute(instant);
  return text.slice(0, 4) === formatMinute(now).slice(0, 4) ? text.slice(5) : text;
}

const UNITS = ['B', 'KB', 'MB', 'GB'];

/** `1.2 MB`, decimal units as file managers show them. */
export function formatBytes(bytes: number): string {
  const amounts = UNITS.map((unit, power) => `${(bytes / 1000 ** power).toFixed(power > 0 ? 1 : 0)} ${unit}`);
  // Compared after rounding: 999 999 bytes are 1.0 MB, not 1000.0 KB.
  return amounts.find((amount) => Number.parseFloat(amount) < 1000) ?? amounts.at(-1) ?? '';
}
