import Dexie from 'dexie';
import { describe, expect, it } from 'vitest';
import { publicKeySpki } from '../../../lib/evidence/signing.ts';
import { toHex } from '../../../lib/shared/bytes.ts';
import { AppError, errorCodeOf } from '../../../lib/shared/errors.ts';
import { DossierDb } from '../../../lib/storage/db.ts';
import { signingKey } from '../../../lib/storage/keys.ts';
import { NOW } from '../cases/pages.ts';
import { testDb } from './database.ts';

async function fingerprint({ publicKey }: CryptoKeyPair): Promise<string> {
  return toHex(await publicKeySpki(publicKey));
}

describe('the signing key', () => {
  it('is one key, however many ask for it first', async () => {
    const name = `test-${crypto.randomUUID()}`;
    const [background, page] = [testDb(name), testDb(name)];
    const pairs = await Promise.all([background, page, background, page].map((db) => signingKey(db, NOW)));
    expect(new Set(await Promise.all(pairs.map(fingerprint))).size).toBe(1);
    expect(await background.keys.count()).toBe(1);
  });

  it('is the same the next time, and cannot be read out', async () => {
    const db = testDb();
    const first = await signingKey(db, NOW);
    const again = await signingKey(db, NOW + 1);
    expect(await fingerprint(again)).toBe(await fingerprint(first));
    expect(again.privateKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('pkcs8', again.privateKey)).rejects.toThrow();
  });
});

/** The database as a later version of the extension would open it: with one table more. */
function newerDb(db: DossierDb, version: number): Dexie {
  const stores = db.tables.map(({ name, schema: { primKey, indexes } }) => {
    return [name, [primKey, ...indexes].map(({ src }) => src).join(', ')];
  });
  const newer = new Dexie(db.name);
  newer.version(version).stores({ ...Object.fromEntries(stores), stamps: 'id' });
  return newer;
}

async function writeNewer(db: DossierDb, version: number): Promise<void> {
  const newer = newerDb(db, version);
  await newer.table('stamps').put({ id: 'kept' });
  await newer.table('cases').put({ id: 'kept too' });
  newer.close();
}

describe('a database of a newer version', () => {
  it('is refused with a code, whatever is tried first', async () => {
    const db = testDb();
    await writeNewer(db, 5);
    expect(errorCodeOf(await db.cases.toArray().catch((error: unknown) => error))).toBe('storage.newer');
    expect(errorCodeOf(await db.cases.put({} as never).catch((error: unknown) => error))).toBe('storage.newer');
    const inside = db.transaction('rw', db.cases, () => db.cases.clear());
    expect(errorCodeOf(await inside.catch((error: unknown) => error))).toBe('storage.newer');
  });

  it('is left as it is', async () => {
    const db = testDb();
    await writeNewer(db, 5);
    await db.cases.clear().catch(() => undefined);
    db.close();
    const newer = newerDb(db, 5);
    expect(await newer.table('stamps').toArray()).toEqual([{ id: 'kept' }]);
    expect(await newer.table('cases').toArray()).toEqual([{ id: 'kept too' }]);
    newer.close();
  });

  it('does not stop one of ours', async () => {
    const db = testDb();
    await db.open();
    db.close();
    const again = new DossierDb(db.name);
    await expect(again.cases.count()).resolves.toBe(0);
    again.close();
  });
});

describe('errorCodeOf', () => {
  const quota = new DOMException('full', 'QuotaExceededError');

  it.each<[string, unknown, string]>([
    ['a failure of ours', new AppError('capture.noGrant', 'detail'), 'capture.noGrant'],
    ['a full disk', quota, 'storage.full'],
    ['a full disk inside an aborted transaction', new Dexie.AbortError('aborted', quota), 'storage.full'],
    ['a full disk for one row of many', new Dexie.BulkError('2 of 5 failed', { 3: quota }), 'storage.full'],
    ['a row that is there already', new Dexie.BulkError('1 of 5 failed', { 3: new RangeError('key') }), 'unexpected'],
    ['a newer database, as the browser says it', new DOMException('', 'VersionError'), 'storage.newer'],
    ['a database that cannot be opened', new Dexie.OpenFailedError('no'), 'storage.unavailable'],
    ['no database in a private window', new Dexie.MissingAPIError(), 'storage.unavailable'],
    [
      'a database that did not open, for a reason of the browser',
      new Dexie.DatabaseClosedError(new DOMException('', 'InvalidStateError')),
      'storage.unavailable',
    ],
    ['an ordinary mistake', new TypeError('x is not a function'), 'unexpected'],
    ['something that is no error', 'text', 'unexpected'],
    ['nothing', undefined, 'unexpected'],
  ])('%s', (_name, error, expected) => {
    expect(errorCodeOf(error)).toBe(expected);
  });
});
