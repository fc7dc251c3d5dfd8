import type { Page } from '@playwright/test';
import { appendEntry } from '../../lib/evidence/chain.ts';
import type { Capture, LogEntry } from '../../lib/evidence/types.ts';

/**
 * Makes `count` captures of a case out of one real capture: the same files under new names, each with its entry in the
 * log, so that a bundle of them verifies.
 * @param view a page of the extension, which does the writing.
 */
export async function multiplyCapture(
  view: Page,
  original: Capture,
  caseId: string,
  head: LogEntry,
  count: number,
): Promise<string[]> {
  const captures: Capture[] = [];
  const log: LogEntry[] = [];
  for (let index = 1; index <= count; index += 1) {
    const id = crypto.randomUUID();
    const files = original.artifacts.map(({ name, bytes, sha256 }) => ({ name, bytes, sha256 }));
    const at = log.at(-1)?.at ?? head.at;
    const entry = await appendEntry(log.at(-1) ?? head, { at, type: 'capture.stored', subject: id, files });
    const artifacts = original.artifacts.map((artifact) => ({ ...artifact, id: artifact.id.replace(original.id, id) }));
    captures.push({ ...original, id, caseId, artifacts, logSeq: entry.seq, logHash: entry.hash });
    log.push(entry);
  }
  await view.evaluate(store, { originalId: original.id, captures, log });
  return captures.map(({ id }) => id);
}

/** Self-contained: this function's text is what runs in the page. One capture a transaction, as in real life. */
async function store({ originalId, captures, log }: { originalId: string; captures: Capture[]; log: LogEntry[] }) {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await done(indexedDB.open('dispute-dossier'));
  const read = db.transaction('blobs').objectStore('blobs').index('captureId').getAll(originalId);
  const originals: { id: string; blob: Blob }[] = await done(read);
  const bytes = await Promise.all(
    originals.map(async ({ blob }) => ({ type: blob.type, data: await blob.arrayBuffer() })),
  );
  for (const [index, capture] of captures.entries()) {
    const transaction = db.transaction(['captures', 'blobs', 'log'], 'readwrite');
    for (const [file, { id }] of originals.entries()) {
      const { type, data } = bytes[file] ?? { type: '', data: new ArrayBuffer(0) };
      const blob = new Blob([data], { type });
      transaction.objectStore('blobs').put({ id: id.replace(originalId, capture.id), captureId: capture.id, blob });
    }
    transaction.objectStore('captures').put(capture);
    transaction.objectStore('log').put(log[index]);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  }
  db.close();
}
