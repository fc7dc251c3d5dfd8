import { describe, expect, it } from 'vitest';
import type { PageKind, PageStage } from '../../../lib/marketplaces/types.ts';
import type { CaseInput, PageView } from '../../../lib/stages/index.ts';
import { at, buyers, deadline, event, ids, lines, PAID, SHIPPED, sellers, stageOf, statusAt } from './helpers.ts';

const APPLIED = event('refund.applied', '11-15 09:00');
const REFUND = { refundType: 'refundOnly', goods: 'shipped' } as const;

function seen(pageKind: PageKind, seenAt: string, endsAt: string | null, extra: Partial<PageView> = {}): PageView {
  const countdown = endsAt === null ? {} : { countdown: { endsAt: at(endsAt), text: '还剩1天', action: '' } };
  return { pageKind, seenAt: at(seenAt), ...countdown, ...extra };
}

const refundPage = (page: PageView, now = '11-16 09:00', extra: Partial<CaseInput> = {}) =>
  statusAt(now, buyers([PAID, SHIPPED, APPLIED], { ...REFUND, page, ...extra }));

describe('the countdown on the page', () => {
  it('is the master of the clock of its machine and keeps the rule’s id', () => {
    const status = refundPage(seen('refundDetail', '11-16 08:00', '11-17 08:30'));
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-17T08:30 page']);
    expect(deadline(status, 'RF.shipped.seller')?.source.zh).toBe('页面倒计时“还剩1天”，2026-11-16 08:00:00 看到');
    expect(deadline(status, 'RF.shipped.seller')?.onTimeout.zh).toBe('系统按申请的金额自动退款给买家');
    expect(ids(status.warnings)).not.toContain('page.differs');
  });

  it('counts for the seller’s case as well, and on a list', () => {
    const page = seen('refundList', '11-16 08:00', '11-17 08:30');
    const status = statusAt('11-16 09:00', sellers([APPLIED], { ...REFUND, page }));
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-17T08:30 page']);
  });

  it('is added to the time of viewing when only what was left is known', () => {
    const countdown = { endsAt: null, remainingMs: 3 * 3600_000, text: '还剩3小时', action: '' };
    const status = refundPage({ pageKind: 'refundDetail', seenAt: at('11-16 08:00'), countdown });
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-16T11:00 page']);
  });

  it.each([
    [
      'what was left, without a time of viewing',
      { countdown: { endsAt: null, remainingMs: 1000, text: '', action: '' } },
    ],
    ['neither end nor rest', { countdown: { endsAt: null, text: '', action: '' }, seenAt: at('11-16 08:00') }],
    ['an end that is no time', { countdown: { endsAt: '明天', text: '', action: '' }, seenAt: at('11-16 08:00') }],
    [
      'a negative rest',
      { countdown: { endsAt: null, remainingMs: -1, text: '', action: '' }, seenAt: at('11-16 08:00') },
    ],
  ])('cannot be used: %s', (_, view) => {
    const status = refundPage({ pageKind: 'refundDetail', ...view });
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-17T09:00 rule']);
    expect(ids(status.warnings)).toContain('page.countdown');
  });

  it.each([
    ['11-17 21:00', []],
    ['11-17 21:01', ['page.differs']],
    ['11-16 20:59', ['page.differs']],
    ['11-16 21:00', []],
  ])('ending at %s against the rule’s 11-17 09:00 gives %j', (endsAt, expected) => {
    const status = refundPage(seen('refundDetail', '11-16 08:00', endsAt));
    expect(deadline(status, 'RF.shipped.seller')?.basis).toBe('page');
    expect(ids(status.warnings).filter((id) => id === 'page.differs')).toEqual(expected);
  });

  it('does not count when the machine moved after the page was seen', () => {
    const page = seen('refundDetail', '11-16 08:00', '11-17 08:30');
    const refused = event('refund.refused', '11-16 08:30');
    const status = statusAt('11-16 09:00', buyers([APPLIED, refused], { ...REFUND, page }));
    expect(lines(status)).toEqual(['RF.refused.buyer buyer 2026-11-23T08:30 rule']);
    expect(ids(status.warnings)).toContain('page.outdated');
  });

  it('does not count when the return was signed after the page was seen', () => {
    const page = seen('refundDetail', '11-16 08:00', '11-25 08:30');
    const events = [APPLIED, event('return.shipped', '11-15 20:00'), event('return.signed', '11-16 08:30')];
    const status = statusAt('11-16 09:00', buyers(events, { refundType: 'returnRefund', page }));
    expect(lines(status)).toEqual(['RR.seller_confirm.signed seller 2026-11-19T08:30 rule']);
    expect(ids(status.warnings)).toContain('page.outdated');
  });

  it.each([
    ['11-17 08:00', []],
    ['11-17 08:01', ['page.stale']],
  ])('seen on 11-16 08:00 gives at %s %j', (now, expected) => {
    const status = refundPage(seen('refundDetail', '11-16 08:00', '11-18 08:00'), now);
    expect(ids(status.warnings).filter((id) => id === 'page.stale')).toEqual(expected);
    expect(ids(status.next).includes('page.reload')).toBe(expected.length > 0);
  });

  it('seen at this very moment is used', () => {
    const status = refundPage(seen('refundDetail', '11-16 09:00', '11-18 08:00'));
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-18T08:00 page']);
  });

  it('seen after now is not used', () => {
    const status = refundPage(seen('refundDetail', '11-16 10:00', '11-18 08:00'));
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-17T09:00 rule']);
    expect(ids(status.warnings)).toContain('page.future');
  });

  it('without a time of viewing is used, with a warning', () => {
    const { seenAt: _, ...page } = seen('refundDetail', '11-16 08:00', '11-17 08:30');
    const status = refundPage(page);
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-17T08:30 page']);
    expect(ids(status.warnings)).toContain('page.notDated');
  });

  it('that has run out makes the deadline overdue', () => {
    const status = refundPage(seen('refundDetail', '11-16 08:00', '11-16 08:30'));
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-16T08:30 page !']);
    expect(ids(status.warnings)).toContain('overdue.RF.shipped.seller');
  });

  it('of an order page belongs to the order', () => {
    const page = seen('orderDetail', '11-12 08:00', '11-25 08:00');
    expect(lines(statusAt('11-12 12:00', buyers([PAID, SHIPPED], { page })))).toEqual([
      'TB.ord.autoconfirm.express buyer 2026-11-25T08:00 page',
    ]);
  });

  it('of an order page seen before a request was opened or closed does not count', () => {
    const page = seen('orderDetail', '11-12 08:00', '11-21 10:00');
    const withRequest = [PAID, SHIPPED, APPLIED, event('withdrawn', '11-16 09:00')];
    const status = statusAt('11-16 10:00', buyers(withRequest, { ...REFUND, page }));
    expect(lines(status)).toEqual(['TB.ord.autoconfirm.express buyer 2026-11-22T10:00 rule']);
    expect(ids(status.warnings)).toContain('page.outdated');
  });

  it('of an order page seen while a request was open does not count after it was closed', () => {
    const page = seen('orderDetail', '11-15 10:00', '11-30 10:00');
    const withRequest = [PAID, SHIPPED, APPLIED, event('withdrawn', '11-16 09:00')];
    const status = statusAt('11-16 10:00', buyers(withRequest, { ...REFUND, page }));
    expect(lines(status)).toEqual(['TB.ord.autoconfirm.express buyer 2026-11-22T10:00 rule']);
  });

  it('of an order page counts even while the rule lets the clock stand still', () => {
    const page = seen('orderDetail', '11-15 10:00', '11-30 10:00');
    const status = statusAt('11-15 11:00', buyers([PAID, SHIPPED, APPLIED], { ...REFUND, page }));
    expect(lines(status)).toContain('TB.ord.autoconfirm.express buyer 2026-11-30T10:00 page');
    expect(ids(status.warnings)).not.toContain('order.autoconfirm.paused');
  });

  it('settles how long the seller has after a change', () => {
    const page = seen('refundDetail', '11-15 13:00', '11-17 12:00');
    const events = [PAID, SHIPPED, APPLIED, event('refund.modified', '11-15 12:00')];
    const status = statusAt('11-15 14:00', buyers(events, { ...REFUND, page }));
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-17T12:00 page']);
    expect(ids(status.warnings)).not.toContain('refund.modified.clock');
  });

  it('may prolong the after-sales window', () => {
    const events = [event('order.completed', '11-01 10:00')];
    const page = seen('orderDetail', '11-02 10:00', '2027-01-30 10:00');
    const status = statusAt('12-01 10:00', buyers(events, { page }));
    expect(stageOf(status)).toBe('order SUCCESS buyer');
    expect(ids(status.warnings)).toEqual(expect.arrayContaining(['page.differs', 'page.stale']));
  });

  it('of a refund page belongs to the intervention while the platform decides', () => {
    const events = [
      APPLIED,
      event('intervention.requested', '11-16 08:00'),
      event('intervention.evidenceOpened', '11-16 09:00'),
    ];
    const page = seen('refundDetail', '11-16 10:00', '11-18 10:00');
    expect(lines(statusAt('11-16 11:00', buyers(events, { ...REFUND, page })))).toEqual([
      'IV.evidence.both buyer 2026-11-18T10:00 page',
    ]);
  });

  it('gives the appeal window, which no rule has a number for', () => {
    const decided = event('intervention.decided', '11-16 09:00', { outcome: 'supportSeller' });
    const page = seen('refundDetail', '11-16 10:00', '11-19 10:00');
    const status = statusAt(
      '11-16 11:00',
      buyers([APPLIED, event('intervention.requested', '11-16 08:00'), decided], { ...REFUND, page }),
    );
    expect(lines(status)).toContain('AP.buyer.file buyer 2026-11-19T10:00 page');
  });

  it('of a complaint page belongs to the complaint', () => {
    const page = seen('complaintDetail', '11-16 10:00', '11-18 10:00');
    const status = statusAt('11-16 11:00', buyers([event('complaint.filed', '11-16 08:00')], { page }));
    expect(lines(status)).toContain('CP.seller_answer seller 2026-11-18T10:00 page');
  });

  it.each([
    ['of a page that shows no deadline', seen('logistics', '11-16 08:00', '11-18 08:00'), 'page.kind'],
    ['that belongs to nothing on record', seen('complaintDetail', '11-16 08:00', '11-18 08:00'), 'page.noTimer'],
  ])('%s is reported', (_, page, id) => {
    const status = refundPage(page);
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-17T09:00 rule']);
    expect(ids(status.warnings)).toContain(id);
  });

  it('gives a date where the facts are too thin for a rule', () => {
    const page = seen('refundDetail', '11-16 08:00', '11-17 08:30');
    const status = statusAt('11-16 09:00', buyers([APPLIED], { page, refundType: 'refundOnly' }));
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-17T08:30 page']);
    expect(ids(status.warnings)).not.toContain('goods.missing');
  });

  it('of a second page speaks for its own machine', () => {
    const page = seen('refundDetail', '11-16 08:00', '11-17 08:30');
    const morePages = [seen('orderDetail', '11-16 08:00', '11-25 10:00')];
    expect(lines(refundPage(page, '11-16 09:00', { morePages }))).toEqual([
      'RF.shipped.seller seller 2026-11-17T08:30 page',
      'TB.ord.autoconfirm.express buyer 2026-11-25T10:00 page',
    ]);
  });
});

