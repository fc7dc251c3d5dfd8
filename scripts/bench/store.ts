import type { Worker } from '@playwright/test';
import type { ExtensionContext } from '../browser/store.ts';

/** The parts of a job's row that are measured; times are epoch ms. */
export interface JobRow {
  id: string;
  kind: 'capture' | 'export';
  state: string;
  phase: string;
  done: number;
  startedAt: number;
  updatedAt: number;
  errorCode: string | null;
  result: { captureId?: string; bytes?: number } | null;
}

/** The parts of a capture's row that are measured. */
export interface CaptureRow {
  id: string;
  messageCount: number;
  gaps: string[];
  artifacts: { id: string; name: string; role: string; bytes: number }[];
}

/** Every row of a table of the extension's database, read in its worker, or a page of it, without its code. */
export function readRows<Row>(worker: ExtensionContext, table: string): Promise<Row[]> {
  return worker.evaluate(async (name) => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('dispute-dossier'));
    try {
      return (await done(db.transaction(name).objectStore(name).getAll())) as Row[];
    } finally {
      db.close();
    }
  }, table);
}

/** The text of a stored file. Throws when there is none. */
export function readText(worker: Worker, blobId: string): Promise<string> {
  return worker.evaluate(async (id) => {
    const done = <Value>(request: IDBRequest<Value>) =>
      new Promise<Value>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await done(indexedDB.open('dispute-dossier'));
    try {
      const { blob } = await done(db.transaction('blobs').objectStore('blobs').get(id));
      return await (blob as Blob).text();
    } finally {
      db.close();
    }
  }, blobId);
}
