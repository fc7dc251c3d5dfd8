import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkChain } from '../../../lib/evidence/chain.ts';
import { checkStore } from '../../../lib/storage/check/check-store.ts';
import { DATABASE_VERSION, type DossierDb } from '../../../lib/storage/db.ts';
import { NOW } from '../cases/pages.ts';
import { onWrite, testDb } from './database.ts';
import { type RecordedDatabase, recordRaw, replayRaw } from './recorded.ts';

/** Every version that was shipped before the present one has a recording (`scripts/record-database.ts`). */
const SHIPPED = Array.from({ length: DATABASE_VERSION - 1 }, (_, index) => index + 1);

function recording(version: number): RecordedDatabase {
  return JSON.parse(readFileSync(`tests/fixtures/databases/v${version}.json`, 'utf8'));
}

/** What later versions have added to the rows of each table, by the version that added it. */
const ADDED: Record<string, { since: number; row: (old: Row) => object }[]> = {
  cases: [
    { since: 2, row: () => ({ corrections: {} }) },
    {
      since: 3,
      row: () => ({
        entries: [],
        name: null,
        note: '',
        closedAt: null,
        rules: [],
        clockSkew: null,
        disputeType: null,
        goodsKind: null,
        ticked: {},
      }),
    },
  ],
  captures: [
    { since: 3, row: () => ({ own: null }) },
    { since: 4, row: () => ({ purpose: '', note: '', deletedAt: null, redaction: null }) },
  ],
  corrections: [{ since: 3, row: (old) => ({ filedIn: old.caseId }) }],
};

type Row = Record<string, unknown>;

/** A row of a recording as the present version has it. */
function present(table: string, version: number, old: Row): Row {
  const added = (ADDED[table] ?? []).filter(({ since }) => since > version).map(({ row }) => row(old));
  return Object.assign({}, old, ...added);
}

const quiet = { onProgress: () => undefined, signal: new AbortController().signal };

async function rawRows(db: DossierDb): Promise<Map<string, Row[]>> {
  const { stores } = await recordRaw(db.name);
  return new Map(stores.map(({ name, rows }) => [name, rows as Row[]]));
}

describe.each(SHIPPED)('a database of version %i', (version) => {
  async function opened(): Promise<DossierDb> {
    const db = testDb();
    await replayRaw(db.name, recording(version));
    await db.open();
    return db;
  }

  it('is recorded as that version wrote it', async () => {
    const db = testDb();
    await replayRaw(db.name, recording(version));
    const { version: stated, stores } = recording(version);
    expect(stated).toBe(10 * version);
    const replayed = await recordRaw(db.name);
    expect(replayed).toEqual({ version: stated, stores });
  });

  it('keeps every row of every table, with what later versions have added', async () => {
    const db = await opened();
    const raw = await rawRows(db);
    for (const { name, rows } of recording(version).stores) {
      const expected = (rows as Row[]).map((row) => present(name, version, row));
      const found = raw.get(name) ?? [];
      if (name === 'cases') {
        const { rank: _rank, changedAt: _changedAt, ...row } = found[0] ?? {};
        const { rank: _old, changedAt: _oldChange, ...wanted } = expected[0] ?? {};
        expect([found.length, row]).toEqual([expected.length, wanted]);
      } else {
        expect(found, name).toEqual(expected);
      }
    }
  });

  it('is whole, finds everything by its indexes, and goes on signing with its key', async () => {
    const db = await opened();
    expect((await checkStore(db, NOW, quiet)).problems).toEqual([]);
    expect(await checkChain(await db.log.orderBy('seq').toArray())).toEqual([]);
    expect(await db.cases.orderBy('rank').count()).toBe(await db.cases.count());
    expect(await db.captures.where('deletedAt').above(0).count()).toBe(0);
    const { pair } = (await db.keys.get('signing')) ?? {};
    expect(pair?.privateKey.extractable).toBe(false);
  });

  it('stays as it was when the upgrade fails half-way', async () => {
    const db = testDb();
    await replayRaw(db.name, recording(version));
    onWrite(db, 'captures', () => Promise.reject(new DOMException('The disk is full', 'QuotaExceededError')));
    await expect(db.open()).rejects.toThrow();
    db.close();
    const { stores, version: stated } = await recordRaw(db.name);
    expect({ version: stated, stores }).toEqual(recording(version));
  });
});
