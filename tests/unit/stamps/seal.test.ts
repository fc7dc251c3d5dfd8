import { expect, it } from 'vitest';
import { sealsOf } from '../../../lib/stamps/seal.ts';
import { statementBytes } from '../../../lib/stamps/statement.ts';
import type { StampRow } from '../../../lib/stamps/types.ts';

const [A, B] = ['a', 'b'].map((digit) => digit.repeat(64)) as [string, string];
const service = (name: string) => ({ id: name, name, url: 'https://tsa.example.org/' });

function row(change: Partial<StampRow>): StampRow {
  const asked = { attempts: 0, askedAt: null, nextAt: 0, reason: null, stamp: null };
  return { id: 'row', state: 'waiting', service: service('S'), first: 1, last: 9, ...asked, ...change };
}

function stamped(name: string, genTime: number, hashes: string[]): StampRow {
  const root = { state: 'known' as const, name: 'Root', sha256: A };
  const statement = new TextDecoder().decode(statementBytes({ first: 1, hashes }));
  const stamp = { statement, request: '', response: '', genTime, signer: 'Signer', root };
  return row({ state: 'stamped', service: service(name), last: hashes.length, stamp });
}

const sealOf = (logSeq: number, logHash: string, rows: StampRow[]) =>
  sealsOf([{ id: 'c', logSeq, logHash }], rows).get('c');

it('a seal is every stamp that names the entry, the earliest first', () => {
  expect(sealOf(1, A, [stamped('late', 20, [A]), stamped('early', 10, [A, B])])).toMatchObject({
    state: 'stamped',
    marks: [
      { service: 'early', at: 10 },
      { service: 'late', at: 20 },
    ],
  });
});

it('a stamp of another entry of the same number is none', () => {
  expect(sealOf(1, B, [stamped('S', 10, [A])])).toEqual({ state: 'none' });
});

it('without a stamp, one that waits comes before one that was given up, with its reason', () => {
  const failed = row({ state: 'failed', reason: 'purpose', service: service('F') });
  const waiting = row({ reason: 'unreachable' });
  expect(sealOf(3, A, [failed, waiting])).toEqual({ state: 'waiting', service: 'S', reason: 'unreachable' });
  expect(sealOf(3, A, [failed])).toEqual({ state: 'failed', service: 'F', reason: 'purpose' });
  expect(sealOf(10, A, [failed, waiting])).toEqual({ state: 'none' });
});
