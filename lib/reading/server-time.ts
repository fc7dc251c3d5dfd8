import { type Instant, MINUTE_MS } from '../shared/time.ts';

/** Real pages stay under 1 MB; anything much larger is not a page's data. */
const MAX_SCRIPT_LENGTH = 4_000_000;
/** Epoch milliseconds of this century under a name that can only mean the server's clock. */
const SERVER_TIME = /["']?\b(?:serverTime|systemTime|sysTime)["']?\s*[:=]\s*["']?(1\d{12})\b/g;

/**
 * When the server made the page, by its own clock, as data in the page's scripts say; null when they do not say, or say
 * times that are more than a minute apart.
 */
export function serverTimeOf(document: Document): Instant | null {
  const times = Array.from(document.scripts).flatMap(({ src, textContent }) => {
    const source = textContent ?? '';
    if (src || source.length > MAX_SCRIPT_LENGTH) return [];
    return [...source.matchAll(SERVER_TIME)].map(([, digits]) => Number(digits));
  });
  if (times.length === 0) return null;
  const earliest = times.reduce((one, other) => Math.min(one, other));
  const latest = times.reduce((one, other) => Math.max(one, other));
  return latest - earliest > MINUTE_MS ? null : earliest;
}
