import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../lib/stages/index.ts';
import { buyers, event, ids, lines, PAID, SHIPPED, sellers, stageOf, statusAt } from './helpers.ts';

const FILED = event('complaint.filed', '11-12 09:00');
const about = { of: 'complaint' } as const;
const UPHELD = event('intervention.decided', '11-14 09:00', { ...about, outcome: 'supportBuyer' });

describe('complaint about the seller', () => {
  it.each<[string, CaseEvent[], string]>([
    ['filed', [FILED], 'CP_WAIT_SELLER seller'],
    ['answered', [FILED, event('intervention.evidenceSubmitted', '11-13 09:00', about)], 'CP_PLATFORM platform'],
    ['upheld', [FILED, UPHELD], 'CP_UPHELD seller'],
    [
      'rejected',
      [FILED, event('intervention.decided', '11-14 09:00', { ...about, outcome: 'supportSeller' })],
      'CP_REJECTED buyer',
    ],
    ['appealed', [FILED, UPHELD, event('appeal.filed', '11-14 10:00', about)], 'AP_SELLER platform'],
    [
      'appeal won',
      [
        FILED,
        UPHELD,
        event('appeal.filed', '11-14 10:00', about),
        event('appeal.decided', '11-14 11:00', { ...about, outcome: 'changed' }),
      ],
      'CP_REJECTED buyer',
    ],
    [
      'appeal lost',
      [
        FILED,
        UPHELD,
        event('appeal.filed', '11-14 10:00', about),
        event('appeal.decided', '11-14 11:00', { ...about, outcome: 'confirmed' }),
      ],
      'CP_UPHELD seller',
    ],
  ])('%s', (_, events, stage) => {
    for (const build of [buyers, sellers]) {
      expect(stageOf(statusAt('11-14 12:00', build([PAID, SHIPPED, ...events])))).toBe(`complaint ${stage}`);
    }
  });

  it('gives the seller three days, as an estimate, and keeps the stage when they are over', () => {
    expect(lines(statusAt('11-13 12:00', buyers([PAID, SHIPPED, FILED])))).toContain(
      'CP.seller_answer seller 2026-11-15T09:00 estimate',
    );
    const late = statusAt('11-15 12:00', buyers([PAID, SHIPPED, FILED]));
    expect(stageOf(late)).toBe('complaint CP_WAIT_SELLER seller');
    expect(ids(late.warnings)).toContain('overdue.CP.seller_answer');
  });

  it('withdrawn: the order speaks again', () => {
    const status = statusAt('11-14 12:00', buyers([PAID, SHIPPED, FILED, event('withdrawn', '11-13 09:00')]));
    expect(stageOf(status)).toBe('order SHIPPED buyer');
    expect(status.machines.map(({ stage }) => stage)).toContain('CP_WITHDRAWN');
  });

  it('runs beside a request, which is the more specific', () => {
    const events = [PAID, SHIPPED, event('refund.applied', '11-12 08:00'), FILED];
    const status = statusAt('11-13 12:00', buyers(events, { refundType: 'refundOnly' }));
    expect(stageOf(status)).toBe('refundOnly WAIT_SELLER_AGREE seller');
    expect(ids(status.deadlines)).toEqual(['RF.shipped.seller', 'CP.seller_answer']);
  });

  it('takes away the reminder that one can complain', () => {
    const completed = event('order.completed', '11-11 12:00');
    expect(ids(statusAt('11-13 12:00', buyers([completed, FILED])).deadlines)).not.toContain('CP.description');
  });
});
