import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CaseFilter, filterCases, NO_FILTER } from '../../../lib/cases/list/filter.ts';
import { listCase } from '../../../lib/cases/list/listed.ts';
import type { Case } from '../../../lib/cases/types.ts';
import { type CaseView, LAST_RANK, rankOf, sortByDeadline, viewCase } from '../../../lib/cases/view.ts';
import type { Facts, PageStage, Role } from '../../../lib/marketplaces/types.ts';
import { formatIso, HOUR_MS } from '../../../lib/shared/time.ts';
import { caseOf, NOW, orderPage, refundPage } from './pages.ts';

/** A refund whose page counts down to `due`. */
function waiting(
  id: string,
  due: number | null,
  change: { stage?: PageStage; role?: Role; facts?: Facts; seenAt?: number } = {},
): CaseView {
  const { stage = 'WAIT_SELLER_AGREE', role = 'buyer', facts = {}, seenAt = NOW } = change;
  const countdown = due === null ? {} : { countdown: { endsAt: formatIso(due), text: '还剩', action: '' } };
  const page = refundPage({ stage, refundType: 'refundOnly', ...countdown, ...facts }, { role });
  return viewCase(caseOf(page, { id, seenAt }), Math.max(NOW, seenAt));
}

describe('a case on the screens', () => {
  it.each<[Role, PageStage, CaseView['turn']]>([
    ['buyer', 'WAIT_SELLER_AGREE', 'theirs'],
    ['seller', 'WAIT_SELLER_AGREE', 'yours'],
    ['buyer', 'SELLER_REFUSE_BUYER', 'yours'],
    ['seller', 'SELLER_REFUSE_BUYER', 'theirs'],
    ['unknown', 'SELLER_REFUSE_BUYER', 'yours'],
    ['buyer', 'REVIEW', 'theirs'],
    ['buyer', 'SUCCESS', 'nobody'],
  ])('for the %s at %s: %s', (role, stage, turn) => {
    expect(waiting('a', null, { role, stage }).turn).toBe(turn);
  });

  it('shows the clock of its stage first', () => {
    const view = waiting('a', NOW + 5 * HOUR_MS);
    expect(view.deadline).toMatchObject({ primary: true, basis: 'page', due: NOW + 5 * HOUR_MS });
  });

  it('keeps that clock when it has run out', () => {
    const page = refundPage({
      stage: 'SELLER_REFUSE_BUYER',
      refundType: 'refundOnly',
      countdown: { endsAt: formatIso(NOW + HOUR_MS), text: '还剩1小时', action: '' },
    });
    expect(viewCase(caseOf(page), NOW + 2 * HOUR_MS).deadline).toMatchObject({ overdue: true, due: NOW + HOUR_MS });
  });

  it('shows none when nothing is known to be due', () => {
    expect(viewCase(caseOf(orderPage()), NOW).deadline).toBeNull();
  });

  it('is computed for no time before it was seen: screens renew their clock late', () => {
    const known: Case = caseOf(refundPage({ stage: 'REVIEW' }), { seenAt: NOW });
    const view = viewCase(known, NOW - 4000);
    expect(view.status.warnings.map(({ id }) => id)).not.toContain('page.future');
    expect(view.status.stage).toBe('REVIEW');
  });
});

describe('the order of the list', () => {
  it('puts what runs out first on top and what is over at the end, newest first', () => {
    const views = [
      waiting('no clock, older', null, { seenAt: NOW - 1000, stage: 'SUCCESS' }),
      waiting('tomorrow', NOW + 24 * HOUR_MS),
      waiting('no clock, newer', null, { stage: 'SUCCESS' }),
      waiting('in an hour', NOW + HOUR_MS),
    ];
    expect(sortByDeadline(views).map((view) => view.case.id)).toEqual([
      'in an hour',
      'tomorrow',
      'no clock, newer',
      'no clock, older',
    ]);
  });

  it('does not put a deadline that has passed on top', () => {
    const page = refundPage({
      stage: 'SELLER_REFUSE_BUYER',
      refundType: 'refundOnly',
      countdown: { endsAt: formatIso(NOW - HOUR_MS), text: '', action: '' },
    });
    const passed = viewCase(caseOf(page, { id: 'passed', seenAt: NOW - 2 * HOUR_MS }), NOW);
    expect(passed.deadline?.overdue).toBe(true);
    expect(sortByDeadline([passed, waiting('open', NOW + HOUR_MS)]).map((view) => view.case.id)).toEqual([
      'open',
      'passed',
    ]);
  });

  it('holds for any list, loses nobody and changes nothing', () => {
    const hours = fc.option(fc.integer({ min: 1, max: 400 }));
    fc.assert(
      fc.property(fc.array(hours, { maxLength: 6 }), (list) => {
        const views = list.map((due, index) =>
          waiting(`${index}`, due === null ? null : NOW + due * HOUR_MS, due === null ? { stage: 'SUCCESS' } : {}),
        );
        const before = [...views];
        const sorted = sortByDeadline(views);
        expect(views).toEqual(before);
        expect(new Set(sorted)).toEqual(new Set(views));
        const dues = sorted.map(({ deadline }) => deadline?.due ?? Number.POSITIVE_INFINITY);
        expect(dues).toEqual([...dues].sort((a, b) => a - b));
      }),
      { numRuns: 30 },
    );
  });
});

