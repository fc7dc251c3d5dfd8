import { describe, expect, it } from 'vitest';
import { inTurns, median, ratios, spread } from '../../../scripts/bench/statistics.ts';

describe('spread', () => {
  it('takes the middle of an odd number of values', () => {
    expect(spread([9, 1, 4])).toEqual({ min: 1, median: 4, max: 9 });
  });

  it('takes the mean of the two middle ones of an even number', () => {
    expect(median([10, 1, 4, 2])).toBe(3);
  });

  it('has no figure for no values', () => {
    expect(spread([])).toEqual({ min: Number.NaN, median: Number.NaN, max: Number.NaN });
  });
});

describe('inTurns', () => {
  it('runs every method once a round and begins each round with the next one', async () => {
    const order: string[] = [];
    const method = (name: string) => async () => order.push(name);
    await inTurns({ a: method('a'), b: method('b'), c: method('c') }, 2);
    expect(order.join('')).toBe('abcbca');
  });

  it('keeps the results of each method in order of its runs', async () => {
    let run = 0;
    const results = await inTurns({ a: async () => (run += 1), b: async () => 'b' }, 2);
    expect(results).toEqual({ a: [1, 2], b: ['b', 'b'] });
  });
});

it('ratios divides by the value of the same round and leaves out rounds without one', () => {
  expect(ratios([4, 9, 5], [2, 3])).toEqual([2, 3]);
});
