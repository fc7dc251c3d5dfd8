import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCertificate } from '../../../lib/stamps/certificate.ts';
import { GATHER_MS } from '../../../lib/stamps/queue.ts';
import { runStampRound, type StampRoundDeps, UnreachableError } from '../../../lib/stamps/round.ts';
import { sealsOf } from '../../../lib/stamps/seal.ts';
import { readStatement } from '../../../lib/stamps/statement.ts';
import type { StampSettings } from '../../../lib/stamps/types.ts';
import { appendToLog } from '../../../lib/storage/captures.ts';
import type { DossierDb } from '../../../lib/storage/db.ts';
import { changeStampSettings, readSettings } from '../../../lib/storage/settings.ts';
import { entriesBetween, keepStamps, readStamps, retryStamps } from '../../../lib/storage/stamps.ts';
import { TestAuthority } from '../../tsa/authority.ts';
import { hasTool } from '../verify/tools.ts';
import { testDb } from './database.ts';

const START = Date.UTC(2026, 10, 22);

async function addEntries(db: DossierDb, count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const draft = { at: '2026-11-22T08:00:00+08:00', type: 'capture.stored' as const, subject: `c${index}`, files: [] };
    await appendToLog(db, draft, [], async () => undefined);
  }
}

// Certificates are made with real keys, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

