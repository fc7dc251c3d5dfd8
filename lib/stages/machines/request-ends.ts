import type { Stage } from '../types.ts';
import type { Transition } from './types.ts';

/** How every after-sales request goes to the platform, is settled or withdrawn; `open` are the stages it can happen in. */
export function requestEnds(open: readonly Stage[]): Transition[] {
  const anywhere: Stage[] = [...open, 'INTERVENTION'];
  return [
    { on: 'intervention.requested', from: open, to: 'INTERVENTION' },
    { on: 'intervention.evidenceOpened', from: open, to: 'INTERVENTION' },
    { on: 'intervention.evidenceSubmitted', from: open, to: 'INTERVENTION' },
    {
      on: 'intervention.decided',
      from: anywhere,
      to: 'CLOSED',
      when: ({ outcome }) => outcome === 'supportSeller',
    },
    { on: 'settled', from: anywhere, to: 'CLOSED' },
    { on: 'withdrawn', from: anywhere, to: 'CLOSED' },
  ];
}
