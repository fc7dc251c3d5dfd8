import type { Stage } from '../types.ts';
import { hasBuyerSubmitted } from './conditions.ts';
import type { MachineSpec, Transition } from './types.ts';

const OPEN: readonly Stage[] = ['INTERVENTION', 'EVIDENCE', 'REVIEW'];
const DECIDED: readonly Stage[] = ['SUPPORT_BUYER', 'SUPPORT_SELLER', 'DONE'];
const AFTER_APPEAL: readonly Stage[] = ['CHANGED', 'CONFIRMED', 'PLATFORM_FINAL'];
const PARTIES = { owner: 'parties', kind: 'rest' } as const;

const DECISIONS: readonly Transition[] = [
  {
    on: 'intervention.decided',
    from: ['NONE', ...OPEN],
    to: 'SUPPORT_BUYER',
    when: ({ outcome }) => outcome === 'supportBuyer',
  },
  {
    on: 'intervention.decided',
    from: ['NONE', ...OPEN],
    to: 'SUPPORT_SELLER',
    when: ({ outcome }) => outcome === 'supportSeller',
  },
  { on: 'intervention.decided', from: ['NONE', ...OPEN], to: 'DONE' },
];

const APPEALS: readonly Transition[] = [
  { on: 'appeal.filed', from: ['NONE', ...DECIDED, ...AFTER_APPEAL], to: 'APPEAL_REVIEW' },
  {
    on: 'appeal.decided',
    from: ['NONE', 'APPEAL_REVIEW', ...DECIDED],
    to: 'CHANGED',
    when: ({ outcome }) => outcome === 'changed',
  },
  {
    on: 'appeal.decided',
    from: ['NONE', 'APPEAL_REVIEW', ...DECIDED],
    to: 'CONFIRMED',
    when: ({ outcome }) => outcome === 'confirmed',
  },
  { on: 'appeal.decided', from: ['NONE', 'APPEAL_REVIEW', ...DECIDED], to: 'PLATFORM_FINAL' },
];

/**
 * Rules 7.6. SUSPENDED, JURY and APPEAL_OPEN are reached by no recorded event. While they are only announced, the page's
 * countdown is attached to the evidence period, the next thing both sides have to do.
 */
export const INTERVENTION: MachineSpec = {
  stages: {
    INTERVENTION: { owner: 'platform', kind: 'open', clocks: [{ rule: 'IV.evidence.both', pageOnly: true }] },
    EVIDENCE: {
      owner: (run) => (hasBuyerSubmitted(run) ? 'seller' : 'parties'),
      kind: 'open',
      onTimeout: 'REVIEW',
      clocks: [
        { rule: 'IV.evidence.seller_confirm', since: 'intervention.evidenceSubmitted', when: hasBuyerSubmitted },
        { rule: 'IV.evidence.both', since: 'intervention.evidenceOpened' },
      ],
      beside: [
        { rule: 'IV.evidence.both', since: 'intervention.evidenceOpened', when: hasBuyerSubmitted, vanishes: true },
      ],
    },
    REVIEW: { owner: 'platform', kind: 'open', clocks: [{ rule: 'IV.decision' }] },
    SUPPORT_BUYER: { owner: 'seller', kind: 'rest', clocks: [{ rule: 'AP.seller.file', pageOnly: true }] },
    SUPPORT_SELLER: { owner: 'buyer', kind: 'rest', clocks: [{ rule: 'AP.buyer.file', pageOnly: true }] },
    SETTLED: { owner: 'none', kind: 'rest' },
    WITHDRAWN: { owner: 'none', kind: 'over' },
    DONE: PARTIES,
    APPEAL_REVIEW: { owner: 'platform', kind: 'open' },
    CHANGED: PARTIES,
    CONFIRMED: PARTIES,
    PLATFORM_FINAL: PARTIES,
  },
  transitions: [
    { on: 'intervention.requested', from: ['NONE'], to: 'INTERVENTION' },
    { on: 'intervention.evidenceOpened', from: ['NONE', 'INTERVENTION', 'REVIEW'], to: 'EVIDENCE' },
    {
      on: 'intervention.evidenceSubmitted',
      from: ['EVIDENCE'],
      to: 'REVIEW',
      when: (event, run) => event.by === 'seller' && hasBuyerSubmitted(run),
    },
    { on: 'intervention.evidenceSubmitted', from: ['EVIDENCE'], to: 'EVIDENCE', keepsClock: true },
    { on: 'intervention.evidenceSubmitted', from: ['NONE', 'INTERVENTION'], to: 'EVIDENCE' },
    { on: 'intervention.evidenceSubmitted', from: ['REVIEW'], to: 'REVIEW', keepsClock: true },
    ...DECISIONS,
    ...APPEALS,
    { on: 'refund.agreed', from: OPEN, to: 'SETTLED' },
    { on: 'settled', from: [...OPEN, ...DECIDED, 'APPEAL_REVIEW'], to: 'SETTLED' },
    { on: 'withdrawn', from: OPEN, to: 'WITHDRAWN' },
    { on: 'withdrawn', from: ['APPEAL_REVIEW'], to: 'PLATFORM_FINAL' },
  ],
};
