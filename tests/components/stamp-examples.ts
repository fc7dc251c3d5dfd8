import type { Seal } from '../../lib/stamps/seal.ts';
import type { StampRow, StampSettings } from '../../lib/stamps/types.ts';
import { NOW } from './examples.ts';

const OWN = { id: 'own-1', name: 'Work', url: 'https://tsa.example.org/tsr' };

export const STAMPS_ON: StampSettings = { on: true, chosen: ['digicert', 'own-1'], own: [OWN] };

const MARK = { at: NOW, service: 'Sectigo', signer: 'Test Signer' } as const;

/** A capture with every kind of seal. */
export const SEALS: Record<string, Seal> = {
  none: { state: 'none' },
  waiting: { state: 'waiting', service: 'Sectigo', reason: null },
  'waiting, with a reason': { state: 'waiting', service: 'Sectigo', reason: 'unreachable' },
  failed: { state: 'failed', service: 'Sectigo', reason: 'purpose' },
  stamped: {
    state: 'stamped',
    marks: [
      { ...MARK, root: 'known' },
      { ...MARK, service: 'FreeTSA', root: 'unknown' },
    ],
  },
};

/** A row of the queue. */
export function stampRow(change: Partial<StampRow>): StampRow {
  const stamp = {
    statement: '',
    request: '',
    response: '',
    genTime: NOW,
    signer: 'Test Signer',
    root: { state: 'known' as const, name: 'Test Root', sha256: 'ab'.repeat(32) },
  };
  return {
    id: 'row',
    state: 'waiting',
    service: OWN,
    first: 1,
    last: 3,
    attempts: 0,
    askedAt: null,
    nextAt: NOW,
    reason: null,
    ...change,
    stamp: change.state === 'stamped' ? stamp : null,
  };
}
