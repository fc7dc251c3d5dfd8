import type { Stage } from '../types.ts';
import type { Condition, MachineSpec } from './types.ts';

const BEFORE_DECISION: readonly Stage[] = ['NONE', 'ODR', 'RECEIVED', 'FORWARDED', 'REFUSED'];
const OPEN: readonly Stage[] = ['ODR', 'RECEIVED', 'FORWARDED', 'ACCEPTED', 'MEDIATION'];

/** A complaint taken back before it was accepted leaves no mediation whose end would have to be notified. */
const hadMediation: Condition = ({ enteredBy, events }) =>
  enteredBy?.type === '12315.ended' || events.some(({ type }) => type === '12315.accepted');

/** Rules 7.7, the complaint (投诉). The 60 days of mediation count from acceptance in either stage. */
export const AUTHORITY_COMPLAINT: MachineSpec = {
  stages: {
    ODR: { owner: 'seller', kind: 'open', clocks: [{ rule: 'LW.odr' }] },
    RECEIVED: { owner: 'authority', kind: 'open', clocks: [{ rule: 'LW.comp.accept' }] },
    FORWARDED: { owner: 'authority', kind: 'open' },
    ACCEPTED: {
      owner: 'authority',
      kind: 'open',
      onTimeout: 'TERMINATED',
      clocks: [{ rule: 'LW.comp.mediate' }],
    },
    MEDIATION: {
      owner: 'authority',
      kind: 'open',
      onTimeout: 'TERMINATED',
      clocks: [{ rule: 'LW.comp.mediate' }],
    },
    REFUSED: {
      owner: 'buyer',
      kind: 'open',
      clocks: [{ rule: 'LW.review' }],
      beside: [{ rule: 'LW.litig.admin', vanishes: true }],
    },
    AGREEMENT: { owner: 'parties', kind: 'rest' },
    TERMINATED: {
      owner: 'buyer',
      kind: 'rest',
      beside: [{ rule: 'LW.comp.endnotice', when: hadMediation, vanishes: true }],
    },
    CLOSED_SETTLED: { owner: 'none', kind: 'rest' },
  },
  transitions: [
    { on: '12315.filed', from: ['NONE'], to: 'ODR', when: ({ outcome }) => outcome === 'odr' },
    { on: '12315.filed', from: ['NONE', 'ODR', 'REFUSED'], to: 'RECEIVED' },
    {
      on: '12315.accepted',
      from: ['ACCEPTED'],
      to: 'MEDIATION',
      keepsClock: true,
      when: ({ outcome }) => outcome === 'mediation',
    },
    { on: '12315.accepted', from: BEFORE_DECISION, to: 'MEDIATION', when: ({ outcome }) => outcome === 'mediation' },
    { on: '12315.accepted', from: BEFORE_DECISION, to: 'ACCEPTED' },
    { on: '12315.refused', from: BEFORE_DECISION, to: 'FORWARDED', when: ({ outcome }) => outcome === 'forwarded' },
    { on: '12315.refused', from: BEFORE_DECISION, to: 'REFUSED' },
    { on: '12315.ended', from: ['NONE', ...OPEN], to: 'AGREEMENT', when: ({ outcome }) => outcome === 'agreement' },
    { on: '12315.ended', from: ['NONE', ...OPEN], to: 'CLOSED_SETTLED', when: ({ outcome }) => outcome === 'settled' },
    { on: '12315.ended', from: ['NONE', ...OPEN, 'AGREEMENT'], to: 'TERMINATED' },
    { on: 'settled', from: OPEN, to: 'CLOSED_SETTLED' },
    { on: 'withdrawn', from: OPEN, to: 'TERMINATED' },
  ],
};

/** Rules 7.7, the report (举报), which runs beside the complaint. */
export const REPORT: MachineSpec = {
  stages: {
    REPORT_RECEIVED: { owner: 'authority', kind: 'open', clocks: [{ rule: 'LW.report.verify' }] },
    FILED: { owner: 'authority', kind: 'open', clocks: [{ rule: 'LW.report.case' }] },
    NOT_FILED: { owner: 'none', kind: 'over' },
    WITHDRAWN: { owner: 'none', kind: 'over' },
  },
  transitions: [
    { on: 'report.filed', from: ['NONE', 'REPORT_RECEIVED'], to: 'FILED', when: ({ outcome }) => outcome === 'filed' },
    {
      on: 'report.filed',
      from: ['NONE', 'REPORT_RECEIVED'],
      to: 'NOT_FILED',
      when: ({ outcome }) => outcome === 'notFiled',
    },
    { on: 'report.filed', from: ['NONE'], to: 'REPORT_RECEIVED' },
    { on: 'withdrawn', from: ['REPORT_RECEIVED'], to: 'WITHDRAWN' },
  ],
};
