import {
  addDays,
  type ChinaDate,
  chinaDate,
  DAY_MS,
  HOUR_MS,
  type Instant,
  startOfChinaDay,
} from '../../shared/time.ts';
import { addWorkingDays, rollOverHoliday, rollToWorkingDay } from './working-days.ts';

/** `h` hours, `d` natural days, `wd` working days, `m` months, `y` years. */
export const UNITS = ['h', 'd', 'wd', 'm', 'y'] as const;
export interface Duration {
  amount: number;
  unit: (typeof UNITS)[number];
}

/**
 * How hours and natural days are counted. `clock`: spans of time from the instant, as the platform's timers do.
 * `calendar`: the day of the event is not counted and the last day ends at 24:00 (民法典第201–203条). Working days,
 * months and years are always counted by the calendar.
 */
export type Counting = 'clock' | 'calendar';

/**
 * When the last day may move. `never`: what the user must do. `holiday`: over 放假 days only (总局令第121号第45条 speaks of
 * 法定节假日). `restDay`: over weekends as well (民法典第203条, 民事诉讼法第85条).
 */
export type RollOver = 'never' | 'holiday' | 'restDay';

export interface LimitEnd {
  /** The limit has run out at this instant; for a limit in days that is 00:00 after the last day. */
  due: Instant;
  /** Last day of a limit counted by the calendar, null for one counted by the clock. */
  lastDay: ChinaDate | null;
  provisional: boolean;
}

/** When a limit that starts with an event at `start` ends. */
export function endOfLimit(start: Instant, duration: Duration, counting: Counting, rollOver: RollOver): LimitEnd {
  const { amount, unit } = duration;
  if (counting === 'clock' && (unit === 'h' || unit === 'd')) {
    return { due: start + amount * (unit === 'h' ? HOUR_MS : DAY_MS), lastDay: null, provisional: false };
  }
  const day = chinaDate(start);
  switch (unit) {
    case 'h':
      return endOfHours(addDays(day, 1), amount);
    case 'd':
      return endOfDay(addDays(day, amount), rollOver);
    case 'wd': {
      const { date, provisional } = addWorkingDays(day, amount);
      return { ...endOfDay(date, 'never'), provisional };
    }
    case 'm':
      return endOfDay(addMonths(day, amount), rollOver);
    case 'y':
      return endOfDay(addMonths(day, amount * 12), rollOver);
  }
}

/** Hours that begin at 00:00 of `firstDay`, such as the 168 hours of the seven-day return. */
function endOfHours(firstDay: ChinaDate, hours: number): LimitEnd {
  const due = startOfChinaDay(firstDay) + hours * HOUR_MS;
  return { due, lastDay: chinaDate(due - 1), provisional: false };
}

function endOfDay(day: ChinaDate, rollOver: RollOver): LimitEnd {
  const { date, provisional } = roll(day, rollOver);
  return { due: startOfChinaDay(addDays(date, 1)), lastDay: date, provisional };
}

function roll(day: ChinaDate, rollOver: RollOver) {
  if (rollOver === 'holiday') return rollOverHoliday(day);
  if (rollOver === 'restDay') return rollToWorkingDay(day);
  return { date: day, provisional: false };
}

/** The same day of the month `months` later, or the last day of a shorter month (民法典第202条). */
export function addMonths(date: ChinaDate, months: number): ChinaDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const lastDay = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}
