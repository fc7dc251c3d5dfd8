import type { MachineSpec } from './types.ts';

/** Rules 7.5. A platform decision or appeal belongs here only when the event says `of: 'complaint'`. */
export const COMPLAINT: MachineSpec = {
  stages: {
    CP_WAIT_SELLER: {
      owner: 'seller',
      kind: 'open',
      onTimeout: 'CP_PLATFORM',
      clocks: [{ rule: 'CP.seller_answer' }],
    },
    CP_PLATFORM: { owner: 'platform', kind: 'open' },
    CP_UPHELD: { owner: 'seller', kind: 'rest', clocks: [{ rule: 'AP.delivery.file', pageOnly: true }] },
    CP_REJECTED: { owner: 'buyer', kind: 'rest' },
    CP_WITHDRAWN: { owner: 'none', kind: 'over' },
    AP_SELLER: { owner: 'platform', kind: 'open' },
  },
  transitions: [
    { on: 'complaint.filed', from: ['NONE'], to: 'CP_WAIT_SELLER' },
    { on: 'intervention.evidenceSubmitted', from: ['CP_WAIT_SELLER'], to: 'CP_PLATFORM' },
    {
      on: 'intervention.decided',
      from: ['NONE', 'CP_WAIT_SELLER', 'CP_PLATFORM'],
      to: 'CP_UPHELD',
      when: ({ outcome }) => outcome === 'supportBuyer',
    },
    {
      on: 'intervention.decided',
      from: ['NONE', 'CP_WAIT_SELLER', 'CP_PLATFORM'],
      to: 'CP_REJECTED',
      when: ({ outcome }) => outcome === 'supportSeller',
    },
    { on: 'appeal.filed', from: ['CP_UPHELD'], to: 'AP_SELLER' },
    { on: 'appeal.decided', from: ['AP_SELLER'], to: 'CP_REJECTED', when: ({ outcome }) => outcome === 'changed' },
    { on: 'appeal.decided', from: ['AP_SELLER'], to: 'CP_UPHELD', when: ({ outcome }) => outcome === 'confirmed' },
    { on: 'settled', from: ['CP_WAIT_SELLER', 'CP_PLATFORM'], to: 'CP_WITHDRAWN' },
    { on: 'withdrawn', from: ['CP_WAIT_SELLER', 'CP_PLATFORM'], to: 'CP_WITHDRAWN' },
  ],
};
