import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../lib/stages/index.ts';
import {
  buyers,
  deadline,
  dueOf,
  event,
  ids,
  lines,
  PAID,
  SHIPPED,
  SIGNED,
  sellers,
  stageOf,
  statusAt,
} from './helpers.ts';

const FILED = event('12315.filed', '11-20 10:00');
const ACCEPTED = event('12315.accepted', '11-26 15:00');
const ORDER = [PAID, SHIPPED, SIGNED];
const run = (events: CaseEvent[], now: string, build = buyers) => statusAt(now, build([...ORDER, ...events]));

describe('12315 complaint', () => {
  it.each<[string, CaseEvent[], string, string, string[]]>([
    ['filed', [FILED], '11-21 10:00', 'RECEIVED authority', ['LW.comp.accept authority 2026-12-02T00:00 rule']],
    [
      'filed with an ODR company',
      [event('12315.filed', '11-20 10:00', { outcome: 'odr' })],
      '11-21 10:00',
      'ODR seller',
      ['LW.odr seller 2026-12-05T00:00 rule'],
    ],
    [
      'the ODR company did not settle',
      [event('12315.filed', '11-20 10:00', { outcome: 'odr' }), event('12315.filed', '12-04 10:00')],
      '12-04 12:00',
      'RECEIVED authority',
      ['LW.comp.accept authority 2026-12-16T00:00 rule'],
    ],
    [
      'accepted',
      [FILED, ACCEPTED],
      '11-27 10:00',
      'ACCEPTED authority',
      ['LW.comp.mediate authority 2027-01-26T00:00 rule ?'],
    ],
    [
      'both agreed to mediation: still counted from acceptance',
      [FILED, ACCEPTED, event('12315.accepted', '12-01 10:00', { outcome: 'mediation' })],
      '12-02 10:00',
      'MEDIATION authority',
      ['LW.comp.mediate authority 2027-01-26T00:00 rule ?'],
    ],
    [
      'refused',
      [FILED, event('12315.refused', '11-26 15:00')],
      '11-27 10:00',
      'REFUSED buyer',
      [
        'LW.review buyer 2027-01-26T00:00 rule',
        'LW.litig.admin buyer 2027-05-27T00:00 estimate',
        'LW.comp.limit buyer 2029-11-15T00:00 rule',
      ],
    ],
    [
      'forwarded',
      [FILED, event('12315.refused', '11-26 15:00', { outcome: 'forwarded' })],
      '11-27 10:00',
      'FORWARDED authority',
      [],
    ],
    [
      'agreement',
      [FILED, ACCEPTED, event('12315.ended', '12-10 10:00', { outcome: 'agreement' })],
      '12-11 10:00',
      'AGREEMENT buyer',
      [],
    ],
    [
      'ended',
      [FILED, ACCEPTED, event('12315.ended', '12-10 10:00')],
      '12-11 10:00',
      'TERMINATED buyer',
      ['LW.comp.endnotice authority 2026-12-22T00:00 rule'],
    ],
    ['settled', [FILED, ACCEPTED, event('settled', '12-10 10:00')], '12-11 10:00', 'CLOSED_SETTLED none', []],
    [
      'ended by settlement',
      [FILED, ACCEPTED, event('12315.ended', '12-10 10:00', { outcome: 'settled' })],
      '12-11 10:00',
      'CLOSED_SETTLED none',
      [],
    ],
    ['withdrawn', [FILED, event('withdrawn', '11-23 10:00')], '12-11 10:00', 'TERMINATED buyer', []],
  ])('%s', (_, events, now, stage, expected) => {
    const status = run(events, now);
    expect(stageOf(status)).toBe(`12315 ${stage}`);
    expect(lines(status).filter((line) => line.startsWith('LW.'))).toEqual(expected);
    expect(ids(status.deadlines).includes('CT.limit')).toBe(stage !== 'CLOSED_SETTLED none');
  });

  it('shows a seller no right of a consumer', () => {
    const status = run([FILED, event('12315.refused', '11-26 15:00')], '11-27 10:00', sellers);
    expect(ids(status.deadlines)).not.toContain('LW.comp.limit');
  });

  it('accepted before 15 April 2026: the 45 working days of Order 20, as an estimate', () => {
    const status = statusAt('04-16 10:00', buyers([event('12315.accepted', '04-14 10:00')]));
    expect(lines(status)).toContain('LW.comp.mediate authority 2026-06-19T00:00 estimate');
    expect(deadline(status, 'LW.comp.mediate')?.source.zh).toContain('总局令第20号');
    const after = statusAt('04-16 10:00', buyers([event('12315.accepted', '04-15 10:00')]));
    expect(lines(after)).toContain('LW.comp.mediate authority 2026-06-15T00:00 rule');
  });

  it.each([
    ['08-03 10:00', '2026-10-08', '2026-10-09T00:00:00+08:00'],
    ['09-22 10:00', '2026-11-21', '2026-11-24T00:00:00+08:00'],
  ])('accepted %s: last day %s, overdue only at %s', (accepted, lastDay, overdueAfter) => {
    const events = [event('12315.accepted', accepted)];
    const mediation = (now: string) => deadline(statusAt(now, buyers(events)), 'LW.comp.mediate');
    expect(mediation('09-23 00:00')?.lastDay).toBe(lastDay);
    const [date = '', clock = ''] = overdueAfter.slice(5, 16).split('T');
    expect(mediation(`${date} ${clock}`)?.overdue).toBe(true);
    expect(mediation(`${addMinus(date)} 23:59`)?.overdue).toBe(false);
  });

  it.each([
    ['09-24 10:00', '2026-10-12'],
    ['02-12 10:00', '2026-02-28'],
    ['04-30 10:00', '2026-05-13'],
    ['11-20 10:00', '2026-12-01'],
  ])('received %s: decided by %s', (filed, lastDay) => {
    const status = statusAt('12-31 10:00', buyers([event('12315.filed', filed)]));
    expect(deadline(status, 'LW.comp.accept')?.lastDay).toBe(lastDay);
  });

  it('late: the stage stays and the way on is named', () => {
    const status = run([FILED], '12-02 00:00');
    expect(stageOf(status)).toBe('12315 RECEIVED authority');
    expect(deadline(status, 'LW.comp.accept')?.overdue).toBe(true);
    expect(deadline(run([FILED], '12-01 23:59'), 'LW.comp.accept')?.overdue).toBe(false);
    expect(status.warnings.find(({ id }) => id === 'overdue.LW.comp.accept')?.text.zh).toMatch(
      /（推算：2026-12-01 24:00）已过.*请求监督/u,
    );
  });

  it('speaks for the case after the platform was final', () => {
    const events = [
      event('refund.applied', '11-15 10:00'),
      event('intervention.requested', '11-16 10:00'),
      event('intervention.decided', '11-18 10:00', { outcome: 'supportSeller' }),
      FILED,
    ];
    expect(stageOf(run(events, '11-21 10:00'))).toBe('12315 RECEIVED authority');
  });

  it('marks what reaches a year without a published calendar', () => {
    const status = run([event('12315.filed', '12-28 10:00')], '12-29 10:00');
    expect(dueOf(status, 'LW.comp.accept')).toBe('2027-01-08T00:00:00+08:00');
    expect(deadline(status, 'LW.comp.accept')?.provisional).toBe(true);
    expect(ids(status.warnings)).toContain('calendar.provisional');
    // The user's own sixty days are counted by natural days and need no calendar.
    expect(deadline(run([event('12315.refused', '12-28 10:00')], '12-29 10:00'), 'LW.review')?.provisional).toBe(false);
  });
});

