import { defineBackground } from 'wxt/utils/define-background';
import { DossierDb } from '../../lib/storage/db.ts';
import { setUpCapture } from './capture.ts';
import { setUpExport } from './export.ts';
import { setUpHousekeeping } from './housekeeping.ts';
import { setUpPages } from './pages.ts';
import { setUpReminders } from './reminders.ts';
import { setUpStamps } from './stamps.ts';

/** Registers every listener at once, so that an event that wakes the worker finds its listener. */
export default defineBackground({
  type: 'module',
  main() {
    const db = new DossierDb();
    const owner = crypto.randomUUID();
    setUpHousekeeping(db, owner);
    setUpPages(db);
    setUpCapture(db, owner);
    setUpExport(db);
    setUpReminders(db);
    setUpStamps(db);
  },
});
