import { describe, expect, it } from 'vitest';
import { outcome, type WrittenCase } from './written-cases.ts';

// Stages and dates were counted by hand from the rules, before looking at the code. Change one only when the rules say so.
const MONEY = { refundType: 'refundOnly', goods: 'shipped' } as const;

const PLATFORM: readonly WrittenCase[] = [
  {
    name: 'complained',
    now: '11-20 15:00',
    events: 'order.completed 11-15 10:00; complaint.filed 11-20 10:00',
    stage: 'CP_WAIT_SELLER seller',
    deadlines: [
      'CP.seller_answer seller 2026-11-23T10:00 estimate',
      'TB.ord.aftersale_window buyer 2026-11-30T10:00 rule',
      'TB.ord.review_window buyer 2026-11-30T10:00 rule',
    ],
    warnings: [],
  },
  {
    name: 'complaint not answered',
    now: '11-24 15:00',
    events: 'order.completed 11-15 10:00; complaint.filed 11-20 10:00',
    stage: 'CP_WAIT_SELLER seller',
    deadlines: [
      'CP.seller_answer seller 2026-11-23T10:00 estimate !',
      'TB.ord.aftersale_window buyer 2026-11-30T10:00 rule',
      'TB.ord.review_window buyer 2026-11-30T10:00 rule',
    ],
    warnings: ['overdue.CP.seller_answer'],
  },
  {
    name: 'intervention asked for',
    now: '11-03 15:00',
    facts: MONEY,
    events: 'refund.applied 11-01 14:30; refund.refused 11-02 10:00; intervention.requested 11-03 10:00',
    stage: 'INTERVENTION platform',
    deadlines: [],
    warnings: ['settlement.final', 'damages.notPlatform'],
  },
  {
    name: 'time for proof',
    now: '11-04 15:00',
    facts: MONEY,
    events:
      'refund.applied 11-01 14:30; refund.refused 11-02 10:00; intervention.requested 11-03 10:00; intervention.evidenceOpened 11-04 10:00',
    stage: 'EVIDENCE buyer',
    deadlines: ['IV.evidence.both buyer 2026-11-07T10:00 estimate'],
    warnings: ['settlement.final', 'damages.notPlatform'],
  },
  {
    name: 'buyer handed in proof: 24 hours for the seller',
    now: '11-05 15:00',
    facts: MONEY,
    events:
      'refund.applied 11-01 14:30; refund.refused 11-02 10:00; intervention.requested 11-03 10:00; intervention.evidenceOpened 11-04 10:00; intervention.evidenceSubmitted 11-05 10:00',
    stage: 'EVIDENCE seller',
    deadlines: [
      'IV.evidence.seller_confirm seller 2026-11-06T10:00 estimate',
      'IV.evidence.both buyer 2026-11-07T10:00 estimate',
    ],
    warnings: ['settlement.final', 'damages.notPlatform'],
  },
  {
    name: 'the same time for proof, for the seller',
    now: '11-04 15:00',
    facts: { ...MONEY, role: 'seller' },
    events:
      'order.shipped 10-30 10:00; refund.applied 11-01 14:30; refund.refused 11-02 10:00; intervention.requested 11-03 10:00; intervention.evidenceOpened 11-04 10:00',
    stage: 'EVIDENCE seller',
    deadlines: ['IV.evidence.both seller 2026-11-07T10:00 estimate'],
    warnings: ['order.autoconfirm.paused'],
  },
  {
    name: 'time for proof over: four working days, over a weekend',
    now: '11-08 15:00',
    facts: MONEY,
    events:
      'refund.applied 11-01 14:30; refund.refused 11-02 10:00; intervention.requested 11-03 10:00; intervention.evidenceOpened 11-04 10:00',
    stage: 'EVIDENCE buyer',
    deadlines: ['IV.evidence.both buyer 2026-11-07T10:00 estimate !', 'IV.decision platform 2026-11-13T00:00 estimate'],
    warnings: ['overdue.IV.evidence.both', 'settlement.final', 'damages.notPlatform'],
  },
  {
    name: 'appealed',
    now: '11-13 15:00',
    facts: MONEY,
    events:
      'refund.applied 11-01 14:30; refund.refused 11-02 10:00; intervention.requested 11-03 10:00; intervention.decided 11-11 10:00; appeal.filed 11-12 10:00',
    stage: 'APPEAL_REVIEW platform',
    deadlines: ['LW.comp.limit buyer 2029-11-02T00:00 rule', 'CT.limit buyer 2029-11-02T00:00 rule'],
    warnings: ['settlement.final', 'damages.notPlatform'],
  },
  {
    name: 'appeal decided',
    now: '11-16 15:00',
    facts: MONEY,
    events:
      'refund.applied 11-01 14:30; refund.refused 11-02 10:00; intervention.requested 11-03 10:00; intervention.decided 11-11 10:00; appeal.filed 11-12 10:00; appeal.decided 11-15 10:00',
    stage: 'PLATFORM_FINAL buyer',
    deadlines: ['LW.comp.limit buyer 2029-11-02T00:00 rule', 'CT.limit buyer 2029-11-02T00:00 rule'],
    warnings: ['damages.notPlatform'],
  },
];

