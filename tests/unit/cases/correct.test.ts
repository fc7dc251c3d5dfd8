import { describe, expect, it } from 'vitest';
import { correctCase, findClash, newsOf, readFactOf, restoreFact } from '../../../lib/cases/facts/correct.ts';
import { findCaseOf, isAboutAnother, lookupKeys } from '../../../lib/cases/match.ts';
import { mergePage, openCase } from '../../../lib/cases/merge.ts';
import { statusOf } from '../../../lib/cases/status.ts';
import type { Case } from '../../../lib/cases/types.ts';
import { viewCase } from '../../../lib/cases/view.ts';
import type { FactKey, Facts, Reading } from '../../../lib/marketplaces/types.ts';
import { formatIso, HOUR_MS } from '../../../lib/shared/time.ts';
import {
  caseOf,
  NOW,
  ORDER_NO,
  OTHER_ORDER_NO,
  OTHER_REFUND_NO,
  orderPage,
  REFUND_NO,
  reading,
  refundPage,
  seen,
} from './pages.ts';

const LATER = NOW + HOUR_MS;

function correct<Key extends FactKey>(known: Case, fact: Key, value: NonNullable<Facts[Key]>, at = NOW + 1): Case {
  return correctCase(known, { id: `correction of ${fact}`, fact, value, at, picked: null });
}

/** What the store does: candidates are the cases that share a key with the page. */
function find(page: Reading, cases: readonly Case[]): string | null {
  const wanted = new Set(lookupKeys(page));
  const candidates = cases.filter(({ keys }) => keys.some((key) => wanted.has(key)));
  return findCaseOf(page, candidates)?.id ?? null;
}

describe('a correction', () => {
  const page = refundPage({ refundAmount: '7.04', refundStatus: '等待商家处理' });
  const known = correct(caseOf(page), 'refundAmount', '17.04');

  it('counts, and the word of the page stays beside it', () => {
    expect(known.facts.refundAmount).toBe('17.04');
    expect(known.origins.refundAmount).toMatchObject({ source: 'user', seenAt: NOW + 1 });
    expect(readFactOf(known, 'refundAmount')).toMatchObject({
      value: '7.04',
      origin: { source: 'label', seenAt: NOW },
    });
    expect(page.facts.refundAmount).toBe('7.04');
  });

  it('wins over what later readings say, which are kept as the word of the page', () => {
    const later = mergePage(known, seen(refundPage({ refundAmount: '9.00', refundStatus: '商家已拒绝' }), LATER));
    expect(later.facts).toMatchObject({ refundAmount: '17.04', refundStatus: '商家已拒绝' });
    expect(readFactOf(later, 'refundAmount')).toMatchObject({ value: '9.00', origin: { seenAt: LATER } });
  });

  it('is news only when the page says something that neither it nor the user has said before', () => {
    const same = mergePage(known, seen(page, LATER));
    expect(newsOf(same, 'refundAmount')).toBeNull();
    const agreed = mergePage(known, seen(refundPage({ refundAmount: '17.04' }), LATER));
    expect(newsOf(agreed, 'refundAmount')).toBeNull();
    const changed = mergePage(known, seen(refundPage({ refundAmount: '9.00' }), LATER));
    expect(newsOf(changed, 'refundAmount')?.value).toBe('9.00');
    expect(newsOf(correct(changed, 'refundAmount', '8.00', LATER + 1), 'refundAmount')).toBeNull();
  });

  it('is replaced by the next one; the page is still the page', () => {
    const again = correct(known, 'refundAmount', '27.04', LATER);
    expect(again.facts.refundAmount).toBe('27.04');
    expect(readFactOf(again, 'refundAmount')?.value).toBe('7.04');
  });

  it('can be taken back whole', () => {
    expect(restoreFact(known, 'refundAmount')).toEqual(caseOf(page));
    const filled = correct(caseOf(page), 'shippedAt', '2026-11-20T10:00:00+08:00');
    expect(restoreFact(filled, 'shippedAt')).toEqual(caseOf(page));
    expect(restoreFact(known, 'orderNo')).toBe(known);
  });

  it('taken back leaves what pages have said since', () => {
    const later = mergePage(known, seen(refundPage({ refundAmount: '9.00' }), LATER));
    expect(restoreFact(later, 'refundAmount').facts.refundAmount).toBe('9.00');
    expect(restoreFact(later, 'refundAmount').origins.refundAmount).toMatchObject({ source: 'label', seenAt: LATER });
  });

  it('of a fact that no page has shown waits for one', () => {
    const filled = correct(caseOf(page), 'paidAmount', '35.20');
    expect(readFactOf(filled, 'paidAmount')).toBeNull();
    expect(newsOf(filled, 'paidAmount')).toBeNull();
    const shown = mergePage(filled, seen(orderPage({ paidAmount: '36.20' }), LATER));
    expect(shown.facts.paidAmount).toBe('35.20');
    expect(newsOf(shown, 'paidAmount')?.value).toBe('36.20');
  });
});

