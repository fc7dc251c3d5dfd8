import { addDays, type ChinaDate } from '../../shared/time.ts';
import { HOLIDAY_YEARS } from './holidays.ts';

/** A counted day, and whether the count looked at a year whose calendar is not published. */
export interface CountedDate {
  date: ChinaDate;
  provisional: boolean;
}

const OFF = new Set(Object.values(HOLIDAY_YEARS).flatMap(({ off }) => off.flatMap(expandRange)));
const MAKE_UP = new Set(Object.values(HOLIDAY_YEARS).flatMap(({ work }) => work));

function expandRange(range: string): ChinaDate[] {
  const [first = range, last = first] = range.split('..');
  const days: ChinaDate[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}

/** True when the State Council's notice for the year of `date` is in our data. */
function hasPublishedCalendar(date: ChinaDate): boolean {
  return HOLIDAY_YEARS[date.slice(0, 4)]?.published ?? false;
}

/** True on days the notice declares 放假, weekends between them included. */
function isHoliday(date: ChinaDate): boolean {
  return OFF.has(date);
}

/** 工作日: Monday to Friday without 放假 days, plus make-up days. For years without data Monday to Friday. */
export function isWorkingDay(date: ChinaDate): boolean {
  if (MAKE_UP.has(date)) return true;
  if (OFF.has(date)) return false;
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The `count`-th working day after `date`; the day of the event is not counted (总局令第121号第45条). `count` ≥ 1. */
export function addWorkingDays(date: ChinaDate, count: number): CountedDate {
  let day = date;
  let provisional = false;
  for (let left = count; left > 0; ) {
    day = addDays(day, 1);
    provisional ||= !hasPublishedCalendar(day);
    if (isWorkingDay(day)) left -= 1;
  }
  return { date: day, provisional };
}

/** `date` itself when it is a working day, else the first one after it. */
export function rollToWorkingDay(date: ChinaDate): CountedDate {
  return rollWhile(date, (day) => !isWorkingDay(day));
}

/** `date` itself unless it is a 放假 day, else the first day after the holiday; a plain weekend does not move it. */
export function rollOverHoliday(date: ChinaDate): CountedDate {
  return rollWhile(date, isHoliday);
}

function rollWhile(date: ChinaDate, mustMove: (day: ChinaDate) => boolean): CountedDate {
  let day = date;
  let provisional = !hasPublishedCalendar(day);
  while (mustMove(day)) {
    day = addDays(day, 1);
    provisional ||= !hasPublishedCalendar(day);
  }
  return { date: day, provisional };
}
