import { HOUR_MS, type Instant } from '../../shared/time.ts';
import type { Case } from '../types.ts';
import { type CaseView, viewCase } from '../view.ts';

/** A case in a list of thousands: what is shown and searched is made once, not with every key. */
export interface ListedCase {
  view: CaseView;
  /** Everything that can be searched, in lower case. */
  text: string;
  /** When the passing of time alone may change the view. */
  changesAt: Instant;
}

/** Whatever else time changes, such as how old a page is, may show this late. */
const MAX_AGE_MS = HOUR_MS;

/** A case as lists hold it at `now`. */
export function listCase(known: Case, now: Instant): ListedCase {
  const view = viewCase(known, now);
  const ahead = view.status.deadlines.flatMap(({ due, overdueAfter }) => [due, overdueAfter]).filter((at) => at > now);
  return { view, text: searchText(known), changesAt: Math.min(now + MAX_AGE_MS, ...ahead.map((at) => at + 1)) };
}

function searchText({ facts, name, note, entries }: Case): string {
  return [name, note, ...entries.map((entry) => entry.note), ...textsIn(facts)].join('\n').toLowerCase();
}

/** What was read, without the names under which it is kept. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return value === null || value === undefined ? [] : [String(value)];
}
