import { isChinaDate, parseIso } from '../../shared/time.ts';
import type { RecordedAt } from '../types.ts';

const ZONE = /^[+-]\d{2}:\d{2}$/;
/** What cameras write in a zone's place when they do not know it is left out. */
const TIME = /^(\d{4}-\d{2}-\d{2}) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/;

/**
 * A time as a file states it: `2026-11-20 10:11:12` with its zone (`+08:00`), or null where it states none; the instant is then
 * that of Beijing. Null for a date that does not exist, such as the zeros of a camera that was never set.
 */
export function recordedAt(text: string, zone: string | null): RecordedAt | null {
  const date = TIME.exec(text)?.[1];
  if (!date || !isChinaDate(date)) return null;
  const known = zone !== null && ZONE.test(zone) ? zone : null;
  const at = parseIso(`${text.replace(' ', 'T')}${known ?? '+08:00'}`);
  return at === null ? null : { text, zone: known, at };
}
