import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../../lib/stages/index.ts';
import { buyers, dueOf, event, ids, lines, PAID, SHIPPED, SIGNED, sellers, stageOf, statusAt } from './helpers.ts';

const REFUND = { refundType: 'refundOnly', goods: 'received' } as const;
const BEFORE = [PAID, SHIPPED, SIGNED, event('refund.applied', '11-15 09:00'), event('refund.refused', '11-16 09:00')];
const REQUESTED = event('intervention.requested', '11-16 20:00');
const OPENED = event('intervention.evidenceOpened', '11-17 10:00');
const BUYER_PROOF = event('intervention.evidenceSubmitted', '11-17 20:00', { by: 'buyer' });
const SELLER_PROOF = event('intervention.evidenceSubmitted', '11-18 09:00', { by: 'seller' });
const FOR_SELLER = event('intervention.decided', '11-20 10:00', { outcome: 'supportSeller' });
const FOR_BUYER = event('intervention.decided', '11-20 10:00', { outcome: 'supportBuyer' });
const APPEAL = event('appeal.filed', '11-21 10:00');

const run = (events: CaseEvent[], now = '11-21 12:00', build = buyers) =>
  statusAt(now, build([...BEFORE, ...events], REFUND));
const clocks = (events: CaseEvent[], now?: string, build = buyers) =>
  lines(run(events, now, build)).filter((line) => /^(IV|AP)/.test(line));