describe('stage and deadlines after a correction', () => {
  const waiting = refundPage({
    stage: 'WAIT_SELLER_AGREE',
    refundType: 'refundOnly',
    countdown: { endsAt: formatIso(NOW + 10 * HOUR_MS), text: '还剩10小时', action: '' },
  });

  it('follow a corrected stage and a corrected end of the countdown', () => {
    const refused = correct(caseOf(waiting), 'stage', 'SELLER_REFUSE_BUYER');
    expect(statusOf(refused, NOW + 1).stage).toBe('SELLER_REFUSE_BUYER');
    const ends = correct(
      refused,
      'countdown',
      { endsAt: formatIso(NOW + 50 * HOUR_MS), text: '', action: '' },
      NOW + 2,
    );
    const view = viewCase(ends, NOW);
    expect(view.turn).toBe('yours');
    expect(view.deadline?.due).toBe(NOW + 50 * HOUR_MS);
    expect(restoreFact(restoreFact(ends, 'countdown'), 'stage')).toEqual(caseOf(waiting));
  });

  it('follow corrected times where a rule counts from them', () => {
    const paid = (paidAt: string) => caseOf(orderPage({ stage: 'PAID', paidAt }));
    const corrected = correct(paid('2026-11-01T10:00:00+08:00'), 'paidAt', '2026-11-21T10:00:00+08:00');
    expect(viewCase(corrected, NOW).deadline?.due).toBe(viewCase(paid('2026-11-21T10:00:00+08:00'), NOW).deadline?.due);
  });

  it('can be told a stage although no page has shown one', () => {
    const unread = correct(caseOf(refundPage({ refundType: 'refundOnly' })), 'stage', 'SELLER_REFUSE_BUYER');
    expect(viewCase(unread, NOW).status.stage).toBe('SELLER_REFUSE_BUYER');
  });

  it('say when the page has gone on since', () => {
    const refused = correct(caseOf(waiting), 'stage', 'SELLER_REFUSE_BUYER');
    expect(newsOf(refused, 'stage')).toBeNull();
    const gone = mergePage(refused, seen(refundPage({ stage: 'SUCCESS' }), LATER));
    expect(viewCase(gone, LATER).status.stage).toBe('SELLER_REFUSE_BUYER');
    expect(newsOf(gone, 'stage')?.value).toBe('SUCCESS');
    expect(newsOf(gone, 'countdown')).toBeNull();
  });

  it('is no news that a running clock is read again', () => {
    const endsAt = formatIso(NOW + 20 * HOUR_MS);
    const known = correct(caseOf(waiting), 'countdown', { endsAt, text: '', action: '' });
    const again = { endsAt: formatIso(NOW + 10 * HOUR_MS + 30_000), text: '还剩9小时', action: '' };
    expect(newsOf(mergePage(known, seen(refundPage({ countdown: again }), LATER)), 'countdown')).toBeNull();
    const longer = { ...again, endsAt: formatIso(NOW + 40 * HOUR_MS) };
    expect(newsOf(mergePage(known, seen(refundPage({ countdown: longer }), LATER)), 'countdown')).not.toBeNull();
  });
});

