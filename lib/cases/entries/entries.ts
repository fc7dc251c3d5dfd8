import { type Instant, parseIso } from '../../shared/time.ts';
import { unplacedEvents } from '../../stages/index.ts';
import { pageEvents, stageInput } from '../status.ts';
import type { Case, CaseEntry } from '../types.ts';
import { isOnPage, isRepeated } from './entry-events.ts';
import { timeOfEntry } from './entry-time.ts';

/**
 * What becomes of an entry: it counts; a page says the same and counts instead; it was entered before; its time is still to
 * come; or it does not fit the stage at its time. Keys of `locales/` under `entry.use.`.
 */
export type EntryUse = 'counts' | 'onPage' | 'twice' | 'future' | 'unplaced';

/** What each entry of a case comes to at `now`, by its id. */
export function entryUses(known: Case, now: Instant): ReadonlyMap<string, EntryUse> {
  const said = pageEvents(known);
  const unplaced = unplacedEvents(stageInput(known), now);
  const useOf = (entry: CaseEntry): EntryUse => {
    if (isOnPage(entry, said)) return 'onPage';
    if (isRepeated(entry, known.entries)) return 'twice';
    if ((parseIso(timeOfEntry(entry)) ?? now) > now) return 'future';
    return entry.event && unplaced.includes(entry.event) ? 'unplaced' : 'counts';
  };
  return new Map(known.entries.map((entry) => [entry.id, useOf(entry)]));
}

/** The case with an entry added, changed (the same id) or taken out (null). */
export function withEntry(known: Case, id: string, entry: CaseEntry | null): Case {
  const others = known.entries.filter((one) => one.id !== id);
  if (!entry) return { ...known, entries: others };
  const isKnown = others.length < known.entries.length;
  return {
    ...known,
    entries: isKnown ? known.entries.map((one) => (one.id === id ? entry : one)) : [...others, entry],
  };
}
