import type { Facts } from '../../lib/marketplaces/types.ts';
import type { ExtensionContext } from '../../scripts/browser/store.ts';

/** Work done inside a page of the extension, where its database is. */

interface StoredCapture {
  id: string;
  pageKind: string | null;
  gaps: string[];
  messageCount: number;
  facts: Facts;
  artifacts: { id: string; name: string; role: string; bytes: number; sha256: string }[];
}

/** All captures as they are stored, oldest first. */
export function storedCaptures(view: ExtensionContext): Promise<StoredCapture[]> {
  return view.evaluate(async () => {
    const open = indexedDB.open('dispute-dossier');
    const db = await new Promise<IDBDatabase>((resolve) =>
      open.addEventListener('success', () => resolve(open.result)),
    );
    const request = db.transaction('captures').objectStore('captures').getAll();
    const rows = await new Promise<(StoredCapture & { takenAt: number })[]>((resolve) =>
      request.addEventListener('success', () => resolve(request.result)),
    );
    db.close();
    return rows.sort((a, b) => a.takenAt - b.takenAt);
  });
}

/** SHA-256 of stored files as their bytes are now. */
export function digestsOf(view: ExtensionContext, artifacts: readonly { id: string }[]): Promise<string[]> {
  return view.evaluate(
    async (ids) => {
      const open = indexedDB.open('dispute-dossier');
      const db = await new Promise<IDBDatabase>((resolve) =>
        open.addEventListener('success', () => resolve(open.result)),
      );
      const digests: string[] = [];
      for (const id of ids) {
        const request = db.transaction('blobs').objectStore('blobs').get(id);
        const stored = await new Promise<{ blob: Blob }>((resolve) =>
          request.addEventListener('success', () => resolve(request.result)),
        );
        const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', await stored.blob.arrayBuffer()));
        digests.push(Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join(''));
      }
      db.close();
      return digests;
    },
    artifacts.map(({ id }) => id),
  );
}

/** The text of a stored file; the page must have a database. */
export function storedText(view: ExtensionContext, blobId: string): Promise<string> {
  return view.evaluate(async (id) => {
    const open = indexedDB.open('dispute-dossier');
    const db = await new Promise<IDBDatabase>((resolve) =>
      open.addEventListener('success', () => resolve(open.result)),
    );
    const request = db.transaction('blobs').objectStore('blobs').get(id);
    const stored = await new Promise<{ blob: Blob }>((resolve) =>
      request.addEventListener('success', () => resolve(request.result)),
    );
    db.close();
    return stored.blob.text();
  }, blobId);
}

/** Size of a stored picture, and how many of its `step`-high screens begin with the strip that the first one begins with. */
export function inspectPicture(
  view: ExtensionContext,
  blobId: string,
  strip: { height: number; step: number },
): Promise<{ width: number; height: number; repeats: number }> {
  return view.evaluate(
    async ({ blobId, strip }) => {
      const open = indexedDB.open('dispute-dossier');
      const db = await new Promise<IDBDatabase>((resolve) =>
        open.addEventListener('success', () => resolve(open.result)),
      );
      const request = db.transaction('blobs').objectStore('blobs').get(blobId);
      const stored = await new Promise<{ blob: Blob }>((resolve) =>
        request.addEventListener('success', () => resolve(request.result)),
      );
      db.close();
      const bitmap = await createImageBitmap(stored.blob);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext('2d');
      context?.drawImage(bitmap, 0, 0);
      const stripAt = (top: number) => String(context?.getImageData(0, top, bitmap.width, strip.height).data);
      const first = stripAt(0);
      let repeats = 0;
      for (let top = strip.step; top + strip.height <= bitmap.height; top += strip.step) {
        if (stripAt(top) === first) repeats += 1;
      }
      return { width: bitmap.width, height: bitmap.height, repeats };
    },
    { blobId, strip },
  );
}

/** Lets the countdown of the only case end at `endsAt`, as if its page had last been seen an hour and a half ago. */
export function seedDeadline(view: ExtensionContext, endsAt: number): Promise<void> {
  return view.evaluate(async (end) => {
    const open = indexedDB.open('dispute-dossier');
    const db = await new Promise<IDBDatabase>((resolve) =>
      open.addEventListener('success', () => resolve(open.result)),
    );
    const store = db.transaction('cases', 'readwrite').objectStore('cases');
    const all = store.getAll();
    const [known] = await new Promise<Record<string, unknown>[]>((resolve) =>
      all.addEventListener('success', () => resolve(all.result)),
    );
    if (!known) throw new Error('There is no case');
    const seenAt = Date.now() - 90 * 60_000;
    const countdown = { endsAt: new Date(end).toISOString(), text: '', action: '' };
    const { refund } = known.clocks as { refund: object };
    const put = store.put({ ...known, seenAt, clocks: { refund: { ...refund, countdown, seenAt } } });
    await new Promise((resolve) => put.addEventListener('success', resolve));
    db.close();
  }, endsAt);
}
