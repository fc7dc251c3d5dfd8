import type { Stage } from '../types.ts';
import type { Condition, MachineSpec } from './types.ts';

const OPEN: readonly Stage[] = ['FILED', 'REGISTERED', 'MEDIATION_BEFORE_FILING', 'REFUSED', 'JUDGMENT'];

const isSmallClaim: Condition = (run) => run.events.findLast(({ procedure }) => procedure)?.procedure === 'small';
const isSimple: Condition = (run) => run.events.findLast(({ procedure }) => procedure)?.procedure === 'simple';

/** Rules 7.8. FILED: handed in, the court has not yet decided whether to register it (rules 7.8 gives this no name of its own). */
export const COURT: MachineSpec = {
  stages: {
    FILED: { owner: 'court', kind: 'open', clocks: [{ rule: 'CT.file' }] },
    REGISTERED: {
      owner: 'court',
      kind: 'open',
      clocks: [
        { rule: 'CT.small', when: isSmallClaim },
        { rule: 'CT.simple', when: isSimple },
      ],
    },
    MEDIATION_BEFORE_FILING: { owner: 'court', kind: 'open' },
    REFUSED: { owner: 'parties', kind: 'open', clocks: [{ rule: 'CT.appeal', variant: () => 'ruling' }] },
    JUDGMENT: {
      owner: 'parties',
      kind: 'open',
      onTimeout: 'FINAL',
      clocks: [
        { rule: 'CT.appeal', variant: ({ enteredBy }) => (enteredBy?.outcome === 'ruling' ? 'ruling' : undefined) },
      ],
    },
    FINAL: { owner: 'parties', kind: 'rest' },
    SETTLED: { owner: 'none', kind: 'rest' },
    WITHDRAWN: { owner: 'none', kind: 'over' },
  },
  transitions: [
    {
      on: 'court.filed',
      from: ['NONE', 'FILED', 'MEDIATION_BEFORE_FILING'],
      to: 'REGISTERED',
      when: ({ outcome }) => outcome === 'registered',
    },
    {
      on: 'court.filed',
      from: ['NONE', 'FILED'],
      to: 'MEDIATION_BEFORE_FILING',
      when: ({ outcome }) => outcome === 'mediation',
    },
    { on: 'court.filed', from: ['NONE', 'FILED'], to: 'REFUSED', when: ({ outcome }) => outcome === 'refused' },
    { on: 'court.filed', from: ['NONE', 'REFUSED'], to: 'FILED' },
    {
      on: 'court.judged',
      from: ['NONE', ...OPEN],
      to: 'FINAL',
      when: (event, run) => event.procedure === 'small' || run.events.some(({ procedure }) => procedure === 'small'),
    },
    { on: 'court.judged', from: ['NONE', ...OPEN], to: 'JUDGMENT' },
    { on: 'settled', from: OPEN, to: 'SETTLED' },
    { on: 'withdrawn', from: OPEN, to: 'WITHDRAWN' },
  ],
};
