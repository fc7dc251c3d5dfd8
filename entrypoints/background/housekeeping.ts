import { browser } from 'wxt/browser';
import { hasOffscreenPage } from '../../lib/platform/offscreen.ts';
import { reportUnexpected } from '../../lib/platform/report.ts';
import { eraseExpired } from '../../lib/storage/bin.ts';
import { noteRules } from '../../lib/storage/case-changes.ts';
import type { DossierDb } from '../../lib/storage/db.ts';
import { interruptOrphans, pruneJobs } from '../../lib/storage/jobs.ts';
import { forgetAllTabs } from '../../lib/storage/tabs.ts';

/** The owner of jobs that run in the offscreen page. */
export const OFFSCREEN_OWNER = 'offscreen';

/** Finds the work of a worker that died, and says so; tidies up after a restart of the browser. */
export function setUpHousekeeping(db: DossierDb, owner: string): void {
  void sweep(db, owner).catch(reportUnexpected);
  // Only an update brings other rules.
  browser.runtime.onInstalled.addListener(() => void noteRules(db, Date.now()).catch(reportUnexpected));
  browser.runtime.onStartup.addListener(() => void forgetAllTabs(db).catch(reportUnexpected));
}

async function sweep(db: DossierDb, owner: string): Promise<void> {
  const living = (await hasOffscreenPage()) ? [owner, OFFSCREEN_OWNER] : [owner];
  await interruptOrphans(db, living, Date.now());
  await pruneJobs(db);
  await eraseExpired(db, Date.now());
}
