import { describe, expect, it } from 'vitest';
import { readPage } from '../../../lib/marketplaces/registry.ts';
import { readingSchema } from '../../../lib/marketplaces/schema.ts';
import { openPage } from '../../../scripts/saved-page.ts';

const ADDRESS = 'https://refund2.taobao.com/dispute/detail.htm?disputeId=9000000000000067890';
const SERVED = 1_795_320_000_000;
const page = openPage(
  `<title>退款</title><script>var x = {"serverTime":${SERVED}}</script><p>退款编号：9000000000000067890</p>`,
  ADDRESS,
);

describe('the clock of the server', () => {
  it('is reported with that of the computer when the page has just come from it', () => {
    const reading = readPage(page, ADDRESS, { at: SERVED, loadedAt: SERVED + 86_400_000, isFresh: true });
    expect(reading.serverClock).toEqual({
      servedAt: '2026-11-22T12:00:00+08:00',
      loadedAt: '2026-11-23T12:00:00+08:00',
    });
    expect(readingSchema.parse(reading)).toEqual(reading);
  });

  it.each([
    ['a page from a cache', { at: SERVED, loadedAt: SERVED, isFresh: false }],
    ['a saved page', {}],
  ])('is not told of %s', (_what, viewing) => {
    expect(readPage(page, ADDRESS, viewing)).not.toHaveProperty('serverClock');
  });
});
