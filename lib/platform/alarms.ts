import { browser } from 'wxt/browser';
import { HOUR_MS, type Instant, MINUTE_MS } from '../shared/time.ts';

const REMINDERS = 'reminders';
/** An alarm that could not be acted on comes again. */
const REPEAT_MINUTES = HOUR_MS / MINUTE_MS;

/** Asks the browser to wake the background at an instant, and every hour after it until it is asked again; null for never. */
export async function wakeAt(at: Instant | null): Promise<void> {
  if (at === null) await browser.alarms.clear(REMINDERS);
  else await browser.alarms.create(REMINDERS, { when: at, periodInMinutes: REPEAT_MINUTES });
}

/** Calls back when the browser has woken the background for reminders. */
export function onWake(woken: () => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === REMINDERS) woken();
  });
}
