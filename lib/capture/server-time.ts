import type { ServerTimeAnswer } from '../evidence/page-capture.ts';

/** A capture does not wait longer for a clock. */
const PATIENCE_MS = 5000;

/**
 * Asks the server of the page for its time: one HEAD request for the page's own address, with the page's own cookies, as the
 * page itself could make it. Only called when the user has allowed it. Never rejects.
 * @param now this computer's clock.
 */
export async function askServerTime(now: () => number): Promise<ServerTimeAnswer> {
  const url = location.href.replace(/#.*$/, '');
  const sentAt = now();
  const wish = { method: 'HEAD', cache: 'no-store', credentials: 'same-origin', redirect: 'manual' } as const;
  const signal = AbortSignal.timeout(PATIENCE_MS);
  const answer = await fetch(url, { ...wish, signal }).catch(() => null); // That there was no answer is in the record.
  const asked = { url, sentAt, receivedAt: now() };
  if (!answer || answer.status === 0) return { ...asked, status: null, date: null, age: null };
  return { ...asked, status: answer.status, date: answer.headers.get('Date'), age: answer.headers.get('Age') };
}
