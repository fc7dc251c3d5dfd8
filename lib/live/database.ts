import { DossierDb } from '../storage/db.ts';

/** The database as the pages of the extension see it: one connection a page. */
export const db = new DossierDb();
