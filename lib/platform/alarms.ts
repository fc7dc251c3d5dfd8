import { browser } from 'wxt/browser';
import { HOUR_MS, type Instant, MINUTE_MS } from '../shared/time.ts';

/** What the background is woken for. */
export type AlarmName = 'reminders' | 'captures' | 'stamps';

/** An alarm that could not be acted on comes again. */
const REPEAT_MINUTES = HOUR_MS / MINUTE_MS;

/** Asks the browser to wake the background at an instant, and every hour after it until it is asked again; null for never. */
export async function wakeAt(name: AlarmName, at: Instant | null): Promise<void> {
  if (at === null) await browser.alarms.clear(name);
  else await browser.alarms.create(name, { when: at, periodInMinutes: REPEAT_MINUTES });
}

/** Calls back when the browser has woken the background for this. */
export function onWake(name: AlarmName, woken: () => void): void {
  browser.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === name) woken();
  });
}
