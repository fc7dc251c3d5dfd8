import * as z from 'zod/mini';
import type { ReminderSettings } from '../reminders/types.ts';
import { serviceAddress } from '../stamps/services.ts';
import { MAX_SERVICES, type StampSettings } from '../stamps/types.ts';
import type { DossierDb } from './db.ts';

/** Everything the user has chosen, by section. */
export interface Settings {
  reminders: ReminderSettings;
  capture: CaptureSettings;
  stamps: StampSettings;
}

/** How captures are made. */
export interface CaptureSettings {
  /** Ask the server of a captured page for its time, once a capture. */
  serverTime: boolean;
}

const ROW = 'settings';
const MAX_LEADS = 12;
const MAX_LEAD_HOURS = 60 * 24;

const timeOfDay = z.string().check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/));
const lead = z.int().check(z.minimum(1), z.maximum(MAX_LEAD_HOURS));

/** Each field stands for itself: what is missing or broken is as if it had never been set, and costs no other. */
const reminders = z.object({
  on: z.catch(z.boolean(), false),
  since: z.catch(z.number().check(z.nonnegative()), 0),
  leads: z.catch(z.array(lead).check(z.maxLength(MAX_LEADS)), [48, 24, 3]),
  theirs: z.catch(z.boolean(), true),
  quiet: z.object({
    on: z.catch(z.boolean(), false),
    from: z.catch(timeOfDay, '22:00'),
    to: z.catch(timeOfDay, '08:00'),
  }),
  discreet: z.catch(z.boolean(), false),
  badge: z.catch(z.boolean(), true),
});

const capture = z.object({ serverTime: z.catch(z.boolean(), false) });

const MAX_OWN_SERVICES = 20;
const ownService = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(60)),
  name: z.string().check(z.minLength(1), z.maxLength(60)),
  url: z.string().check(z.refine((url) => serviceAddress(url) === url)),
});

const stamps = z.object({
  on: z.catch(z.boolean(), false),
  chosen: z.catch(z.array(z.string().check(z.maxLength(60))).check(z.maxLength(MAX_SERVICES)), ['sectigo']),
  own: z.catch(z.array(ownService).check(z.maxLength(MAX_OWN_SERVICES)), []),
});

/** The settings in force, from whatever is stored; `undefined` gives the defaults. */
export function parseSettings(stored: unknown): Settings {
  const row = recordOf(stored);
  const section = recordOf(row.reminders);
  return {
    reminders: reminders.parse({ ...section, quiet: recordOf(section.quiet) }),
    capture: capture.parse(recordOf(row.capture)),
    stamps: stamps.parse(recordOf(row.stamps)),
  };
}

/** The settings in force. */
export async function readSettings(db: DossierDb): Promise<Settings> {
  return parseSettings(await db.settings.get(ROW));
}

/** Changes settings about reminders; everything else stays as it is stored. Throws for what is no setting. */
export function changeReminderSettings(db: DossierDb, change: Partial<ReminderSettings>): Promise<void> {
  return changeSection(db, 'reminders', change);
}

/** Changes settings about captures, in the same way. */
export function changeCaptureSettings(db: DossierDb, change: Partial<CaptureSettings>): Promise<void> {
  return changeSection(db, 'capture', change);
}

/** Changes settings about time stamps, in the same way. */
export function changeStampSettings(db: DossierDb, change: Partial<StampSettings>): Promise<void> {
  return changeSection(db, 'stamps', change);
}

async function changeSection<Section extends keyof Settings>(
  db: DossierDb,
  section: Section,
  change: Partial<Settings[Section]>,
): Promise<void> {
  await db.transaction('rw', db.settings, async () => {
    const stored = await db.settings.get(ROW);
    const changed = { ...recordOf(stored?.[section]), ...change };
    const kept = parseSettings({ [section]: changed })[section];
    for (const [name, value] of Object.entries(change)) {
      if (JSON.stringify(kept[name as keyof Settings[Section]]) !== JSON.stringify(value))
        throw new TypeError(`Not a setting: ${name}`);
    }
    await db.settings.put({ ...stored, id: ROW, [section]: changed });
  });
}

function recordOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : {};
}
