import Dexie, { type DBCore, type DBCoreMutateRequest, type DBCoreMutateResponse } from 'dexie';
import { IDBKeyRange, indexedDB } from 'fake-indexeddb';
import { afterEach } from 'vitest';
import { DossierDb } from '../../../lib/storage/db.ts';

Object.assign(Dexie.dependencies, { indexedDB, IDBKeyRange });

const opened: DossierDb[] = [];

/** A database of its own for one test; deleted afterwards. */
export function testDb(name = `test-${crypto.randomUUID()}`): DossierDb {
  const db = new DossierDb(name);
  opened.push(db);
  return db;
}

afterEach(async () => {
  const used = opened.splice(0);
  for (const db of used) db.close({ disableAutoOpen: true });
  for (const db of used) await db.delete({ disableAutoOpen: true });
});

/** What every table holds, for “nothing has changed”. */
export async function contents(db: DossierDb): Promise<Record<string, number>> {
  const counts = await Promise.all(db.tables.map(async (table) => [table.name, await table.count()] as const));
  return Object.fromEntries(counts);
}

type Mutate = (request: DBCoreMutateRequest) => Promise<DBCoreMutateResponse>;

/** Lets a test stand between Dexie and the writes of one table. */
export function onWrite(
  db: DossierDb,
  tableName: string,
  mutate: (request: DBCoreMutateRequest, next: Mutate) => Promise<DBCoreMutateResponse>,
): void {
  db.use({
    stack: 'dbcore',
    name: 'test',
    create: (core: DBCore) => ({
      ...core,
      table(name: string) {
        const table = core.table(name);
        return name === tableName
          ? { ...table, mutate: (request) => mutate(request, (own) => table.mutate(own)) }
          : table;
      },
    }),
  });
}

/** A full disk as browsers report it: one row of several is refused, of any write or of one type only. */
export function refuseRow(db: DossierDb, tableName: string, row: number, type?: 'add' | 'put'): void {
  onWrite(db, tableName, async (request, next) => {
    if ((request.type !== 'add' && request.type !== 'put') || (type && request.type !== type)) return next(request);
    const response = await next({ ...request, values: request.values.slice(0, row) });
    const failures = { [row]: new DOMException('The disk is full', 'QuotaExceededError') };
    return { ...response, numFailures: 1, failures };
  });
}

/** A full disk as browsers report it when they write to it: the transaction is aborted although every row was accepted. */
export function refuseCommit(db: DossierDb, tableName: string): void {
  onWrite(db, tableName, async (request, next) => {
    const response = await next(request);
    // How fake-indexeddb aborts a transaction with an error of its own.
    (request.trans as unknown as { _abort(error: string): void })._abort('QuotaExceededError');
    return response;
  });
}
