import { describe, expect, it } from 'vitest';
import { parseCaseInput } from '../../../lib/stages/input.ts';
import { ids } from './helpers.ts';

const GOOD = {
  marketplace: 'taobao',
  role: 'buyer',
  refundType: 'refundOnly',
  goods: 'shipped',
  events: [{ type: 'refund.applied', at: '2026-11-20T14:30:00+08:00' }],
  page: {
    pageKind: 'refundDetail',
    countdown: { endsAt: null, remainingMs: 1000, text: '还剩1秒', action: '' },
    seenAt: '2026-11-20T15:00:00+08:00',
  },
};

describe('input of a case', () => {
  it('is taken over unchanged when it is right', () => {
    expect(parseCaseInput(GOOD)).toEqual({ input: GOOD, warnings: [] });
  });

  it.each([null, 'text', 3, ['list'], true])('is refused when it is no object: %j', (json) => {
    expect(parseCaseInput(json)).toBeNull();
  });

  it('keeps the good events when others are bad', () => {
    const [good] = GOOD.events;
    const bad = [
      null,
      'text',
      {},
      { type: 'refund.applied' },
      { type: 'unknown', at: good?.at },
      { type: 'settled', at: '2026-11-20' },
      { type: 'settled', at: 5 },
    ];
    const parsed = parseCaseInput({ ...GOOD, events: [...bad, good] });
    expect(parsed?.input.events).toEqual([good]);
    expect(ids(parsed?.warnings ?? [])).toEqual(bad.map(() => 'event.invalid'));
    expect(parsed?.warnings[4]?.text.zh).toContain('第5个事件（unknown，2026-11-20T14:30:00+08:00）');
  });

  it.each([
    ['marketplace', 'ebay', { marketplace: null }],
    ['role', 'judge', { role: 'unknown' }],
    ['refundType', 'gift', {}],
    ['goods', 'lost', {}],
    ['events', 'none', { events: [] }],
    ['page', { pageKind: 'shop' }, {}],
    ['paidAmount', 35.2, {}],
    ['shipBy', '明天', {}],
    ['sevenDayReturn', 'yes', {}],
  ])('drops a bad %s and says so', (key, value, expected) => {
    const parsed = parseCaseInput({ ...GOOD, [key]: value });
    const { [key]: _, ...others } = GOOD as Record<string, unknown>;
    expect(parsed?.input).toEqual({ ...others, ...expected });
    expect(ids(parsed?.warnings ?? [])).toEqual(['input.field']);
    expect(parsed?.warnings[0]?.text.zh).toContain(`“${key}”`);
  });

  it('drops a bad detail of an event or page and keeps the rest', () => {
    const parsed = parseCaseInput({
      ...GOOD,
      events: [{ ...GOOD.events[0], by: 'nobody', outcome: 'supportBuyer' }],
      page: { ...GOOD.page, seenAt: 'yesterday', countdown: { endsAt: 7 } },
    });
    expect(parsed?.input.events).toEqual([{ ...GOOD.events[0], outcome: 'supportBuyer' }]);
    expect(parsed?.input.page).toEqual({ pageKind: 'refundDetail' });
    expect(parsed?.warnings.map(({ text }) => /“([^”]+)”/.exec(text.zh)?.[1])).toEqual([
      'page.seenAt',
      'page.countdown',
      'events[0].by',
    ]);
  });

  it('takes what is missing as unknown', () => {
    expect(parseCaseInput({})).toEqual({ input: { marketplace: null, role: 'unknown', events: [] }, warnings: [] });
  });

  it('reads several pages', () => {
    const parsed = parseCaseInput({ ...GOOD, morePages: [{ pageKind: 'orderDetail' }, 3] });
    expect(parsed?.input.morePages).toEqual([{ pageKind: 'orderDetail' }]);
    expect(ids(parsed?.warnings ?? [])).toEqual(['input.field']);
  });
});
