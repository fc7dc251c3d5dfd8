import type { ServerClock } from '../evidence/capture-record.ts';
import type { ServerTimeAnswer } from '../evidence/page-capture.ts';
import { formatIso, type Instant, SECOND_MS } from '../shared/time.ts';

/** `Sun, 22 Nov 2026 04:15:01 GMT`, the one form that servers send (RFC 9110 5.6.7). */
const HTTP_DATE = /^\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT$/;

/**
 * What a server said about its time, as the record has it: the header as it stood beside this computer's clock, and how far
 * they are apart. The header has whole seconds and was written somewhere between request and answer, so the difference is known
 * within half of the round trip and half a second.
 */
export function serverClock({ url, sentAt, receivedAt, status, date, age }: ServerTimeAnswer): ServerClock {
  const told = date !== null && HTTP_DATE.test(date) ? Date.parse(date) : null;
  const isKept = age !== null && age.trim() !== '0';
  return {
    url,
    method: 'HEAD',
    sentAt: withMs(sentAt),
    receivedAt: withMs(receivedAt),
    roundTripMs: receivedAt - sentAt,
    status,
    date,
    age,
    aheadOfLocalMs: told === null || isKept ? null : told + SECOND_MS / 2 - (sentAt + receivedAt) / 2,
    uncertaintyMs: told === null || isKept ? null : (receivedAt - sentAt + SECOND_MS) / 2,
  };
}

/** The difference can be worked out again from these two, so they keep their milliseconds. */
function withMs(at: Instant): string {
  return formatIso(at).replace('+', `.${String(at % SECOND_MS).padStart(3, '0')}+`);
}
