import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, formatIso, parseIso, startOfChinaDay } from '../../../lib/shared/time.ts';
import { HOLIDAY_YEARS } from '../../../lib/stages/calendar/holidays.ts';
import { addMonths, endOfLimit, UNITS } from '../../../lib/stages/calendar/limits.ts';
import {
  addWorkingDays,
  isWorkingDay,
  rollOverHoliday,
  rollToWorkingDay,
} from '../../../lib/stages/calendar/working-days.ts';
import { at } from './helpers.ts';

const instant = (time: string) => parseIso(at(time)) as number;

describe('working days', () => {
  it.each([
    ['2026-09-24', 7, '2026-10-12'],
    ['2026-02-12', 7, '2026-02-28'],
    ['2026-04-30', 7, '2026-05-13'],
    ['2026-04-30', 15, '2026-05-25'],
    ['2026-11-20', 7, '2026-12-01'],
    ['2026-11-20', 15, '2026-12-11'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2025-10-09', 2, '2025-10-11'],
    ['2024-02-08', 2, '2024-02-18'],
  ])('%s + %i is %s', (date, count, expected) => {
    expect(addWorkingDays(date, count)).toEqual({ date: expected, provisional: false });
  });

  it.each([
    ['2026-01-01', false],
    ['2026-01-04', true],
    ['2026-02-14', true],
    ['2026-02-16', false],
    ['2026-10-10', true],
    ['2026-11-21', false],
    ['2026-11-23', true],
  ])('%s is a working day: %s', (date, expected) => {
    expect(isWorkingDay(date)).toBe(expected);
  });

  it('are provisional as soon as a year without a published calendar is looked at', () => {
    expect(addWorkingDays('2026-12-30', 1)).toEqual({ date: '2026-12-31', provisional: false });
    expect(addWorkingDays('2026-12-31', 1)).toEqual({ date: '2027-01-04', provisional: true });
    expect(addWorkingDays('2028-03-01', 1)).toEqual({ date: '2028-03-02', provisional: true });
    expect(rollToWorkingDay('2027-01-01')).toEqual({ date: '2027-01-04', provisional: true });
  });

  it('roll over holidays and, only where asked, over weekends', () => {
    expect(rollOverHoliday('2026-10-02').date).toBe('2026-10-08');
    expect(rollOverHoliday('2026-11-21').date).toBe('2026-11-21');
    expect(rollToWorkingDay('2026-11-21').date).toBe('2026-11-23');
    expect(rollToWorkingDay('2026-10-10').date).toBe('2026-10-10');
  });

  it('have a calendar of existing days in which only weekends are made up', () => {
    for (const [year, { off, work }] of Object.entries(HOLIDAY_YEARS)) {
      for (const day of work) expect([0, 6], day).toContain(new Date(`${day}T00:00:00Z`).getUTCDay());
      for (const range of off) {
        for (const day of range.split('..')) expect(day.startsWith(year) && addDays(day, 0) === day, day).toBe(true);
      }
    }
  });

  it.each([
    ['2024', 366 - 104 - 11],
    ['2025', 365 - 104 - 13],
    ['2026', 365 - 104 - 13],
  ])('of %s add up to %i: all days without weekends and statutory holidays', (year, expected) => {
    let count = 0;
    for (let day = `${year}-01-01`; day.startsWith(year); day = addDays(day, 1)) if (isWorkingDay(day)) count += 1;
    expect(count).toBe(expected);
  });
});

describe('limits', () => {
  it.each([
    ['refund request, 2 d', '11-20 14:30', { amount: 2, unit: 'd' }, 'clock', '2026-11-22T14:30:00+08:00', null],
    ['unshipped refund, 24 h', '11-20 14:30', { amount: 24, unit: 'h' }, 'clock', '2026-11-21T14:30:00+08:00', null],
    ['platform 7 d', '11-20 14:30', { amount: 168, unit: 'h' }, 'calendar', '2026-11-28T00:00:00+08:00', '2026-11-27'],
    ['law 7 d', '11-20 00:00', { amount: 7, unit: 'd' }, 'calendar', '2026-11-28T00:00:00+08:00', '2026-11-27'],
    ['7 wd', '09-24 23:59', { amount: 7, unit: 'wd' }, 'clock', '2026-10-13T00:00:00+08:00', '2026-10-12'],
    ['6 months', '08-31 09:00', { amount: 6, unit: 'm' }, 'calendar', '2027-03-01T00:00:00+08:00', '2027-02-28'],
    ['3 years', '2024-02-29 09:00', { amount: 3, unit: 'y' }, 'calendar', '2027-03-01T00:00:00+08:00', '2027-02-28'],
  ] as const)('%s from %s', (_, start, duration, counting, due, lastDay) => {
    const end = endOfLimit(instant(start), duration, counting, 'never');
    expect({ due: formatIso(end.due), lastDay: end.lastDay }).toEqual({ due, lastDay });
  });

  it.each([
    ['08-03', 'never', '2026-10-02'],
    ['08-03', 'holiday', '2026-10-08'],
    ['09-22', 'never', '2026-11-21'],
    ['09-22', 'holiday', '2026-11-21'],
    ['09-22', 'restDay', '2026-11-23'],
  ] as const)('60 days from %s with roll-over %s end on %s', (start, rollOver, lastDay) => {
    expect(endOfLimit(instant(`${start} 10:00`), { amount: 60, unit: 'd' }, 'calendar', rollOver).lastDay).toBe(
      lastDay,
    );
  });

  it('count months to the same day or the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2026-12-15', 1)).toBe('2027-01-15');
    expect(addMonths('2024-02-29', 12)).toBe('2025-02-28');
    expect(addMonths('2026-10-31', 6)).toBe('2027-04-30');
  });
});

