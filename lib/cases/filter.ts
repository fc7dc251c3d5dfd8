import { HOUR_MS, type Instant } from '../shared/time.ts';
import type { CaseView } from './view.ts';

export type CaseFilter = 'all' | 'buyer' | 'seller' | 'mine' | 'soon';

const SOON_MS = 24 * HOUR_MS;

/** Cases that pass a filter and hold every word of the query somewhere in what was read. */
export function filterCases(views: readonly CaseView[], filter: CaseFilter, query: string, now: Instant): CaseView[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return views.filter((view) => passes(view, filter, now) && words.every((word) => searchText(view).includes(word)));
}

function passes({ case: known, turn, deadline }: CaseView, filter: CaseFilter, now: Instant): boolean {
  if (filter === 'buyer' || filter === 'seller') return known.role === filter;
  if (filter === 'mine') return turn === 'yours';
  if (filter === 'soon') return deadline !== null && !deadline.overdue && deadline.due - now < SOON_MS;
  return true;
}

function searchText({ case: { facts } }: CaseView): string {
  return textsIn(facts).join('\n').toLowerCase();
}

/** What was read, without the names under which it is kept. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return value === null || value === undefined ? [] : [String(value)];
}
