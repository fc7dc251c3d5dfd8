import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planAreas } from '../../../lib/capture/areas.ts';

const MAX_SIDE = 32_767;
const MAX_PIXELS = 32 * 1024 * 1024;

describe('the areas of a page', () => {
  it.each([
    ['twelve screens are one picture', 1280, 9600, 1, [0], 9600],
    ['forty are, too', 1000, 32_000, 1, [0], 32_000],
    ['a page higher than any canvas is two', 1000, 40_000, 1, [0, 20_000], 20_000],
    ['the last ends with the page', 1000, 32_769, 1, [0, 16_384], 16_385],
    ['a wide and long one is cut for the memory', 1920, 32_000, 1, [0, 16_000], 16_000],
    ['twice the pixels are twice the pictures and more', 1280, 19_200, 2, [0, 6400, 12_800], 6400],
  ] as const)('%s', (_what, width, height, ratio, tops, each) => {
    const areas = planAreas({ width, height }, ratio);
    expect(areas).toEqual(tops.map((top) => ({ left: 0, top, width, height: each })));
  });

  it('of a page without any size are none', () => {
    for (const page of [
      { width: 0, height: 100 },
      { width: 100, height: 0 },
      { width: Number.NaN, height: 9 },
    ]) {
      expect(planAreas(page, 1)).toEqual([]);
    }
  });

  it('cover the page without a gap, stay within it and within what can be drawn, and are the fewest', () => {
    const sizes = { width: fc.integer({ min: 1, max: 4000 }), height: fc.integer({ min: 1, max: 500_000 }) };
    fc.assert(
      fc.property(fc.record(sizes), fc.double({ min: 0.3, max: 4, noNaN: true }), (page, ratio) => {
        const areas = planAreas(page, ratio);
        const ends = areas.map(({ top, height }) => top + height);
        expect(areas[0]?.top).toBe(0);
        expect(ends.at(-1)).toBe(page.height);
        for (const [index, { top, height, width }] of areas.entries()) {
          expect(top).toBeLessThanOrEqual(ends[index - 1] ?? 0);
          expect(height * ratio).toBeLessThanOrEqual(MAX_SIDE);
          if (height > 1) expect(width * ratio * height * ratio).toBeLessThanOrEqual(MAX_PIXELS);
        }
        const highest = Math.floor(Math.min(MAX_SIDE, MAX_PIXELS / (page.width * ratio)) / ratio);
        expect(areas).toHaveLength(Math.ceil(page.height / Math.max(1, highest)));
      }),
    );
  });
});