function addMinus(monthDay: string): string {
  const [month = 1, day = 1] = monthDay.split('-').map(Number);
  return new Date(Date.UTC(2026, month - 1, day - 1)).toISOString().slice(5, 10);
}

describe('12315 report', () => {
  const REPORTED = event('report.filed', '11-20 10:00');

  it.each<[string, CaseEvent[], string, string[]]>([
    ['received', [REPORTED], 'REPORT_RECEIVED authority', ['LW.report.verify authority 2026-12-12T00:00 rule']],
    [
      'case opened',
      [REPORTED, event('report.filed', '12-01 10:00', { outcome: 'filed' })],
      'FILED authority',
      ['LW.report.case authority 2027-03-02T00:00 rule ?'],
    ],
  ])('%s', (_, events, stage, expected) => {
    const status = run(events, '12-02 10:00');
    expect(stageOf(status)).toBe(`report ${stage}`);
    expect(lines(status).filter((line) => line.startsWith('LW.report'))).toEqual(expected);
  });

  it('no case opened: nothing runs any more', () => {
    const status = run([REPORTED, event('report.filed', '12-01 10:00', { outcome: 'notFiled' })], '12-02 10:00');
    expect(status.machines.map(({ machine, stage }) => `${machine} ${stage}`)).toContain('report NOT_FILED');
    expect(stageOf(status)).toBe('order SHIPPED buyer');
  });

  it('is overdue only when the prolongation has passed too', () => {
    const verify = (now: string) => deadline(run([REPORTED], now), 'LW.report.verify');
    expect(verify('12-31 10:00')?.overdue).toBe(false);
    // 30 working days from 20 November end on 4 January 2027 by the provisional calendar.
    expect(verify('2027-01-04 23:59')?.overdue).toBe(false);
    expect(verify('2027-01-05 00:00')?.overdue).toBe(true);
  });

  it('runs beside the complaint, which speaks for the case', () => {
    const status = run([FILED, REPORTED], '11-21 10:00');
    expect(stageOf(status)).toBe('12315 RECEIVED authority');
    expect(ids(status.deadlines)).toEqual(expect.arrayContaining(['LW.comp.accept', 'LW.report.verify']));
    expect(ids(status.warnings)).not.toContain('authority.duplicate');
  });
});
