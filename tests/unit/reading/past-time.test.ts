import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isTime, readPastTime } from '../../../lib/reading/past-time.ts';
import { chinaDate, DAY_MS, formatIso, formatPageTime, parseIso } from '../../../lib/shared/time.ts';

/** A Sunday. */
const AT = parseIso('2026-11-22T12:00:00+08:00') as number;

describe('readPastTime', () => {
  it.each([
    ['09:15', '2026-11-22T09:15:00+08:00'],
    ['9:15:30', '2026-11-22T09:15:30+08:00'],
    ['今天 09:15', '2026-11-22T09:15:00+08:00'],
    ['昨天 12:30', '2026-11-21T12:30:00+08:00'],
    ['昨天12:30', '2026-11-21T12:30:00+08:00'],
    ['前天 23:59', '2026-11-20T23:59:00+08:00'],
    ['星期六 10:00', '2026-11-21T10:00:00+08:00'],
    ['周三 09:05', '2026-11-18T09:05:00+08:00'],
    ['星期日 10:00', '2026-11-15T10:00:00+08:00'],
    ['星期天 10:00', '2026-11-15T10:00:00+08:00'],
    ['11-20 10:00', '2026-11-20T10:00:00+08:00'],
    ['11月20日 10:00', '2026-11-20T10:00:00+08:00'],
    ['12-25 10:00', '2025-12-25T10:00:00+08:00'],
    ['11-20 下午 3:05', '2026-11-20T15:05:00+08:00'],
    ['昨天 下午12:05', '2026-11-21T12:05:00+08:00'],
    ['昨天　１２：３０', '2026-11-21T12:30:00+08:00'],
  ])('%s', (text, iso) => {
    expect(readPastTime(text, AT)).toBe(iso);
  });

  it.each([
    '',
    '刚刚',
    '3分钟前',
    '昨天',
    '12:30后',
    '23:59',
    '25:00',
    '12:60',
    '13-01 10:00',
    '02-30 10:00',
    '2026-11-20 10:00:00',
    '大约 09:15',
  ])('unknown: %s', (text) => {
    expect(readPastTime(text, AT)).toBeNull();
  });

  it('counts days in China, wherever the computer is', () => {
    const night = parseIso('2026-11-21T16:30:00Z') as number;
    expect([readPastTime('00:15', night), readPastTime('昨天 23:00', night)]).toEqual([
      '2026-11-22T00:15:00+08:00',
      '2026-11-21T23:00:00+08:00',
    ]);
  });

  it('finds every time of the last year again, and never one in the future', () => {
    const past = fc.integer({ min: 0, max: 360 * 24 * 60 });
    fc.assert(
      fc.property(past, (minutes) => {
        const instant = AT - minutes * 60_000;
        const shown = formatPageTime(instant);
        expect(readPastTime(shown.slice(5), AT)).toBe(formatIso(instant));
        const days = Math.round((Date.parse(chinaDate(AT)) - Date.parse(chinaDate(instant))) / DAY_MS);
        const word = ['今天', '昨天', '前天'][days];
        if (word) expect(readPastTime(`${word} ${shown.slice(11)}`, AT)).toBe(formatIso(instant));
      }),
    );
  });
});

describe('isTime', () => {
  it.each(['12:30', '昨天 12:30', '星期三 下午 3:05', '11-20 09:05', '2026-11-20 09:05:00', '2026年11月20日 09:05'])(
    '%s',
    (text) => {
      expect(isTime(text)).toBe(true);
    },
  );

  it.each(['', '对方撤回了一条消息', '昨天 12:30 发货', '2026', '9412345678901230001'])('no time: %s', (text) => {
    expect(isTime(text)).toBe(false);
  });
});