const AUTHORITY: readonly WrittenCase[] = [
  {
    name: 'received 24 September',
    now: '09-25 10:00',
    events: '12315.filed 09-24 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-10-13T00:00 rule', 'CT.limit buyer 2029-09-25T00:00 rule'],
    warnings: [],
  },
  {
    name: 'received 12 February',
    now: '02-13 10:00',
    events: '12315.filed 02-12 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-03-01T00:00 rule', 'CT.limit buyer 2029-02-13T00:00 rule'],
    warnings: [],
  },
  {
    name: 'received 30 April',
    now: '05-01 10:00',
    events: '12315.filed 04-30 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-05-14T00:00 rule', 'CT.limit buyer 2029-05-01T00:00 rule'],
    warnings: [],
  },
  {
    name: 'received Friday 20 November',
    now: '11-21 10:00',
    events: '12315.filed 11-20 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-12-02T00:00 rule', 'CT.limit buyer 2029-11-21T00:00 rule'],
    warnings: [],
  },
  {
    name: 'received on a Saturday',
    now: '11-21 15:00',
    events: '12315.filed 11-21 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-12-02T00:00 rule', 'CT.limit buyer 2029-11-22T00:00 rule'],
    warnings: [],
  },
  {
    name: 'received on a make-up Sunday',
    now: '09-21 10:00',
    events: '12315.filed 09-20 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-10-01T00:00 rule', 'CT.limit buyer 2029-09-21T00:00 rule'],
    warnings: [],
  },
  {
    name: 'received on the eve of the National Day holidays',
    now: '10-01 15:00',
    events: '12315.filed 09-30 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-10-16T00:00 rule', 'CT.limit buyer 2029-10-01T00:00 rule'],
    warnings: [],
  },
  {
    name: 'received within the Spring Festival',
    now: '02-18 12:00',
    events: '12315.filed 02-18 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-03-04T00:00 rule', 'CT.limit buyer 2029-02-19T00:00 rule'],
    warnings: [],
  },
  {
    name: 'over New Year 2026 with its make-up Sunday',
    now: '01-03 10:00',
    events: '12315.filed 2025-12-31 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-01-13T00:00 rule', 'CT.limit buyer 2029-01-01T00:00 rule'],
    warnings: [],
  },
  {
    name: 'over the National Day of 2024',
    now: '2024-09-30 10:00',
    events: '12315.filed 2024-09-27 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2024-10-13T00:00 rule', 'CT.limit buyer 2027-09-28T00:00 rule'],
    warnings: [],
  },
  {
    name: 'over the National Day of 2025',
    now: '2025-09-30 12:00',
    events: '12315.filed 2025-09-28 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2025-10-15T00:00 rule', 'CT.limit buyer 2028-09-29T00:00 rule'],
    warnings: [],
  },
  {
    name: 'ends on 31 December 2026: the calendar is known',
    now: '12-23 10:00',
    events: '12315.filed 12-22 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2027-01-01T00:00 rule', 'CT.limit buyer 2029-12-23T00:00 rule'],
    warnings: [],
  },
  {
    name: 'ends in 2027: provisional',
    now: '12-25 10:00',
    events: '12315.filed 12-24 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2027-01-06T00:00 rule ?', 'CT.limit buyer 2029-12-25T00:00 rule'],
    warnings: ['calendar.provisional'],
  },
  {
    name: 'a minute before the end',
    now: '12-01 23:59',
    events: '12315.filed 11-20 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-12-02T00:00 rule', 'CT.limit buyer 2029-11-21T00:00 rule'],
    warnings: [],
  },
  {
    name: 'the end',
    now: '12-02 00:00',
    events: '12315.filed 11-20 10:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-12-02T00:00 rule !', 'CT.limit buyer 2029-11-21T00:00 rule'],
    warnings: ['overdue.LW.comp.accept'],
  },
  {
    name: '60 days end in a holiday',
    now: '08-04 10:00',
    events: '12315.filed 07-28 10:00; 12315.accepted 08-03 10:00',
    stage: 'ACCEPTED authority',
    deadlines: ['LW.comp.mediate authority 2026-10-09T00:00 rule', 'CT.limit buyer 2029-07-29T00:00 rule'],
    warnings: [],
  },
  {
    name: '60 days end on a Saturday',
    now: '09-23 10:00',
    events: '12315.filed 09-14 10:00; 12315.accepted 09-22 10:00',
    stage: 'ACCEPTED authority',
    deadlines: ['LW.comp.mediate authority 2026-11-22T00:00 rule', 'CT.limit buyer 2029-09-15T00:00 rule'],
    warnings: [],
  },
  {
    name: 'on the Monday after it is not overdue',
    now: '11-23 10:00',
    events: '12315.filed 09-14 10:00; 12315.accepted 09-22 10:00',
    stage: 'ACCEPTED authority',
    deadlines: ['LW.comp.mediate authority 2026-11-22T00:00 rule', 'CT.limit buyer 2029-09-15T00:00 rule'],
    warnings: [],
  },
  {
    name: 'on the Tuesday it is',
    now: '11-24 10:00',
    events: '12315.filed 09-14 10:00; 12315.accepted 09-22 10:00',
    stage: 'ACCEPTED authority',
    deadlines: ['LW.comp.mediate authority 2026-11-22T00:00 rule !', 'CT.limit buyer 2029-09-15T00:00 rule'],
    warnings: ['overdue.LW.comp.mediate'],
  },
  {
    name: 'accepted on the last day of Order 20: 45 working days',
    now: '04-20 10:00',
    events: '12315.filed 04-07 10:00; 12315.accepted 04-14 10:00',
    stage: 'ACCEPTED authority',
    deadlines: ['LW.comp.mediate authority 2026-06-19T00:00 estimate', 'CT.limit buyer 2029-04-08T00:00 rule'],
    warnings: [],
  },
  {
    name: 'accepted on the first day of Order 121: 60 days',
    now: '04-20 10:00',
    events: '12315.filed 04-07 10:00; 12315.accepted 04-15 10:00',
    stage: 'ACCEPTED authority',
    deadlines: ['LW.comp.mediate authority 2026-06-15T00:00 rule', 'CT.limit buyer 2029-04-08T00:00 rule'],
    warnings: [],
  },
  {
    name: '60 days end on New Year’s Day 2027',
    now: '12-01 10:00',
    events: '12315.filed 10-28 10:00; 12315.accepted 11-02 10:00',
    stage: 'ACCEPTED authority',
    deadlines: ['LW.comp.mediate authority 2027-01-03T00:00 rule ?', 'CT.limit buyer 2029-10-29T00:00 rule'],
    warnings: ['calendar.provisional'],
  },
  {
    name: 'refused: 60 days for reconsideration, six months for a suit',
    now: '11-20 10:00',
    events: '12315.filed 11-10 10:00; 12315.refused 11-17 10:00',
    stage: 'REFUSED buyer',
    deadlines: [
      'LW.review buyer 2027-01-17T00:00 rule',
      'LW.litig.admin buyer 2027-05-18T00:00 estimate',
      'LW.comp.limit buyer 2029-11-11T00:00 rule',
      'CT.limit buyer 2029-11-11T00:00 rule',
    ],
    warnings: [],
  },
  {
    name: 'six months from 31 August',
    now: '09-01 10:00',
    events: '12315.filed 08-25 10:00; 12315.refused 08-31 10:00',
    stage: 'REFUSED buyer',
    deadlines: [
      'LW.review buyer 2026-10-31T00:00 rule',
      'LW.litig.admin buyer 2027-03-01T00:00 estimate',
      'LW.comp.limit buyer 2029-08-26T00:00 rule',
      'CT.limit buyer 2029-08-26T00:00 rule',
    ],
    warnings: [],
  },
  {
    name: 'ended: notice within seven working days',
    now: '11-20 10:00',
    events: '12315.filed 09-10 10:00; 12315.accepted 09-15 10:00; 12315.ended 11-17 10:00',
    stage: 'TERMINATED buyer',
    deadlines: ['LW.comp.endnotice authority 2026-11-27T00:00 rule', 'CT.limit buyer 2029-09-11T00:00 rule'],
    warnings: [],
  },
  {
    name: 'taken back before it was accepted: no notice to wait for',
    now: '11-25 10:00',
    facts: MONEY,
    events: '12315.filed 11-20 09:00; withdrawn 11-23 09:00',
    stage: 'TERMINATED buyer',
    deadlines: ['CT.limit buyer 2029-11-21T00:00 rule'],
    warnings: [],
  },
  {
    name: 'refused and filed again',
    now: '11-25 10:00',
    facts: MONEY,
    events: '12315.filed 11-02 09:00; 12315.refused 11-09 10:00; 12315.filed 11-23 09:00',
    stage: 'RECEIVED authority',
    deadlines: ['LW.comp.accept authority 2026-12-03T00:00 rule', 'CT.limit buyer 2029-11-03T00:00 rule'],
    warnings: [],
  },
  {
    name: 'court beside 12315',
    now: '11-22 15:00',
    events: '12315.filed 11-20 10:00; court.filed 11-21 10:00',
    stage: 'FILED court',
    deadlines: ['CT.file court 2026-12-01T00:00 rule', 'LW.comp.accept authority 2026-12-02T00:00 rule'],
    warnings: ['authority.duplicate'],
  },
];