describe('filters', () => {
  const noted = { ...waiting('noted', null, { stage: 'SUCCESS' }).case, name: '妈妈的杯子', note: '已经打过电话' };
  const cases = [
    waiting('mine', NOW + 2 * HOUR_MS, { stage: 'SELLER_REFUSE_BUYER', facts: { shopName: '测试甲旗舰店' } }).case,
    waiting('theirs', NOW + 24 * HOUR_MS, {
      facts: { shopName: '测试乙 ABC 专营店', items: [{ title: '双层玻璃杯' }] },
    }).case,
    waiting('selling', NOW + 23 * HOUR_MS, { role: 'seller', facts: { buyerNick: '测试**买家' } }).case,
    waiting('passed', NOW + 1, { stage: 'SELLER_REFUSE_BUYER' }).case,
    noted,
    { ...noted, id: 'away', closedAt: NOW },
  ];
  const listed = cases.map((known) => listCase(known, NOW + 60_000));
  const names = (filter: Partial<CaseFilter>) =>
    filterCases(listed, { ...NO_FILTER, ...filter }, NOW + 60_000).map(({ view }) => view.case.id);
  const ALL = ['mine', 'theirs', 'selling', 'passed', 'noted'];

  it.each<[Partial<CaseFilter>, string[]]>([
    [{}, ALL],
    [{ closed: true }, ['away']],
    [{ role: 'buyer' }, ['mine', 'theirs', 'passed', 'noted']],
    [{ role: 'seller' }, ['selling']],
    [{ turn: 'yours' }, ['mine', 'selling', 'passed']],
    [{ turn: 'theirs' }, ['theirs']],
    [{ turn: 'nobody' }, ['noted']],
    [{ due: 'day' }, ['mine', 'theirs', 'selling']],
    [{ due: 'passed' }, ['passed']],
    [{ marketplace: 'taobao' }, ALL],
    [{ marketplace: 'jd' }, []],
    [{ stage: 'refundOnly:SELLER_REFUSE_BUYER' }, ['mine', 'passed']],
    [{ role: 'buyer', turn: 'theirs', due: 'week' }, ['theirs']],
  ])('%j', (filter, expected) => {
    expect(names(filter)).toEqual(expected);
  });

  it.each([
    ['测试乙', ['theirs']],
    ['abc 玻璃杯', ['theirs']],
    ['  玻璃杯   测试甲 ', []],
    ['妈妈 电话', ['noted']],
    ['67890', ALL],
    ['', ALL],
  ])('finds every word of “%s”', (query, expected) => {
    expect(names({ query })).toEqual(expected);
  });

  it('searches what was read, not how it is kept', () => {
    expect(names({ query: 'shopName' })).toEqual([]);
    expect(names({ query: '{"' })).toEqual([]);
  });
});

describe('a case in a list', () => {
  it('is made anew when its next limit ends, and once an hour', () => {
    const soon = listCase(waiting('soon', NOW + 60_000).case, NOW);
    expect(soon.changesAt).toBe(NOW + 60_001);
    expect(listCase(soon.view.case, soon.changesAt).view.deadline?.overdue).toBe(true);
    expect(listCase(waiting('later', NOW + 48 * HOUR_MS).case, NOW).changesAt).toBe(NOW + HOUR_MS);
  });

  it('stands last when it was put away, whatever runs out', () => {
    const view = waiting('away', NOW + HOUR_MS);
    expect(rankOf(view)[0]).toBe(NOW + HOUR_MS);
    expect(rankOf({ ...view, case: { ...view.case, closedAt: NOW } })[0]).toBe(LAST_RANK[0]);
  });
});
