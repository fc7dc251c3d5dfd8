import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countdownAction, findCountdowns } from '../../../lib/reading/countdown.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../lib/shared/time.ts';

const remaining = (line: string) => findCountdowns(line).map(({ remainingMs }) => remainingMs);
const ms = (days: number, hours = 0, minutes = 0, seconds = 0) =>
  days * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS;

describe('findCountdowns', () => {
  it.each([
    ['还剩 1 天 23 时 05 分', ms(1, 23, 5)],
    ['还剩1天23时05分', ms(1, 23, 5)],
    ['还剩 7天 13 时 25 分', ms(7, 13, 25)],
    ['还剩 13 时 25 分', ms(0, 13, 25)],
    ['还剩余2天3小时4分5秒', ms(2, 3, 4, 5)],
    ['剩余时间：3 小时 12 分钟', ms(0, 3, 12)],
    ['您还有 7天18小时11分57秒 来完成宝贝的"确认收货"操作', ms(7, 18, 11, 57)],
    ['倒计时：05:06:07', ms(0, 5, 6, 7)],
    ['还剩 2天05:06:07', ms(2, 5, 6, 7)],
    ['仅剩 30 分 自动关闭', ms(0, 0, 30)],
    ['还剩３天', ms(3)],
    ['还剩 12 个小时', ms(0, 12)],
    ['还 剩：45 秒', ms(0, 0, 0, 45)],
    ['如果商家在 1天23时05分 内未处理，将自动退款', ms(1, 23, 5)],
    ['2天13:25:39 后自动退款', ms(2, 13, 25, 39)],
  ])('%s', (line, expected) => {
    expect(remaining(line)).toEqual([expected]);
  });

  it.each([
    '商家应在48小时内处理',
    '72小时内发货',
    '7天无理由退货',
    '还剩 3 件',
    '还有 200 人在看',
    '还剩 0 天 0 时 0 分',
    '还剩 3 天多',
    '还剩 3.5 天',
    '还剩 1 天左右',
    '12:00:00 后发货',
    '2026-11-20 10:00:00',
    '共 15 天',
    '还剩  天  时  分',
    '逾期3天以上',
    '',
  ])('no clock: %s', (line) => {
    expect(findCountdowns(line)).toEqual([]);
  });

  it('gives the words around the clock within its sentence', () => {
    const line = '退款申请已提交。如果商家还剩 1天2时3分 处理，逾期将自动退款！请耐心等待';
    expect(findCountdowns(line)).toEqual([
      { remainingMs: ms(1, 2, 3), before: '如果商家', after: '处理,逾期将自动退款' },
    ]);
  });

  it('finds each of two', () => {
    expect(remaining('卖家还剩1天处理，买家还剩2天退货')).toEqual([ms(1), ms(2)]);
  });

  it('adds up whatever units there are', () => {
    const unit = (max: number) => fc.option(fc.integer({ min: 0, max }));
    const separator = fc.constantFrom('', ' ');
    fc.assert(
      fc.property(
        unit(99),
        unit(23),
        unit(59),
        unit(59),
        separator,
        fc.constantFrom('时', '小时'),
        (d, h, m, s, gap, hour) => {
          const parts = [
            [d, '天'],
            [h, hour],
            [m, '分'],
            [s, '秒'],
          ].flatMap(([n, word]) => (n === null ? [] : [`${n}${gap}${word}`]));
          const expected = ms(d ?? 0, h ?? 0, m ?? 0, s ?? 0);
          expect(remaining(`还剩${gap}${parts.join(gap)}`)).toEqual(expected > 0 ? [expected] : []);
        },
      ),
    );
  });
});

describe('countdownAction', () => {
  it.each([
    ['来完成宝贝"折叠桌"的"确认收货"操作', '确认收货'],
    ['内处理，逾期将自动退款', '处理'],
    ['内未处理，将自动退款', '处理'],
    ['自动确认收货', '自动确认收货'],
    ['请寄回商品', '寄回商品'],
    ['逾期将自动退款', ''],
    ['', ''],
    ['，超时自动关闭', ''],
    ['这是一个非常非常非常非常非常非常长的句子没有任何动作', ''],
  ])('%s → %s', (after, action) => {
    expect(countdownAction(after)).toBe(action);
  });
});
