import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServerTimeAnswer } from '../../../lib/evidence/page-capture.ts';
import { serverClock } from '../../../lib/recorder/server-clock.ts';

const SENT = Date.UTC(2026, 10, 22, 4, 15, 1, 200);

function answer(change: Partial<ServerTimeAnswer> = {}): ServerTimeAnswer {
  const date = 'Sun, 22 Nov 2026 04:15:11 GMT';
  return { url: 'https://x/', sentAt: SENT, receivedAt: SENT + 100, status: 200, date, age: null, ...change };
}

describe('the clock of a server', () => {
  it('stands beside this computer’s, with how far they are apart and within what', () => {
    expect(serverClock(answer())).toEqual({
      url: 'https://x/',
      method: 'HEAD',
      sentAt: '2026-11-22T12:15:01.200+08:00',
      receivedAt: '2026-11-22T12:15:01.300+08:00',
      roundTripMs: 100,
      status: 200,
      date: 'Sun, 22 Nov 2026 04:15:11 GMT',
      age: null,
      aheadOfLocalMs: 10_250,
      uncertaintyMs: 550,
    });
  });

  it.each<[string, Partial<ServerTimeAnswer>]>([
    ['no answer', { status: null, date: null }],
    ['an answer without a time', { date: null }],
    ['a time in no form we know', { date: '2026-11-22 04:15:11' }],
    ['an answer that was kept on the way', { age: '37' }],
  ])('says nothing of a difference for %s', (_what, change) => {
    expect(serverClock(answer(change))).toMatchObject({ aheadOfLocalMs: null, uncertaintyMs: null });
  });

  it('is never further from the truth than it says', () => {
    const ms = (max: number) => fc.integer({ min: 0, max });
    fc.assert(
      fc.property(fc.integer({ min: -86_400_000, max: 86_400_000 }), ms(3000), ms(3000), (ahead, there, back) => {
        const date = new Date(SENT + there + ahead).toUTCString();
        const clock = serverClock(answer({ receivedAt: SENT + there + back, date }));
        expect(Math.abs((clock.aheadOfLocalMs ?? Number.NaN) - ahead)).toBeLessThanOrEqual(clock.uncertaintyMs ?? 0);
      }),
    );
  });
});
