import { formatIso, type Instant, parseIso } from '../shared/time.ts';
import { readEvents } from './events.ts';
import { caseFacts } from './facts.ts';
import { runCase } from './machines/run-case.ts';
import type { CaseEvent, CaseInput } from './types.ts';

/** True when the event, happening at `now`, would move a machine of the case: one can say that it happened today. */
export function fitsNow(input: CaseInput, event: Omit<CaseEvent, 'at'>, now: Instant): boolean {
  const candidate = { ...event, at: formatIso(now) };
  return !unplacedEvents({ ...input, events: [...input.events, candidate] }, now).includes(candidate);
}

/** The events of the input that no machine has a place for at their time, because they come too early, too late or twice. */
export function unplacedEvents(input: CaseInput, now: Instant): CaseEvent[] {
  const { events } = readEvents(input.events, now);
  const { unplaced } = runCase(caseFacts(input, events, now));
  return input.events.filter((event) =>
    unplaced.some(
      ({ type, at, outcome, by, of }) =>
        type === event.type &&
        at === parseIso(event.at) &&
        outcome === event.outcome &&
        by === event.by &&
        of === event.of,
    ),
  );
}
