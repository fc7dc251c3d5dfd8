import type { Worker } from '@playwright/test';
import type { CaptureRow } from './store.ts';

export interface Difference {
  /** Pixels that are not the same. */
  any: number;
  /** Pixels of which a colour is more than 8 of 255 levels off; the browser's own drawing varies by less. */
  clear: number;
}

/** The picture of a capture (joined, else its only screen) beside that of the last A-2/s run in the same worker. */
export function unlikeAnchor(worker: Worker, { artifacts }: CaptureRow): Promise<Difference> {
  const picture = artifacts.find(({ role }) => role === 'fullPage') ?? artifacts.find(({ role }) => role === 'frame');
  return worker.evaluate(compare, picture?.id ?? null);
}

/** The last two A-2/s pictures beside each other: how much the browser's own drawing varies. */
export function anchorUnlikeItself(worker: Worker): Promise<Difference> {
  return worker.evaluate(compare, null);
}

/** Self-contained: this function's text is what runs in the worker. All pixels differ when the sizes do. */
async function compare(blobId: string | null): Promise<Difference> {
  const LEVELS = 8;
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const stored = async (id: string): Promise<Blob> => {
    const db = await done(indexedDB.open('dispute-dossier'));
    const row = await done(db.transaction('blobs').objectStore('blobs').get(id));
    db.close();
    return row.blob;
  };
  const pixels = async (blob: Blob) => {
    const bitmap = await createImageBitmap(blob);
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
    if (!context) throw new Error('No canvas');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  };
  const kept = globalThis as unknown as { benchPicture: Blob; benchPictureBefore?: Blob };
  const one = await pixels(blobId === null ? (kept.benchPictureBefore ?? kept.benchPicture) : await stored(blobId));
  const other = await pixels(kept.benchPicture);
  const all = one.width * one.height;
  if (one.width !== other.width || one.height !== other.height) return { any: all, clear: all };
  let any = 0;
  let clear = 0;
  for (let at = 0; at < one.data.length; at += 4) {
    const off = (part: number) => Math.abs((one.data[at + part] as number) - (other.data[at + part] as number));
    const most = Math.max(off(0), off(1), off(2));
    if (most > 0) any += 1;
    if (most > LEVELS) clear += 1;
  }
  return { any, clear };
}
