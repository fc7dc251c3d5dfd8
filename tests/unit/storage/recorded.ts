import { Buffer } from 'node:buffer';
import { indexedDB } from 'fake-indexeddb';
import { createSigningKey } from '../../../lib/evidence/signing.ts';

/** A database as it was written, below all code of ours. */
export interface RecordedDatabase {
  /** As the browser counts it. */
  version: number;
  stores: { name: string; keyPath: string; indexes: RecordedIndex[]; rows: unknown[] }[];
}

interface RecordedIndex {
  name: string;
  keyPath: string | string[];
  unique: boolean;
  multiEntry: boolean;
}

/** Reads everything that a database holds: Blobs as base64, keys (which cannot be read out) as their place. */
export async function recordRaw(name: string): Promise<RecordedDatabase> {
  const db = await done(indexedDB.open(name));
  const stores = await Promise.all(
    [...db.objectStoreNames].map(async (storeName) => {
      const store = db.transaction(storeName).objectStore(storeName);
      const indexes = [...store.indexNames].map((indexName) => {
        const { keyPath, unique, multiEntry } = store.index(indexName);
        return { name: indexName, keyPath: keyPath as string, unique, multiEntry };
      });
      const rows = await Promise.all((await done(store.getAll())).map(toJson));
      return { name: storeName, keyPath: store.keyPath as string, indexes, rows };
    }),
  );
  const { version } = db;
  db.close();
  return { version, stores };
}

/** Makes a recorded database anew, with raw calls as the browser had them. */
export async function replayRaw(name: string, { version, stores }: RecordedDatabase): Promise<void> {
  const rows = new Map(
    await Promise.all(
      stores.map(
        async ({ name: store, rows: recorded }) => [store, await Promise.all(recorded.map(fromJson))] as const,
      ),
    ),
  );
  const request = indexedDB.open(name, version);
  request.onupgradeneeded = () => {
    for (const { name: storeName, keyPath, indexes } of stores) {
      const store = request.result.createObjectStore(storeName, { keyPath });
      for (const { name: indexName, keyPath: path, ...options } of indexes) store.createIndex(indexName, path, options);
    }
  };
  const db = await done(request);
  for (const [storeName, values] of rows) {
    const store = db.transaction(storeName, 'readwrite').objectStore(storeName);
    for (const value of values) await done(store.put(value));
  }
  db.close();
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

async function toJson(row: unknown): Promise<unknown> {
  if (row instanceof Blob) return { $blob: Buffer.from(await row.arrayBuffer()).toString('base64'), type: row.type };
  if (row instanceof CryptoKey) return { $key: row.type };
  if (Array.isArray(row)) return Promise.all(row.map(toJson));
  if (typeof row !== 'object' || row === null) return row;
  return Object.fromEntries(
    await Promise.all(Object.entries(row).map(async ([name, value]) => [name, await toJson(value)] as const)),
  );
}

async function fromJson(value: unknown): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map(fromJson));
  if (typeof value !== 'object' || value === null) return value;
  const row = value as Record<string, unknown>;
  if (typeof row.$blob === 'string') return new Blob([Buffer.from(row.$blob, 'base64')], { type: String(row.type) });
  if (row.publicKey && row.privateKey) return createSigningKey();
  return Object.fromEntries(
    await Promise.all(Object.entries(row).map(async ([name, inner]) => [name, await fromJson(inner)] as const)),
  );
}
