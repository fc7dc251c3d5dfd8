import { describe, expect, it } from 'vitest';
import { addDays, chinaDate, formatIso, isChinaDate, parseIso, parsePageTime } from '../../../lib/shared/time.ts';

describe('parsePageTime', () => {
  it.each([
    ['2025-11-06 11:55:26', '2025-11-06T11:55:26+08:00'],
    ['2021-4-15 23:07:28', '2021-04-15T23:07:28+08:00'],
    ['2026年10月2日 9:05', '2026-10-02T09:05:00+08:00'],
    ['2026/1/2 03:04', '2026-01-02T03:04:00+08:00'],
    ['2026.01.02 03:04:05 已签收', '2026-01-02T03:04:05+08:00'],
    ['2024-02-29 00:00:00', '2024-02-29T00:00:00+08:00'],
  ])('reads %s as Asia/Shanghai', (text, iso) => {
    expect(formatIso(parsePageTime(text) ?? Number.NaN)).toBe(iso);
  });

  it.each([
    '',
    '2026-02-29 10:00:00',
    '2025-13-01 10:00',
    '2025-11-06',
    '2025-11-06 24:00:00',
    '11-06 11:55',
    '昨天 12:30',
  ])('does not guess %s', (text) => {
    expect(parsePageTime(text)).toBeNull();
  });
});

describe('parseIso', () => {
  it('wants the zone to be named', () => {
    expect(parseIso('2026-11-22T12:15:01+08:00')).toBe(Date.UTC(2026, 10, 22, 4, 15, 1));
    expect(parseIso('2026-11-22T04:15:01Z')).toBe(Date.UTC(2026, 10, 22, 4, 15, 1));
    expect(parseIso('2026-11-22T12:15:01')).toBeNull();
    expect(parseIso('tomorrow')).toBeNull();
  });
});

describe('calendar days', () => {
  it('are those of Asia/Shanghai whatever the zone of the machine', () => {
    expect(chinaDate(Date.UTC(2026, 10, 21, 15, 59, 59))).toBe('2026-11-21');
    expect(chinaDate(Date.UTC(2026, 10, 21, 16, 0, 0))).toBe('2026-11-22');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2024-03-01', -1)).toBe('2024-02-29');
  });

  it('exist', () => {
    expect(isChinaDate('2026-02-28')).toBe(true);
    expect(isChinaDate('2026-02-30')).toBe(false);
  });
});
