import { type Instant, MINUTE_MS } from '../shared/time.ts';

/** Epoch milliseconds of this century under a name that can only mean the server's clock. */
const SERVER_TIME = /\b(?:server|system|sys)Time["']?\s*[:=]\s*["']?(1\d{12})\b/g;

/**
 * When the server made the page, by its own clock, as data in the page's scripts say; null when they do not say, or say
 * times that are more than a minute apart.
 */
export function serverTimeOf({ scripts }: Document): Instant | null {
  const source = Array.from(scripts, ({ textContent }) => textContent).join('\n');
  const [first, ...others] = Array.from(source.matchAll(SERVER_TIME), ([, digits]) => Number(digits));
  return first && others.every((time) => Math.abs(time - first) <= MINUTE_MS) ? first : null;
}