describe.skipIf(!hasTool('openssl', 'version'))('rounds of time stamps, with a real authority', () => {
  let authority: TestAuthority;
  beforeAll(() => {
    authority = new TestAuthority();
    authority.addLeaf({ name: 'leaf' });
  }, 60_000);
  afterAll(() => authority.remove());

  /** A store, a clock, and a service that does what it is told. */
  async function world(settings: Partial<StampSettings> = { on: true }) {
    const db = testDb();
    await changeStampSettings(db, settings);
    const state = { now: START, asked: [] as string[], wake: null as number | null, allowed: true, answer: 'good' };
    const deps: StampRoundDeps = {
      now: () => state.now,
      subtle: crypto.subtle,
      roots: [readCertificate(authority.der('root.pem'))],
      load: async () => ({ settings: (await readSettings(db)).stamps, ...(await readStamps(db)) }),
      entries: (first, last) => entriesBetween(db, first, last),
      keep: (rows, dropped) => keepStamps(db, rows, dropped),
      mayAsk: async () => state.allowed,
      ask: async ({ id }, request) => {
        state.asked.push(id);
        if (state.answer === 'death') throw new Error('death');
        if (state.answer === 'offline') throw new UnreachableError('offline');
        return state.answer === 'good' ? authority.reply(request) : new Uint8Array([1, 2, 3]);
      },
      wakeAt: async (at) => {
        state.wake = at;
      },
    };
    const round = async (later = 0) => {
      state.now += later;
      await runStampRound(deps);
      return db.stamps.toArray();
    };
    return { db, state, round };
  }

  it('asks nobody while they are off, whatever happens', async () => {
    const { db, state, round } = await world({ on: false });
    await addEntries(db, 3);
    expect(await round()).toEqual([]);
    expect(await round(GATHER_MS * 10)).toEqual([]);
    expect(state).toMatchObject({ asked: [], wake: null });
  });

  it('stamps a burst of captures at once, and what comes later by itself', async () => {
    const { db, state, round } = await world();
    await addEntries(db, 2);
    expect(await round()).toMatchObject([{ state: 'waiting', first: 1, last: 2 }]);
    expect(state).toMatchObject({ asked: [], wake: START + GATHER_MS });
    await addEntries(db, 1);
    const [row] = await round(GATHER_MS);
    expect(row).toMatchObject({ state: 'stamped', first: 1, last: 3, stamp: { root: { state: 'known' } } });
    const hashes = (await db.log.orderBy('seq').toArray()).map(({ hash }) => hash);
    expect(readStatement(row?.stamp?.statement ?? '')).toEqual({ first: 1, hashes });
    expect(state.wake).toBeNull();
    await addEntries(db, 1);
    await round();
    expect((await round(GATHER_MS)).map(({ state, first, last }) => [state, first, last]).sort()).toEqual([
      ['stamped', 1, 3],
      ['stamped', 4, 4],
    ]);
    expect(state.asked).toEqual(['sectigo', 'sectigo']);
  });

  it('asks two services, each for itself', async () => {
    const { db, state, round } = await world({ on: true, chosen: ['sectigo', 'freetsa'] });
    await addEntries(db, 1);
    await round();
    expect((await round(GATHER_MS)).map(({ state }) => state)).toEqual(['stamped', 'stamped']);
    expect(state.asked.toSorted()).toEqual(['freetsa', 'sectigo']);
  });

  it('waits while nobody can be reached, and stamps all that came meanwhile once', async () => {
    const { db, state, round } = await world();
    state.answer = 'offline';
    await addEntries(db, 1);
    await round();
    expect(await round(GATHER_MS)).toMatchObject([{ state: 'waiting', attempts: 1, reason: 'unreachable' }]);
    await addEntries(db, 4);
    await round(1000);
    expect(state.asked).toHaveLength(1);
    state.answer = 'good';
    expect(await round(60_000)).toMatchObject([{ state: 'stamped', first: 1, last: 5, reason: null }]);
  });

  it('gives up answers that do not count, says why, and tries again when told to', async () => {
    const { db, state, round } = await world();
    state.answer = 'bad';
    await addEntries(db, 1);
    for (let attempt = 0; attempt < 7; attempt += 1) await round(3_600_000);
    expect(await round()).toMatchObject([{ state: 'failed', reason: 'malformed', stamp: null }]);
    expect(state).toMatchObject({ wake: null });
    expect(state.asked).toHaveLength(5);
    state.answer = 'good';
    await retryStamps(db, state.now);
    expect(await round(1000)).toMatchObject([{ state: 'stamped' }]);
  });

  it('sends nothing without leave, and asks once it is given', async () => {
    const { db, state, round } = await world();
    state.allowed = false;
    await addEntries(db, 1);
    await round();
    expect(await round(GATHER_MS)).toMatchObject([{ state: 'waiting', reason: 'notAllowed', attempts: 0 }]);
    expect(state).toMatchObject({ asked: [], wake: null });
    state.allowed = true;
    expect(await round()).toMatchObject([{ state: 'stamped' }]);
  });

  it('empties the queue when they are switched off, and keeps the stamps', async () => {
    const { db, round } = await world();
    await addEntries(db, 1);
    await round();
    const [done] = await round(GATHER_MS);
    await addEntries(db, 1);
    expect(await round()).toHaveLength(2);
    await changeStampSettings(db, { on: false });
    expect(await round(GATHER_MS)).toEqual([done]);
  });

  it('takes stamps of another log, which came with a backup, for no stamps of this one, and keeps them', async () => {
    const there = await world();
    await addEntries(there.db, 5);
    await there.round();
    const [foreign] = await there.round(GATHER_MS);
    const waiting = {
      ...(foreign as NonNullable<typeof foreign>),
      id: 'w',
      state: 'waiting' as const,
      askedAt: null,
      stamp: null,
    };
    const { db, round } = await world();
    await db.stamps.bulkAdd([foreign as NonNullable<typeof foreign>, { ...waiting, last: 99 }]);
    const draft = { at: '2026-11-22T09:00:00+08:00', type: 'capture.stored' as const, subject: 'other', files: [] };
    await appendToLog(db, draft, [], async () => undefined);
    const rows = await round(GATHER_MS);
    expect(rows.map(({ state, first, last }) => [state, first, last]).sort()).toEqual([
      ['stamped', 1, 1],
      ['stamped', 1, 5],
    ]);
    const [mine] = await db.log.toArray();
    const seals = sealsOf(
      [
        { id: 'mine', logSeq: 1, logHash: mine?.hash ?? '' },
        { id: 'x', logSeq: 2, logHash: '' },
      ],
      rows,
    );
    expect(seals.get('mine')).toMatchObject({ state: 'stamped', marks: [{ service: 'Sectigo', root: 'known' }] });
    expect(seals.get('x')).toEqual({ state: 'none' });
  });

  it('goes on after a worker has died in the middle of asking', async () => {
    const { db, state, round } = await world();
    await addEntries(db, 1);
    await round();
    state.answer = 'death';
    await expect(round(GATHER_MS)).rejects.toThrow('death');
    expect(await db.stamps.toArray()).toMatchObject([{ state: 'waiting', attempts: 0 }]);
    expect(state.wake).toBe(state.now + 60_000);
    state.answer = 'good';
    expect(await round(1000)).toMatchObject([{ state: 'stamped' }]);
    expect(await db.stamps.count()).toBe(1);
  });
});
