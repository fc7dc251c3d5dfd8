import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterFailure, dueAt, GATHER_MS, PAUSE_MS, planQueue, triedAgain } from '../../../lib/stamps/queue.ts';
import type { StampRow } from '../../../lib/stamps/types.ts';

const A = { id: 'a', name: 'A', url: 'https://a.example.org/' };
const B = { id: 'b', name: 'B', url: 'https://b.example.org/' };
const NOW = Date.UTC(2026, 10, 22);

let ids = 0;
const newId = () => `row-${ids++}`;
const plan = (rows: readonly StampRow[], services = [A], head = 3, now = NOW) =>
  planQueue(rows, services, head, now, newId).rows;
const stamped = (row: StampRow, at = NOW): StampRow => ({ ...row, state: 'stamped', askedAt: at });
const span = (rows: readonly StampRow[]) =>
  rows.map(({ state, service, first, last }) => [state, service.id, first, last]);

describe('the queue', () => {
  it('is one row for each service, about everything there is', () => {
    expect(span(plan([], [A, B]))).toEqual([
      ['waiting', 'a', 1, 3],
      ['waiting', 'b', 1, 3],
    ]);
  });

  it('is empty without entries, and without services', () => {
    expect(plan([], [A], 0)).toEqual([]);
    expect(plan([], [], 3)).toEqual([]);
  });

  it('grows while it waits, and the first entry still decides how long', () => {
    const [first] = plan([]);
    const [grown] = plan([first as StampRow], [A], 9, NOW + 5000);
    expect(grown).toMatchObject({ id: first?.id, first: 1, last: 9, nextAt: NOW + GATHER_MS });
  });

  it('goes on behind what was stamped', () => {
    const done = stamped(plan([])[0] as StampRow);
    expect(plan([done])).toEqual([done]);
    expect(span(plan([done], [A], 5))).toEqual([
      ['stamped', 'a', 1, 3],
      ['waiting', 'a', 4, 5],
    ]);
  });

  it('asks where the settings say, whatever the row says', () => {
    const [row] = plan([]) as [StampRow];
    const elsewhere = { ...row, service: { ...A, url: 'https://elsewhere.example.org/' } };
    expect(plan([elsewhere])).toMatchObject([{ id: row.id, service: A }]);
  });

  it('drops what waits for a service that is not in use any more, and no stamp', () => {
    const [a, b] = plan([], [A, B]) as [StampRow, StampRow];
    const result = planQueue([stamped(a), b], [], 3, NOW);
    expect(result).toEqual({ rows: [stamped(a)], dropped: [b.id] });
  });

  it('leaves what was given up as it is until there is something new', () => {
    const failed: StampRow = { ...(plan([])[0] as StampRow), state: 'failed', reason: 'refused' };
    expect(plan([failed])).toEqual([failed]);
    const [again] = plan([failed], [A], 4, NOW + 1);
    expect(again).toMatchObject({ state: 'waiting', first: 1, last: 4, attempts: 0, reason: null });
  });

  it('keeps the pause of a service, whichever of its rows was asked for last', () => {
    const [a, b] = plan([], [A, B]) as [StampRow, StampRow];
    const done = stamped(a, NOW + GATHER_MS);
    const next = plan([done, b], [A, B], 4, NOW + 1000).find(
      ({ state, service }) => state === 'waiting' && service === A,
    );
    expect(dueAt(next as StampRow, [done, b])).toBe(NOW + GATHER_MS + PAUSE_MS);
    expect(dueAt(b, [done, b])).toBe(NOW + GATHER_MS);
  });

  it('is asked again later and later, without end while nobody answers', () => {
    let row = plan([])[0] as StampRow;
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      row = afterFailure(row, 'unreachable', NOW);
      waits.push((row.nextAt - NOW) / 60_000);
    }
    expect(waits).toEqual([1, 2, 5, 15, 30, 60, 60, 60, 60]);
    expect(row.state).toBe('waiting');
  });

  it('is given up after five bad answers, until the user wants more', () => {
    let row = plan([])[0] as StampRow;
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      row = afterFailure(row, 'purpose', NOW);
      expect(row.state).toBe(attempt < 5 ? 'waiting' : 'failed');
    }
    expect(triedAgain(row, NOW + 9)).toMatchObject({ state: 'waiting', attempts: 0, nextAt: NOW + 9 });
  });

  it('covers every entry exactly once for each service, in whatever order things happen', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('new' as const), count: fc.integer({ min: 1, max: 4 }) }),
      fc.record({ kind: fc.constantFrom('stamp' as const, 'fail' as const), at: fc.nat(5) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        let [rows, head]: [StampRow[], number] = [[], 0];
        for (const one of steps) {
          if (one.kind === 'new') head += one.count;
          else {
            rows = rows.map((row, index) => {
              if (row.state === 'stamped' || index !== one.at) return row;
              return one.kind === 'stamp' ? stamped(row) : afterFailure(row, 'refused', NOW);
            });
          }
          rows = plan(rows, [A, B], head);
        }
        for (const service of [A, B]) {
          const spans = rows.filter((row) => row.service.id === service.id).sort((a, b) => a.first - b.first);
          const covered = spans.flatMap(({ first, last }) =>
            Array.from({ length: last - first + 1 }, (_, n) => first + n),
          );
          expect(covered).toEqual(Array.from({ length: head }, (_, n) => n + 1));
        }
      }),
    );
  });
});