const REPORTS: readonly WrittenCase[] = [
  {
    name: 'received 30 April',
    now: '05-01 10:00',
    events: 'report.filed 04-30 10:00',
    stage: 'REPORT_RECEIVED authority',
    deadlines: [
      'LW.report.verify authority 2026-05-26T00:00 rule',
      'LW.comp.limit buyer 2029-05-01T00:00 rule',
      'CT.limit buyer 2029-05-01T00:00 rule',
    ],
    warnings: [],
  },
  {
    name: 'received 20 November',
    now: '11-21 10:00',
    events: 'report.filed 11-20 10:00',
    stage: 'REPORT_RECEIVED authority',
    deadlines: [
      'LW.report.verify authority 2026-12-12T00:00 rule',
      'LW.comp.limit buyer 2029-11-21T00:00 rule',
      'CT.limit buyer 2029-11-21T00:00 rule',
    ],
    warnings: [],
  },
  {
    name: 'received on the Friday before the Spring Festival',
    now: '02-14 10:00',
    events: 'report.filed 02-13 10:00',
    stage: 'REPORT_RECEIVED authority',
    deadlines: [
      'LW.report.verify authority 2026-03-13T00:00 rule',
      'LW.comp.limit buyer 2029-02-14T00:00 rule',
      'CT.limit buyer 2029-02-14T00:00 rule',
    ],
    warnings: [],
  },
  {
    name: 'ends in 2027: provisional',
    now: '12-30 12:00',
    events: 'report.filed 12-18 10:00',
    stage: 'REPORT_RECEIVED authority',
    deadlines: [
      'LW.report.verify authority 2027-01-12T00:00 rule ?',
      'LW.comp.limit buyer 2029-12-19T00:00 rule',
      'CT.limit buyer 2029-12-19T00:00 rule',
    ],
    warnings: ['calendar.provisional'],
  },
  {
    name: 'after 15 working days not overdue, because of the 15 more',
    now: '12-30 12:00',
    events: 'report.filed 11-20 10:00',
    stage: 'REPORT_RECEIVED authority',
    deadlines: [
      'LW.report.verify authority 2026-12-12T00:00 rule',
      'LW.comp.limit buyer 2029-11-21T00:00 rule',
      'CT.limit buyer 2029-11-21T00:00 rule',
    ],
    warnings: [],
  },
  {
    name: 'after both',
    now: '2027-01-30 12:00',
    events: 'report.filed 11-20 10:00',
    stage: 'REPORT_RECEIVED authority',
    deadlines: [
      'LW.report.verify authority 2026-12-12T00:00 rule !',
      'LW.comp.limit buyer 2029-11-21T00:00 rule',
      'CT.limit buyer 2029-11-21T00:00 rule',
    ],
    warnings: ['overdue.LW.report.verify'],
  },
];

