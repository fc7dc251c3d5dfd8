import { browser } from 'wxt/browser';
import { onWake, wakeAt } from '../../lib/platform/alarms.ts';
import { mayReach, watchExtras } from '../../lib/platform/permissions.ts';
import { reportUnexpected } from '../../lib/platform/report.ts';
import { askService } from '../../lib/platform/stamp-service.ts';
import { inTurn } from '../../lib/reminders/rounds.ts';
import { knownRoots } from '../../lib/stamps/roots.ts';
import { runStampRound } from '../../lib/stamps/round.ts';
import { originOf } from '../../lib/stamps/services.ts';
import type { DossierDb } from '../../lib/storage/db.ts';
import { readSettings } from '../../lib/storage/settings.ts';
import { entriesBetween, keepStamps, readStamps } from '../../lib/storage/stamps.ts';
import { watchTables } from '../../lib/storage/watch.ts';

/**
 * Asks for time stamps of what is new in the log, when the user has switched them on. The queue is in the database, so a worker that
 * dies loses nothing.
 */
export function setUpStamps(db: DossierDb): void {
  const look = inTurn(() => runStampRound(roundDeps(db)), reportUnexpected);
  onWake('stamps', look);
  browser.runtime.onStartup.addListener(look);
  watchTables(db, ['log', 'settings', 'stamps'], look);
  watchExtras(look);
  look();
}

function roundDeps(db: DossierDb): Parameters<typeof runStampRound>[0] {
  return {
    now: Date.now,
    subtle: crypto.subtle,
    roots: knownRoots(),
    load: async () => ({ settings: (await readSettings(db)).stamps, ...(await readStamps(db)) }),
    entries: (first, last) => entriesBetween(db, first, last),
    keep: (rows, dropped) => keepStamps(db, rows, dropped),
    mayAsk: (service) => mayReach([originOf(service)]),
    ask: askService,
    wakeAt: (at) => wakeAt('stamps', at),
  };
}
