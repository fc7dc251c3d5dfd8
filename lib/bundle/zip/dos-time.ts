import { HOUR_MS, type Instant } from '../../shared/time.ts';

const FIRST_YEAR = 1980;
const LAST_YEAR = FIRST_YEAR + 127;

/**
 * An instant as the zip format's time and date fields, read as one little-endian 32-bit number: two-second steps, no
 * zone, so Asia/Shanghai wall time by our convention. Years outside 1980–2107 become the nearest that fits.
 */
export function dosTime(instant: Instant): number {
  const wall = new Date(instant + 8 * HOUR_MS);
  const year = wall.getUTCFullYear();
  if (year < FIRST_YEAR) return (1 << 21) | (1 << 16);
  if (year > LAST_YEAR) return dosTime(Date.UTC(LAST_YEAR, 11, 31, 15, 59, 58));
  const date = ((year - FIRST_YEAR) << 9) | ((wall.getUTCMonth() + 1) << 5) | wall.getUTCDate();
  const time = (wall.getUTCHours() << 11) | (wall.getUTCMinutes() << 5) | (wall.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}
