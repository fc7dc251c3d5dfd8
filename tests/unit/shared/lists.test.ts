import { expect, it } from 'vitest';
import { firstOfEach } from '../../../lib/shared/lists.ts';

it('the first of each key stays, in order; what has no key repeats nothing', () => {
  const entries = [
    { key: '901', at: 1 },
    { key: undefined, at: 2 },
    { key: '902', at: 3 },
    { key: '901', at: 4 },
    { key: undefined, at: 5 },
  ];
  expect(firstOfEach(entries, ({ key }) => key).map(({ at }) => at)).toEqual([1, 2, 3, 5]);
});
