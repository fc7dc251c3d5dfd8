import type { Instant } from '../shared/time.ts';
import type { DossierDb } from './db.ts';

/** Puts cases whose next deadline has passed where they belong now. Returns how many there were. */
export async function renewOrder(db: DossierDb, now: Instant): Promise<number> {
  return db.transaction('rw', db.cases, async () => {
    const passed = await db.cases.where('rank').below([now]).toArray();
    await db.cases.bulkPut(passed);
    return passed.length;
  });
}
