import type { Instant } from '../shared/time.ts';
import type { DossierDb } from './db.ts';

const CHUNK = 500;

/** Puts cases whose next deadline has passed where they belong now. Returns how many there were. */
export async function renewOrder(db: DossierDb, now: Instant): Promise<number> {
  return db.transaction('rw', db.cases, async () => {
    const passed = await db.cases.where('rank').below([now]).toArray();
    await db.cases.bulkPut(passed);
    return passed.length;
  });
}

/** Puts all cases in order anew, as after an update that brings other rules; a part at a time, so that others can write. */
export async function renewWholeOrder(db: DossierDb): Promise<void> {
  const ids = await db.cases.toCollection().primaryKeys();
  for (let start = 0; start < ids.length; start += CHUNK) {
    await db.transaction('rw', db.cases, async () => {
      const cases = await db.cases.bulkGet(ids.slice(start, start + CHUNK));
      await db.cases.bulkPut(cases.filter((known) => known !== undefined));
    });
  }
}