describe('the stage a page shows', () => {
  const shows = (stage: PageStage, endsAt: string | null = null) =>
    seen('refundDetail', '11-16 08:00', endsAt, { stage });

  it('is followed when it is newer than the record', () => {
    const status = refundPage(shows('SELLER_REFUSE_BUYER', '11-23 07:00'));
    expect(stageOf(status)).toBe('refundOnly SELLER_REFUSE_BUYER buyer');
    expect(lines(status)).toEqual(['RF.refused.buyer buyer 2026-11-23T07:00 page']);
    expect(status.machines.find(({ machine }) => machine === 'refundOnly')?.enteredAt).toBeNull();
  });

  it('gives no date by rule, because the time of the change is unknown', () => {
    const status = refundPage(shows('SELLER_REFUSE_BUYER'));
    expect(lines(status)).toEqual([]);
    expect(ids(status.warnings)).toContain('page.stage');
  });

  it('is not followed when something happened after the page was seen', () => {
    const page = shows('WAIT_SELLER_AGREE');
    const events = [APPLIED, event('refund.refused', '11-16 08:30')];
    expect(stageOf(statusAt('11-16 09:00', buyers(events, { ...REFUND, page })))).toBe(
      'refundOnly SELLER_REFUSE_BUYER buyer',
    );
  });

  it.each([
    ['exchange', 'WAIT_BUYER_RETURN_GOODS', 'exchange EX_WAIT_BUYER_SEND buyer'],
    ['repair', 'WAIT_SELLER_CONFIRM_GOODS', 'repair EX_WAIT_SELLER_RESHIP seller'],
    ['returnRefund', 'WAIT_BUYER_RETURN_GOODS', 'returnRefund WAIT_BUYER_RETURN_GOODS buyer'],
    ['refundOnly', 'INTERVENTION', 'intervention INTERVENTION platform'],
    ['refundOnly', 'EVIDENCE', 'intervention EVIDENCE buyer'],
    ['refundOnly', 'SUCCESS', 'refundOnly SUCCESS none'],
  ] as const)('of a %s request, %s, reads %s', (refundType, stage, expected) => {
    const input = buyers([APPLIED], { refundType, page: shows(stage) });
    expect(stageOf(statusAt('11-16 09:00', input))).toBe(expected);
  });

  it('is enough without any event', () => {
    const input = buyers([], { ...REFUND, page: shows('WAIT_SELLER_AGREE', '11-17 08:30') });
    const status = statusAt('11-16 09:00', input);
    expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
    expect(lines(status)).toEqual(['RF.shipped.seller seller 2026-11-17T08:30 page']);
  });

  it('that the machine does not have is reported', () => {
    const status = refundPage(shows('WAIT_BUYER_RETURN_GOODS', '11-20 08:00'));
    expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
    expect(ids(status.warnings)).toContain('page.stageDiffers');
  });

  it('“in intervention” does not undo what is known more exactly', () => {
    const events = [APPLIED, event('intervention.evidenceOpened', '11-16 07:00')];
    const status = statusAt('11-16 09:00', buyers(events, { ...REFUND, page: shows('INTERVENTION') }));
    expect(stageOf(status)).toBe('intervention EVIDENCE buyer');
  });

  it('of an order page moves the order', () => {
    const page = seen('orderDetail', '11-16 08:00', '11-20 08:00', { stage: 'SHIPPED' });
    const status = statusAt('11-16 09:00', buyers([event('order.created', '11-10 10:00')], { page }));
    expect(stageOf(status)).toBe('order SHIPPED buyer');
    expect(lines(status)).toEqual(['TB.ord.autoconfirm.express buyer 2026-11-20T08:00 page']);
    expect(ids(status.warnings)).toEqual([]);
  });
});
