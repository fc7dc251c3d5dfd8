import { describe, expect, it } from 'vitest';
import { mergePage } from '../../../lib/cases/merge.ts';
import { clockNotes } from '../../../lib/cases/time/clock-notes.ts';
import { viewCase } from '../../../lib/cases/view.ts';
import type { Reading } from '../../../lib/marketplaces/types.ts';
import { DAY_MS, formatIso, HOUR_MS, MINUTE_MS } from '../../../lib/shared/time.ts';
import { caseOf, NOW, orderPage, refundPage, seen } from './pages.ts';

const notes = (page: Reading) => clockNotes(caseOf(page)).map(({ id, text }) => [id, text.zh]);
const served = (servedAt: number) =>
  refundPage({}, { serverClock: { servedAt: formatIso(servedAt), loadedAt: formatIso(NOW) } });

describe('a wrong clock of the computer', () => {
  it.each([
    ['right', NOW - 2000, []],
    ['a little off', NOW + 5 * MINUTE_MS, []],
    ['a day slow', NOW + DAY_MS + HOUR_MS, [['clock.slow', expect.stringContaining('慢约1天1小时')]]],
    ['a day fast', NOW - DAY_MS, [['clock.fast', expect.stringContaining('快约1天0小时')]]],
    ['six minutes slow', NOW + 6 * MINUTE_MS, [['clock.slow', expect.stringContaining('6分钟')]]],
  ])('is told by the time of the page’s server: %s', (_how, servedAt, told) => {
    expect(notes(served(servedAt))).toEqual(told);
  });

  it.each([
    ['an event', refundPage({}, { events: [{ type: 'refund.refused', at: formatIso(NOW + HOUR_MS) }] })],
    ['a payment', orderPage({ paidAt: formatIso(NOW + HOUR_MS) })],
    [
      'a word of the seller',
      refundPage({ negotiation: [{ at: formatIso(NOW + HOUR_MS), party: 'seller', name: '', text: '', images: [] }] }),
    ],
  ])('is proved to be slow by %s that is later than now', (_what, page) => {
    expect(notes(page)).toEqual([['clock.slow', expect.stringContaining('1小时0分')]]);
  });

  it('is not proved by what is to come, nor by a time cut to the minute', () => {
    const countdown = { endsAt: formatIso(NOW + 3 * DAY_MS), text: '', action: '' };
    expect(notes(refundPage({ countdown, shipBy: formatIso(NOW + DAY_MS) }))).toEqual([]);
    expect(notes(orderPage({ paidAt: formatIso(NOW + 4 * MINUTE_MS) }))).toEqual([]);
  });

  it('is told of on the case until a page shows that it was set', () => {
    const page = orderPage({ paidAt: formatIso(NOW + DAY_MS) });
    const slow = caseOf(page);
    expect(viewCase(slow, NOW).warnings[0]?.id).toBe('clock.slow');
    expect(clockNotes(mergePage(slow, seen(refundPage(), NOW + MINUTE_MS)))).toHaveLength(1);
    expect(clockNotes(mergePage(slow, seen(page, NOW + DAY_MS + MINUTE_MS)))).toEqual([]);
    const after = NOW + DAY_MS;
    const right = refundPage({}, { serverClock: { servedAt: formatIso(after), loadedAt: formatIso(after) } });
    expect(clockNotes(mergePage(slow, seen(right, after)))).toEqual([]);
  });
});

describe('a page that was seen long ago', () => {
  const due = formatIso(NOW + 30 * DAY_MS);
  const known = caseOf(
    refundPage({ stage: 'WAIT_SELLER_AGREE', countdown: { endsAt: due, text: '', action: '' }, refundStatus: '等待' }),
  );

  it('is stale after a day, and says where it can be seen again', () => {
    expect(viewCase(known, NOW + DAY_MS).stale).toBeNull();
    expect(viewCase(known, NOW + 3 * DAY_MS + HOUR_MS).stale).toEqual({
      days: 3,
      seenAt: NOW,
      url: expect.stringMatching(/^https:\/\/refund2\.taobao\.com\//),
    });
  });

  it('is said once: as its own notice and not among the warnings', () => {
    const { warnings, status } = viewCase(known, NOW + 3 * DAY_MS);
    expect(status.warnings.map(({ id }) => id)).toContain('page.stale');
    expect(warnings.map(({ id }) => id)).not.toContain('page.stale');
  });

  it('is no matter where the case is over, or with an authority', () => {
    const done = caseOf(refundPage({ stage: 'SUCCESS' }));
    expect(viewCase(done, NOW + 3 * DAY_MS).stale).toBeNull();
    const event = { type: '12315.filed' as const, at: formatIso(NOW - HOUR_MS) };
    const entry = { id: 'a', event, channel: null, note: '', enteredAt: NOW };
    expect(viewCase({ ...known, entries: [entry] }, NOW + 3 * DAY_MS).stale).toBeNull();
  });
});

describe('a page that counts to another time than the rule', () => {
  it('is shown with the deadline', () => {
    const facts = {
      refundType: 'returnRefund' as const,
      refundAppliedAt: formatIso(NOW - HOUR_MS),
      shippedAt: formatIso(NOW - 9 * DAY_MS),
    };
    const countdown = { endsAt: formatIso(NOW + 5 * DAY_MS), text: '还剩5天', action: '' };
    const view = viewCase(caseOf(refundPage({ ...facts, stage: 'WAIT_SELLER_AGREE', countdown })), NOW);
    expect(view.deadline?.basis).toBe('page');
    expect(view.disagreements.map(({ id }) => id)).toEqual(['page.differs']);
    expect(view.warnings.map(({ id }) => id)).not.toContain('page.differs');
  });
});