describe('counting, for any date', () => {
  const date = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-06-01', days));
  const count = fc.integer({ min: 1, max: 60 });
  const duration = fc.record({ amount: count, unit: fc.constantFrom(...UNITS) });
  const counting = fc.constantFrom('clock' as const, 'calendar' as const);

  it('working days are never earlier than the same number of natural days, and land on a working day', () => {
    fc.assert(
      fc.property(date, count, (day, days) => {
        const end = addWorkingDays(day, days).date;
        return end >= addDays(day, days) && isWorkingDay(end);
      }),
    );
  });

  it('working days are exactly as many as counted', () => {
    fc.assert(
      fc.property(date, count, (day, days) => {
        let counted = 0;
        for (let next = addDays(day, 1); next <= addWorkingDays(day, days).date; next = addDays(next, 1)) {
          if (isWorkingDay(next)) counted += 1;
        }
        return counted === days;
      }),
    );
  });

  it('a later start or a longer limit never ends earlier', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 400 }), duration, counting, (day, later, limit, how) => {
        const start = startOfChinaDay(day) + 12 * 3600_000;
        const end = (from: number, amount: number) => endOfLimit(from, { ...limit, amount }, how, 'never').due;
        const first = end(start, limit.amount);
        return end(start + later * 3600_000, limit.amount) >= first && end(start, limit.amount + 1) > first;
      }),
    );
  });

  it('rolling over never makes a limit end earlier, and the wider roll-over never before the narrower', () => {
    fc.assert(
      fc.property(date, duration, (day, limit) => {
        const due = (how: 'never' | 'holiday' | 'restDay') =>
          endOfLimit(startOfChinaDay(day), limit, 'calendar', how).due;
        return due('never') <= due('holiday') && due('holiday') <= due('restDay');
      }),
    );
  });

  it('a limit of the calendar does not depend on the hour of the event', () => {
    fc.assert(
      fc.property(date, duration, fc.integer({ min: 0, max: 86_399_999 }), (day, limit, ms) => {
        const midnight = startOfChinaDay(day);
        const end = (start: number) => endOfLimit(start, limit, 'calendar', 'never').due;
        return end(midnight) === end(midnight + ms);
      }),
    );
  });
});
