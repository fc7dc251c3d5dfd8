import type { Worker } from '@playwright/test';
import type { CaptureRow } from './store.ts';

/**
 * How many pixels differ between the picture of a capture (joined, else its only screen) and that of the last A-2/s
 * run, which is still in the worker. Infinity when their sizes differ.
 */
export async function differingPixels(worker: Worker, { artifacts }: CaptureRow): Promise<number> {
  const picture = artifacts.find(({ role }) => role === 'fullPage') ?? artifacts.find(({ role }) => role === 'frame');
  const count = await worker.evaluate(compare, picture?.id ?? '');
  return count ?? Number.POSITIVE_INFINITY;
}

/** Self-contained: this function's text is what runs in the worker. */
async function compare(blobId: string): Promise<number | null> {
  const done = <Value>(request: IDBRequest<Value>) =>
    new Promise<Value>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const pixels = async (blob: Blob) => {
    const bitmap = await createImageBitmap(blob);
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d', { willReadFrequently: true });
    context?.drawImage(bitmap, 0, 0);
    const data = context?.getImageData(0, 0, bitmap.width, bitmap.height).data;
    return { width: bitmap.width, values: new Uint32Array(data?.buffer ?? new ArrayBuffer(0)) };
  };
  const db = await done(indexedDB.open('dispute-dossier'));
  const row = await done(db.transaction('blobs').objectStore('blobs').get(blobId));
  db.close();
  const ours = await pixels(row.blob);
  const theirs = await pixels((globalThis as unknown as { benchPicture: Blob }).benchPicture);
  if (ours.width !== theirs.width || ours.values.length !== theirs.values.length) return null;
  return ours.values.reduce((count, value, index) => count + (value === theirs.values[index] ? 0 : 1), 0);
}
