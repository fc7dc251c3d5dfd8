import { AppError } from '../shared/errors.ts';
import type { StorageSpace } from '../storage/space.ts';

/** How much room there is; null where the browser does not say. */
export async function storageSpace(): Promise<StorageSpace | null> {
  // Not in every context of every browser, whatever the types say.
  const storage = navigator.storage as StorageManager | undefined;
  const estimate = await storage?.estimate?.().catch(() => null);
  if (estimate?.usage === undefined || estimate.quota === undefined) return null;
  const { usage, quota } = estimate;
  const isPersistent = (await storage?.persisted?.().catch(() => null)) ?? null;
  return { used: usage, free: Math.max(0, quota - usage), isPersistent };
}

/**
 * Asks the browser not to clear our data by itself; only pages can, workers cannot. Firefox grants it without a question to an
 * extension with `unlimitedStorage`. Chromium decides by itself and asks nobody: a fresh profile of Chromium 156 refused it
 * (measured on 2026-11-22) though the permission lifts the quota, so it is asked again with each capture until it is granted.
 */
export async function askToPersist(): Promise<void> {
  const storage = navigator.storage as StorageManager | undefined;
  if (storage?.persist && !(await storage.persisted())) await storage.persist();
}

/** Throws AppError storage.full when there is less room than something needs, before it was begun. */
export async function requireSpace(bytes: number): Promise<void> {
  const space = await storageSpace();
  if (space && space.free < bytes) throw new AppError('storage.full', `${space.free} bytes are free, ${bytes} wanted`);
}
