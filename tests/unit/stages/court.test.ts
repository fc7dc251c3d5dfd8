import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../lib/stages/index.ts';
import { buyers, deadline, event, lines, sellers, stageOf, statusAt } from './helpers.ts';

const FILED = event('court.filed', '08-03 10:00');
const registered = (procedure?: 'small' | 'simple' | 'ordinary') =>
  event('court.filed', '08-07 10:00', { outcome: 'registered', ...(procedure && { procedure }) });

describe('court', () => {
  it.each<[string, CaseEvent[], string, string[]]>([
    ['handed in', [FILED], 'FILED court', ['CT.file court 2026-08-11T00:00 rule !']],
    ['small claim', [FILED, registered('small')], 'REGISTERED court', ['CT.small court 2026-10-09T00:00 rule']],
    ['simple procedure', [FILED, registered('simple')], 'REGISTERED court', ['CT.simple court 2026-11-10T00:00 rule']],
    ['ordinary procedure', [FILED, registered('ordinary')], 'REGISTERED court', []],
    ['procedure unknown', [FILED, registered()], 'REGISTERED court', []],
    [
      'mediation before registration',
      [FILED, event('court.filed', '08-05 10:00', { outcome: 'mediation' })],
      'MEDIATION_BEFORE_FILING court',
      [],
    ],
    [
      'not registered',
      [FILED, event('court.filed', '08-10 10:00', { outcome: 'refused' })],
      'REFUSED buyer',
      ['CT.appeal buyer 2026-08-21T00:00 rule'],
    ],
    [
      'judgment',
      [FILED, event('court.judged', '08-10 10:00')],
      'JUDGMENT buyer',
      ['CT.appeal buyer 2026-08-26T00:00 rule'],
    ],
    [
      'ruling',
      [FILED, event('court.judged', '08-10 10:00', { outcome: 'ruling' })],
      'JUDGMENT buyer',
      ['CT.appeal buyer 2026-08-21T00:00 rule'],
    ],
    ['judgment in a small claim', [registered('small'), event('court.judged', '08-10 10:00')], 'FINAL buyer', []],
    ['settled', [FILED, event('settled', '08-10 10:00')], 'SETTLED none', []],
  ])('%s', (_, events, stage, expected) => {
    const status = statusAt('08-12 10:00', buyers(events));
    expect(stageOf(status)).toBe(`court ${stage}`);
    expect(lines(status)).toEqual(expected);
  });

  it('has no more three years to sue in', () => {
    expect(lines(statusAt('08-04 10:00', buyers([event('order.signed', '07-01 10:00'), FILED])))).toEqual([
      'CT.file court 2026-08-11T00:00 rule',
    ]);
  });

  it('the appeal is each party’s own and never rolled over', () => {
    // 15 days from 17 September end on Friday 2 October, a holiday.
    const judged = [event('court.judged', '09-17 10:00')];
    for (const [build, owner] of [
      [buyers, 'buyer'],
      [sellers, 'seller'],
    ] as const) {
      expect(deadline(statusAt('10-03 00:00', build(judged)), 'CT.appeal')).toMatchObject({
        owner,
        lastDay: '2026-10-02',
        overdue: true,
      });
    }
  });

  it('the court’s own time rolls over rest days', () => {
    // 7 days from 25 September end on Friday 2 October, a holiday: the first working day is Thursday the 8th.
    const filed = [event('court.filed', '09-25 10:00')];
    expect(deadline(statusAt('10-08 23:59', buyers(filed)), 'CT.file')).toMatchObject({
      lastDay: '2026-10-08',
      overdue: false,
    });
    expect(deadline(statusAt('10-09 00:00', buyers(filed)), 'CT.file')?.overdue).toBe(true);
  });

  it('is overdue only after the month by which the procedure can be prolonged', () => {
    const small = [registered('small')];
    expect(deadline(statusAt('11-09 23:59', buyers(small)), 'CT.small')?.overdue).toBe(false);
    expect(deadline(statusAt('11-10 00:00', buyers(small)), 'CT.small')?.overdue).toBe(true);
  });

  it('withdrawn: what lies below speaks again', () => {
    const events = [
      event('12315.filed', '08-01 10:00'),
      event('12315.ended', '08-02 10:00'),
      FILED,
      event('withdrawn', '08-10 10:00'),
    ];
    expect(stageOf(statusAt('08-12 10:00', buyers(events)))).toBe('12315 TERMINATED buyer');
  });
});
