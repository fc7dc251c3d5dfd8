import { describe, expect, it } from 'vitest';
import { chatMessages } from '../../../scripts/practice/chat/messages.ts';
import { REFUND_STATES } from '../../../scripts/practice/refund-types.ts';
import { createRefundBook, remainingIn } from '../../../scripts/practice/refunds.ts';
import { creditCodeCheck, inventedCreditCode } from '../../../scripts/practice/story/credit-code.ts';
import { createStory } from '../../../scripts/practice/story/story.ts';

const MOMENTS = [
  '2026-11-22T00:00:00+08:00',
  '2026-11-22T09:44:30Z',
  '2026-11-22T23:59:59+08:00',
  '2027-03-01T08:00:00Z',
];
const NOW = Date.parse('2026-11-22T17:00:00+08:00');

describe('the story', () => {
  const story = createStory(NOW);

  it('is the order the pages are about', () => {
    const { order } = story;
    expect(order.paidCents).toBe(7060);
    expect(order.items.map(({ goods, quantity }) => [goods.title.split(' ')[0], quantity])).toEqual([
      ['野生干香菇', 2],
      ['手工红薯粉条', 1],
    ]);
    expect(story.refund.cents).toBe(3520);
    expect([story.buyer.nick, story.shop.name, story.shop.nick]).toEqual(['测试买家01', '山野小铺', '测试卖家01']);
  });

  it('has about thirty orders whose amounts add up, newest first', () => {
    expect(story.orders).toHaveLength(32);
    for (const { items, goodsCents, shippingCents, paidCents } of story.orders) {
      expect(items.reduce((sum, { goods, quantity }) => sum + goods.cents * quantity, 0)).toBe(goodsCents);
      expect(goodsCents + shippingCents).toBe(paidCents);
    }
    const times = story.orders.map(({ createdAt }) => createdAt);
    expect(times).toEqual(times.toSorted((one, other) => other - one));
  });

  it('has 19-digit order and 18-digit refund numbers that begin with 9 and differ', () => {
    const numbers = story.orders.map(({ orderNo }) => orderNo);
    for (const no of numbers) expect(no).toMatch(/^9\d{18}$/u);
    expect(new Set(numbers).size).toBe(numbers.length);
    const refunds = [story.refund, story.tmallRefund, story.finishedRefund].map(({ refundNo }) => refundNo);
    for (const no of refunds) expect(no).toMatch(/^9\d{17}$/u);
    expect(new Set(refunds).size).toBe(3);
  });

  it('gives each of several items a number next to the order’s, and a single item the order’s own', () => {
    const [first, second] = story.order.items.map(({ subOrderNo }) => subOrderNo);
    expect(new Set([story.order.orderNo, first, second]).size).toBe(3);
    expect(story.tmallOrder.items[0]?.subOrderNo).toBe(story.tmallOrder.orderNo);
  });

  it.each(MOMENTS)('tells of nothing later than now (%s)', (moment) => {
    const now = Date.parse(moment);
    const told = createStory(now);
    const { orders, refund, tmallRefund, finishedRefund } = told;
    const times = orders.flatMap(({ createdAt, paidAt, shippedAt, signedAt, finishedAt }) =>
      [createdAt, paidAt, shippedAt, signedAt, finishedAt].filter((at) => at !== undefined),
    );
    times.push(refund.appliedAt, refund.refusal.at, tmallRefund.refusal.at, finishedRefund.appliedAt);
    times.push(...chatMessages(told, 240).map(({ at }) => at));
    expect(Math.max(...times)).toBeLessThanOrEqual(now);
  });

  it.each(MOMENTS)('can begin a refund in every state, in order and with time left (%s)', (moment) => {
    const now = Date.parse(moment);
    for (const state of REFUND_STATES) {
      const book = createRefundBook(createStory(now), () => now, state);
      const refund = book.get('917530264418007801');
      expect(refund?.state).toBe(state);
      const times = refund?.history.map(({ at }) => at) ?? [];
      expect(times).toEqual(times.toSorted((one, other) => one - other));
      expect(times.at(-1)).toBeLessThanOrEqual(now);
      const remaining = refund && remainingIn(refund, now);
      if (remaining !== null) expect(remaining).toBeGreaterThan(3_600_000);
    }
  });

  it('has a company whose credit code carries the right check characters', () => {
    for (const code of [story.company.creditCode, ...'0123456789ABCDEFGH'].map((text) =>
      text.length === 18 ? text : inventedCreditCode(`0TE5T${text}`),
    )) {
      expect(code).toMatch(/^91\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/u);
      expect(checkOf17(code)).toBe(code[17]);
      expect(checkOfOrganisation(code.slice(8, 16))).toBe(code[16]);
    }
    // The example printed in GB 32100-2015.
    expect(creditCodeCheck('91350100M000100Y4')).toBe('3');
  });
});

/** GB 32100-2015 by its published weights, written out anew so that the story's own sum is not its judge. */
function checkOf17(code: string): string | undefined {
  const chars = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
  const sum = weights.reduce((total, weight, index) => total + weight * chars.indexOf(code[index] as string), 0);
  return chars[(31 - (sum % 31)) % 31];
}

/** GB 11714-1997: letters count from 10 on. */
function checkOfOrganisation(body: string): string {
  const weights = [3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number.parseInt(body[index] as string, 36), 0);
  return ['0', 'X', '9', '8', '7', '6', '5', '4', '3', '2', '1'][sum % 11] as string;
}

describe('the conversation', () => {
  const story = createStory(NOW);

  it.each([1, 30, 240, 2000])('has %i messages when asked for, each later than the one before', (count) => {
    const messages = chatMessages(story, count);
    expect(messages).toHaveLength(count);
    expect(messages.every(({ index }, place) => index === place)).toBe(true);
    for (const [place, message] of messages.entries()) {
      if (place > 0) expect(message.at).toBeGreaterThan(messages[place - 1]?.at ?? 0);
    }
  });

  it('holds every kind of message, taken-back ones in the dispute and before', () => {
    const messages = chatMessages(story, 240);
    const kinds = new Set(messages.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['file', 'image', 'item', 'order', 'recalled', 'system', 'text']);
    expect(messages.slice(-66).filter(({ kind }) => kind === 'recalled')).toHaveLength(1);
    expect(messages.find(({ kind }) => kind === 'order')?.lines[0]).toBe(`订单号 ${story.order.orderNo}`);
  });

  it('is the same conversation however many older messages there are', () => {
    const words = (count: number) =>
      chatMessages(story, count)
        .slice(-60)
        .map(({ time, lines }) => [time, lines]);
    expect(words(2000)).toEqual(words(240));
  });
});
