import type { Marketplace, Role } from '../../marketplaces/types.ts';
import { DAY_MS, HOUR_MS, type Instant } from '../../shared/time.ts';
import type { CaseView } from '../view.ts';
import type { ListedCase } from './listed.ts';

/** How soon the next deadline is, as keys of `locales/` under `caseDue.`. */
export const DUE_FILTERS = ['passed', 'day', 'threeDays', 'week'] as const;
export type DueFilter = (typeof DUE_FILTERS)[number];

/** What a list of cases shows; `null` is no condition. */
export interface CaseFilter {
  /** Cases that the user has put away are shown only when asked for. */
  closed: boolean;
  role: Exclude<Role, 'unknown'> | null;
  turn: CaseView['turn'] | null;
  /** Machine and stage, as `stageKeyOf` gives them. */
  stage: string | null;
  marketplace: Marketplace | null;
  due: DueFilter | null;
  query: string;
}

export const NO_FILTER: CaseFilter = {
  closed: false,
  role: null,
  turn: null,
  stage: null,
  marketplace: null,
  due: null,
  query: '',
};

const WITHIN: Record<Exclude<DueFilter, 'passed'>, number> = {
  day: 24 * HOUR_MS,
  threeDays: 3 * DAY_MS,
  week: 7 * DAY_MS,
};

/** Cases that meet every condition and hold every word of the query somewhere in what was read or noted. */
export function filterCases(cases: readonly ListedCase[], filter: CaseFilter, now: Instant): ListedCase[] {
  const words = filter.query.toLowerCase().split(/\s+/).filter(Boolean);
  return cases.filter(({ view, text }) => meets(view, filter, now) && words.every((word) => text.includes(word)));
}

function meets(view: CaseView, { closed, role, turn, stage, marketplace, due }: CaseFilter, now: Instant): boolean {
  const known = view.case;
  return (
    (known.closedAt !== null) === closed &&
    (role === null || known.role === role) &&
    (turn === null || view.turn === turn) &&
    (stage === null || stageKeyOf(view) === stage) &&
    (marketplace === null || known.marketplace === marketplace) &&
    (due === null || isDue(view, due, now))
  );
}

function isDue({ deadline }: CaseView, due: DueFilter, now: Instant): boolean {
  if (deadline === null) return false;
  if (due === 'passed') return deadline.overdue;
  return !deadline.overdue && deadline.due - now < WITHIN[due];
}

/** One name can belong to several machines. */
export function stageKeyOf({ status: { machine, stage } }: CaseView): string {
  return `${machine}:${stage}`;
}