describe('intervention', () => {
  it.each<[string, CaseEvent[], string, string, string[]]>([
    ['requested', [REQUESTED], '11-16 21:00', 'INTERVENTION platform', []],
    [
      'evidence opened',
      [REQUESTED, OPENED],
      '11-17 11:00',
      'EVIDENCE buyer',
      ['IV.evidence.both buyer 2026-11-20T10:00 estimate'],
    ],
    [
      'buyer submitted',
      [REQUESTED, OPENED, BUYER_PROOF],
      '11-17 21:00',
      'EVIDENCE seller',
      [
        'IV.evidence.seller_confirm seller 2026-11-18T20:00 estimate',
        'IV.evidence.both buyer 2026-11-20T10:00 estimate',
      ],
    ],
    [
      'seller answered',
      [REQUESTED, OPENED, BUYER_PROOF, SELLER_PROOF],
      '11-18 10:00',
      'REVIEW platform',
      ['IV.decision platform 2026-11-25T00:00 estimate'],
    ],
    ['for the seller', [REQUESTED, FOR_SELLER], '11-20 11:00', 'SUPPORT_SELLER buyer', []],
    ['for the buyer', [REQUESTED, FOR_BUYER], '11-20 11:00', 'SUPPORT_BUYER seller', []],
    [
      'decided, outcome unknown',
      [REQUESTED, event('intervention.decided', '11-20 10:00')],
      '11-20 11:00',
      'DONE buyer',
      [],
    ],
    ['settled', [REQUESTED, event('settled', '11-20 10:00')], '11-20 11:00', 'SETTLED none', []],
    ['seller gave in', [REQUESTED, event('refund.agreed', '11-20 10:00')], '11-20 11:00', 'SETTLED none', []],
    ['appealed', [REQUESTED, FOR_SELLER, APPEAL], '11-21 11:00', 'APPEAL_REVIEW platform', []],
    [
      'appeal won',
      [REQUESTED, FOR_SELLER, APPEAL, event('appeal.decided', '11-22 10:00', { outcome: 'changed' })],
      '11-22 11:00',
      'CHANGED buyer',
      [],
    ],
    [
      'appeal lost',
      [REQUESTED, FOR_SELLER, APPEAL, event('appeal.decided', '11-22 10:00', { outcome: 'confirmed' })],
      '11-22 11:00',
      'CONFIRMED buyer',
      [],
    ],
    [
      'appeal decided, outcome unknown',
      [REQUESTED, FOR_SELLER, APPEAL, event('appeal.decided', '11-22 10:00')],
      '11-22 11:00',
      'PLATFORM_FINAL buyer',
      [],
    ],
    [
      'appeal withdrawn',
      [REQUESTED, FOR_SELLER, APPEAL, event('withdrawn', '11-22 10:00')],
      '11-22 11:00',
      'PLATFORM_FINAL buyer',
      [],
    ],
  ])('%s', (_, events, now, stage, expected) => {
    const status = run(events, now);
    expect(stageOf(status)).toBe(`intervention ${stage}`);
    expect(clocks(events, now)).toEqual(expected);
  });

  it('shows each party its own duty in the evidence period', () => {
    expect(clocks([REQUESTED, OPENED], '11-17 11:00', sellers)).toEqual([
      'IV.evidence.both seller 2026-11-20T10:00 estimate',
    ]);
    expect(stageOf(run([REQUESTED, OPENED], '11-17 11:00', sellers))).toBe('intervention EVIDENCE seller');
  });

  it('takes proof without a name as the buyer’s, and the seller’s alone as no answer', () => {
    const unnamed = event('intervention.evidenceSubmitted', '11-17 20:00');
    expect(dueOf(run([REQUESTED, OPENED, unnamed], '11-17 21:00'), 'IV.evidence.seller_confirm')).toBe(
      '2026-11-18T20:00:00+08:00',
    );
    const status = run([REQUESTED, OPENED, SELLER_PROOF], '11-18 10:00');
    expect(stageOf(status)).toBe('intervention EVIDENCE buyer');
    expect(dueOf(status, 'IV.evidence.seller_confirm')).toBeUndefined();
  });

  it('evidence over without news: stays, is overdue, and shows when a decision could come', () => {
    const status = run([REQUESTED, OPENED], '11-20 10:00');
    expect(stageOf(status)).toBe('intervention EVIDENCE buyer');
    expect(clocks([REQUESTED, OPENED], '11-20 10:00')).toEqual([
      'IV.evidence.both buyer 2026-11-20T10:00 estimate !',
      'IV.decision platform 2026-11-27T00:00 estimate',
    ]);
  });

  it('the decision counts working days', () => {
    const proofs = [
      event('intervention.evidenceOpened', '09-21 10:00'),
      event('intervention.evidenceSubmitted', '09-22 10:00'),
    ];
    const answer = event('intervention.evidenceSubmitted', '09-23 10:00', { by: 'seller' });
    const status = statusAt('09-23 12:00', buyers([...proofs, answer]));
    expect(dueOf(status, 'IV.decision')).toBe('2026-10-01T00:00:00+08:00');
  });

  it('withdrawn: request and intervention end and the order goes on', () => {
    const status = run([REQUESTED, event('withdrawn', '11-17 09:00')], '11-17 10:00');
    expect(status.machines.map(({ machine, stage }) => `${machine} ${stage}`)).toEqual([
      'order SHIPPED',
      'refundOnly CLOSED',
      'intervention WITHDRAWN',
    ]);
    expect(stageOf(status)).toBe('order SHIPPED buyer');
  });

  it.each([
    [
      'buyer',
      buyers,
      FOR_SELLER,
      ['LW.comp.limit buyer 2029-11-15T00:00 rule', 'CT.limit buyer 2029-11-15T00:00 rule'],
    ],
    ['seller', sellers, FOR_BUYER, ['CT.limit seller 2029-11-21T00:00 rule']],
  ] as const)('a %s who lost sees the ways out and their three years', (_, build, decision, expected) => {
    const status = run([REQUESTED, decision], '11-25 11:00', build);
    expect(lines(status).filter((line) => /^(LW|CT)/.test(line))).toEqual(expected);
    expect(ids(status.next)).toEqual(expect.arrayContaining(['platform.appeal', 'CH.platformlaw', 'CH.court']));
    expect(ids(status.next).includes('CH.12315.web')).toBe(build === buyers);
  });

  it('a decision for the buyer in a return: the goods still have to go back, counted as an estimate', () => {
    const events = [
      PAID,
      SHIPPED,
      event('refund.applied', '11-15 09:00'),
      event('refund.refused', '11-16 09:00'),
      REQUESTED,
      FOR_BUYER,
    ];
    const status = statusAt('11-20 11:00', buyers(events, { refundType: 'returnRefund', goods: 'received' }));
    expect(stageOf(status)).toBe('intervention SUPPORT_BUYER seller');
    expect(dueOf(status, 'RR.buyer_ship')).toBe('2026-11-27T10:00:00+08:00');
    expect(lines(status)).toContain('RR.buyer_ship buyer 2026-11-27T10:00 estimate');
    const sent = statusAt(
      '11-21 11:00',
      buyers([...events, event('return.shipped', '11-21 10:00')], { refundType: 'returnRefund' }),
    );
    expect(stageOf(sent)).toBe('returnRefund WAIT_SELLER_CONFIRM_GOODS seller');
  });

  it('a trade that is completed afterwards does not hide the decision', () => {
    const status = run([REQUESTED, FOR_SELLER, event('order.completed', '11-21 10:00')]);
    expect(stageOf(status)).toBe('intervention SUPPORT_SELLER buyer');
  });

  it('a request after the decision opens a new round', () => {
    const again = event('refund.applied', '11-22 09:00');
    expect(stageOf(run([REQUESTED, FOR_SELLER, again], '11-22 10:00'))).toBe('refundOnly WAIT_SELLER_AGREE seller');
    const events = [
      REQUESTED,
      FOR_SELLER,
      again,
      event('refund.refused', '11-23 09:00'),
      event('intervention.requested', '11-23 10:00'),
    ];
    expect(stageOf(run(events, '11-23 11:00'))).toBe('intervention INTERVENTION platform');
  });

  it('starts where the record starts', () => {
    const input = buyers([OPENED], { refundType: 'refundOnly' });
    expect(stageOf(statusAt('11-17 11:00', input))).toBe('intervention EVIDENCE buyer');
    expect(stageOf(statusAt('11-20 11:00', buyers([FOR_SELLER])))).toBe('intervention SUPPORT_SELLER buyer');
    expect(stageOf(statusAt('11-21 11:00', buyers([APPEAL])))).toBe('intervention APPEAL_REVIEW platform');
  });
});