describe('a corrected number', () => {
  const ADDRESS = '9000000000000055555';
  const misread = refundPage({}, { addressNumbers: [ADDRESS] });
  const page = seen(misread, NOW, `https://refund2.taobao.com/dispute/detail.htm?disputeId=${ADDRESS}`);
  const corrected = correct(mergePage(caseOf(misread), page), 'refundNo', OTHER_REFUND_NO);

  it('is what the case is recognised by from now on', () => {
    expect(corrected.keys).toContain(`refund:${OTHER_REFUND_NO}`);
    expect(corrected.keys).not.toContain(`refund:${REFUND_NO}`);
    expect(find(refundPage({ refundNo: OTHER_REFUND_NO }, { addressNumbers: [] }), [corrected])).toBe('case-1');
  });

  it('does not part the case from the page that goes on being misread', () => {
    expect(find(misread, [corrected])).toBe('case-1');
    const later = mergePage(corrected, { ...page, seenAt: LATER });
    expect(later.facts.refundNo).toBe(OTHER_REFUND_NO);
    expect(later.keys.filter((key) => key.startsWith('refund:'))).toEqual([`refund:${OTHER_REFUND_NO}`]);
  });

  it('leaves the number that was read to the refund that really has it', () => {
    const real = refundPage({}, { addressNumbers: [REFUND_NO] });
    expect(find(real, [corrected])).toBeNull();
    const other = caseOf(real, { id: 'other' });
    expect(find(real, [corrected, other])).toBe('other');
    expect(find(misread, [corrected, other])).toBe('other');
  });

  it('of an order keeps its page by the number in the address', () => {
    const order = orderPage({}, { addressNumbers: [ADDRESS] });
    const address = `https://trade.taobao.com/trade/detail/trade_item_detail.htm?bizOrderId=${ADDRESS}`;
    const known = correct(openCase('case-1', seen(order, NOW, address)), 'orderNo', OTHER_ORDER_NO);
    expect(find(order, [known])).toBe('case-1');
    expect(find(orderPage({ orderNo: OTHER_ORDER_NO }, { addressNumbers: [] }), [known])).toBe('case-1');
    expect(find(orderPage({}, { addressNumbers: [ORDER_NO] }), [known])).toBeNull();
  });

  it('is not a stranger to pages that still write the old word', () => {
    const known = correct(caseOf(refundPage({ sellerNick: '测试卖家O1' })), 'sellerNick', '测试卖家01');
    const chat = (sellerNick: string) => reading({ pageKind: 'chat', facts: { sellerNick } });
    expect(isAboutAnother(chat('测试卖家01'), known)).toBe(false);
    expect(isAboutAnother(chat('测试卖家O1'), known)).toBe(false);
    expect(isAboutAnother(chat('测试卖家02'), known)).toBe(true);
  });

  it('goes back with everything that followed from it', () => {
    const before = caseOf(refundPage());
    expect(restoreFact(correct(before, 'refundNo', OTHER_REFUND_NO), 'refundNo')).toEqual({
      ...before,
      keys: expect.toSatisfy((keys: string[]) => [...keys].sort().join() === [...before.keys].sort().join()),
    });
  });
});

describe('a clash', () => {
  const first = caseOf(refundPage(), { id: 'first' });
  const second = caseOf(refundPage({ refundNo: OTHER_REFUND_NO }), { id: 'second' });

  it('is the same refund twice', () => {
    expect(findClash(correct(first, 'refundNo', OTHER_REFUND_NO), [first, second])?.id).toBe('second');
    expect(findClash(first, [first, second])).toBeNull();
  });

  it('is the same order twice unless two refunds keep them apart', () => {
    const order = caseOf(orderPage({ orderNo: OTHER_ORDER_NO }, { addressNumbers: [] }), { id: 'order' });
    expect(findClash(correct(order, 'orderNo', ORDER_NO), [first, order])?.id).toBe('first');
    expect(findClash(correct(second, 'orderNo', ORDER_NO), [first, second])).toBeNull();
  });
});
