import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYuan, toCents } from '../../../lib/shared/money.ts';

describe('parseYuan', () => {
  it.each([
    ['￥1,288.50', '1288.50'],
    ['¥8.27', '8.27'],
    ['8.27', '8.27'],
    ['8', '8.00'],
    ['8.5', '8.50'],
    ['￥ 8 . 27', '8.27'],
    ['￥８．２７', '8.27'],
    ['-￥27.00', '-27.00'],
    ['￥-27.00', '-27.00'],
    ['-0.00', '0.00'],
    ['153元', '153.00'],
    ['￥0.00', '0.00'],
    ['￥8.27（含运费￥0.00）', '8.27'],
    ['￥8.27 含运费', '8.27'],
    ['￥1,234,567.89', '1234567.89'],
    ['￥007.10', '7.10'],
    ['￥8.27 复制', '8.27'],
  ])('%s', (text, amount) => {
    expect(parseYuan(text)).toBe(amount);
  });

  it.each([
    '',
    '￥',
    '￥88.00起',
    '￥88.00 起',
    '￥88-120',
    '￥88.00 ~ ￥120.00',
    '￥3.52*2',
    '￥3.52×2(数量)',
    '￥8.27 x1',
    '￥8.27 ￥12.00',
    '1.2万',
    '￥1.2万',
    '3天',
    '12:30',
    '4.9 分',
    '2026-01-01',
    '8.275',
    '1,28.50',
    '12,88',
    '￥1234567890',
    '$8.27',
    '约8.27',
    '8 折',
    '￥***',
  ])('no amount: %s', (text) => {
    expect(parseYuan(text)).toBeNull();
  });

  it('reads every amount back, however it is printed', () => {
    const cents = fc.integer({ min: 0, max: 99_999_999_999 });
    fc.assert(
      fc.property(cents, fc.boolean(), fc.constantFrom('￥', '¥', '￥ '), (value, isGrouped, sign) => {
        const whole = String(Math.floor(value / 100));
        const shown = isGrouped ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
        const fraction = String(value % 100).padStart(2, '0');
        const amount = parseYuan(`${sign}${shown}.${fraction}`);
        expect(amount).toBe(`${whole}.${fraction}`);
        expect(toCents(amount ?? '')).toBe(BigInt(value));
      }),
    );
  });
});

describe('toCents', () => {
  it.each(['8', '8.2', '8.275', '￥8.27', '', '1e3', ' 8.27'])('%j is a fault of ours', (text) => {
    expect(() => toCents(text)).toThrow(TypeError);
  });

  it('keeps the sign', () => {
    expect(toCents('-27.05')).toBe(-2705n);
  });
});