const COURTS: readonly WrittenCase[] = [
  {
    name: 'filed',
    now: '11-20 10:00',
    events: 'court.filed 11-18 10:00',
    stage: 'FILED court',
    deadlines: ['CT.file court 2026-11-26T00:00 rule'],
    warnings: [],
  },
  {
    name: 'seven days end in the National Day holidays',
    now: '09-29 10:00',
    events: 'court.filed 09-28 10:00',
    stage: 'FILED court',
    deadlines: ['CT.file court 2026-10-09T00:00 rule'],
    warnings: [],
  },
  {
    name: 'seven days end on New Year’s Day 2027',
    now: '12-26 10:00',
    events: 'court.filed 12-25 10:00',
    stage: 'FILED court',
    deadlines: ['CT.file court 2027-01-05T00:00 rule ?'],
    warnings: ['calendar.provisional'],
  },
  {
    name: 'judged',
    now: '11-20 10:00',
    events: 'court.filed 08-18 10:00; court.judged 11-18 10:00',
    stage: 'JUDGMENT buyer',
    deadlines: ['CT.appeal buyer 2026-12-04T00:00 rule'],
    warnings: [],
  },
  {
    name: 'own appeal in a holiday: never rolled over',
    now: '09-20 10:00',
    events: 'court.filed 08-18 10:00; court.judged 09-17 10:00',
    stage: 'JUDGMENT buyer',
    deadlines: ['CT.appeal buyer 2026-10-03T00:00 rule'],
    warnings: [],
  },
  {
    name: 'appeal of the seller',
    now: '11-15 10:00',
    facts: { role: 'seller' },
    events: 'court.filed 10-14 10:00; court.judged 11-14 10:00',
    stage: 'JUDGMENT seller',
    deadlines: ['CT.appeal seller 2026-11-30T00:00 rule'],
    warnings: [],
  },
];

describe('cases written from the rules, after the request', () => {
  it.each(PLATFORM)('complaint and intervention: $name', (written) => {
    expect(outcome(written)).toEqual({
      stage: written.stage,
      deadlines: written.deadlines,
      warnings: written.warnings,
    });
  });
  it.each(AUTHORITY)('12315: $name', (written) => {
    expect(outcome(written)).toEqual({
      stage: written.stage,
      deadlines: written.deadlines,
      warnings: written.warnings,
    });
  });
  it.each(REPORTS)('report: $name', (written) => {
    expect(outcome(written)).toEqual({
      stage: written.stage,
      deadlines: written.deadlines,
      warnings: written.warnings,
    });
  });
  it.each(COURTS)('court: $name', (written) => {
    expect(outcome(written)).toEqual({
      stage: written.stage,
      deadlines: written.deadlines,
      warnings: written.warnings,
    });
  });
});
