import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBytes, formatMinute, formatShort, timeLeft } from '../../../lib/i18n/format.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, parsePageTime } from '../../../lib/shared/time.ts';
import { at, NOW } from '../cases/pages.ts';

const instants = fc.integer({ min: at('2010-01-01 00:00:00'), max: at('2050-01-01 00:00:00') });

describe('the time left', () => {
  it.each([
    [0, { days: 0, hours: 0, minutes: 0 }],
    [MINUTE_MS - 1, { days: 0, hours: 0, minutes: 0 }],
    [MINUTE_MS, { days: 0, hours: 0, minutes: 1 }],
    [HOUR_MS - 1, { days: 0, hours: 0, minutes: 59 }],
    [DAY_MS, { days: 1, hours: 0, minutes: 0 }],
    [3 * DAY_MS + 4 * HOUR_MS + 12 * MINUTE_MS + 59_999, { days: 3, hours: 4, minutes: 12 }],
    [-1, { days: 0, hours: 0, minutes: 0 }],
  ])('of %i ms is %j', (ms, expected) => {
    expect(timeLeft(NOW + ms, NOW)).toEqual(expected);
  });

  it('is never more than there is, and less than a minute short of it', () => {
    fc.assert(
      fc.property(instants, instants, (until, now) => {
        const { days, hours, minutes } = timeLeft(until, now);
        const told = days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS;
        const left = Math.max(0, until - now);
        expect(told).toBeLessThanOrEqual(left);
        expect(left - told).toBeLessThan(MINUTE_MS);
        expect(hours < 24 && minutes < 60).toBe(true);
      }),
    );
  });
});

describe('a time on the screens', () => {
  it('is Beijing time, as the marketplace prints it', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        expect(parsePageTime(formatMinute(instant))).toBe(Math.floor(instant / MINUTE_MS) * MINUTE_MS);
      }),
    );
  });

  it.each([
    ['2026-11-25 16:20:59', '2026-11-22 12:00:00', '11-25 16:20'],
    ['2026-01-01 00:00:00', '2026-12-31 23:59:59', '01-01 00:00'],
    ['2025-12-31 23:59:59', '2026-01-01 00:00:00', '2025-12-31 23:59'],
    ['2027-01-01 00:00:00', '2026-12-31 23:59:59', '2027-01-01 00:00'],
  ])('%s seen at %s is “%s”', (time, now, expected) => {
    expect(formatShort(at(time), at(now))).toBe(expected);
  });
});

describe('a size', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1000, '1.0 KB'],
    [1049, '1.0 KB'],
    [999_949, '999.9 KB'],
    [999_950, '1.0 MB'],
    [999_999, '1.0 MB'],
    [1_234_567, '1.2 MB'],
    [1_000_000_000, '1.0 GB'],
    [5_500_000_000_000, '5500.0 GB'],
  ])('of %i bytes is “%s”', (bytes, expected) => {
    expect(formatBytes(bytes)).toBe(expected);
  });

  it('is right to half a digit, and below 1000 of its unit', () => {
    const nearThousands = fc.tuple(fc.constantFrom(1e3, 1e6, 1e9), fc.integer({ min: -60_000, max: 60_000 }));
    const sizes = fc.oneof(
      fc.integer({ min: 0, max: 999_000_000_000 }),
      nearThousands.map(([round, off]) => Math.max(0, round + off)),
    );
    const units = { B: 1, KB: 1e3, MB: 1e6, GB: 1e9 } as const;
    fc.assert(
      fc.property(sizes, (bytes) => {
        const [number = '', unit = 'B'] = formatBytes(bytes).split(' ');
        const size = units[unit as keyof typeof units];
        expect(Math.abs(Number(number) * size - bytes)).toBeLessThanOrEqual(0.05 * size);
        expect(Number(number)).toBeLessThan(1000);
      }),
    );
  });
});
