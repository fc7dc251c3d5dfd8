import { type Instant, parseIso } from '../shared/time.ts';
import { timeOfEntry } from './entries/entry-time.ts';
import type { ActRecord } from './moves/acts.ts';
import type { CasePart } from './moves/parts.ts';
import type { Case, CaseEntry, RulesUse, Visit } from './types.ts';

/** One line of a case's history. */
export type HistoryRow = { id: string; at: Instant } & (
  | { kind: 'visit'; visit: Visit }
  | { kind: 'entry'; entry: CaseEntry }
  | { kind: 'rules'; rules: RulesUse }
  | { kind: 'merged' | 'split' }
);

/**
 * What the pages said at each visit that showed something new, what the user noted, and what was done to the case, newest
 * first. The rules are told of when they changed, not for the first time.
 */
export function historyOf(known: Case, visits: readonly Visit[], acts: readonly ActRecord[]): HistoryRow[] {
  const rows: HistoryRow[] = [
    ...visits.map((visit) => ({ kind: 'visit' as const, id: visit.id, at: visit.firstSeenAt, visit })),
    ...known.entries.map((entry) => ({
      kind: 'entry' as const,
      id: entry.id,
      at: parseIso(timeOfEntry(entry)) ?? entry.enteredAt,
      entry,
    })),
    ...known.rules.slice(1).map((rules) => ({ kind: 'rules' as const, id: rules.version, at: rules.since, rules })),
    ...acts.flatMap(({ id, at, what }): HistoryRow[] => {
      if (what.type === 'case.merged') return [{ kind: 'merged', id, at }];
      return what.type === 'case.split' ? [{ kind: 'split', id, at }] : [];
    }),
  ];
  return rows.sort((one, other) => other.at - one.at);
}

/** A case that was joined to this one: what it brought along, so that it can be taken out again. */
export interface JoinedPart {
  id: string;
  at: Instant;
  part: CasePart;
}

/** The cases that were joined to one and have not been taken out since, newest first. */
export function joinedParts(acts: readonly ActRecord[]): JoinedPart[] {
  return acts
    .flatMap(({ id, at, what }) => (what.type === 'case.merged' ? [{ id, at, part: what.part }] : []))
    .filter(({ at, part }) => !acts.some((later) => later.at >= at && takesOut(later, part)))
    .reverse();
}

function takesOut({ what }: ActRecord, part: CasePart): boolean {
  return what.type === 'case.split' && part.pages.every((page) => what.part.pages.includes(page));
}

/**
 * The acts that made the statements of a case what they are: for the bundle. A statement that was taken back is not handed
 * out, and neither is the user's own note, which the record of a joined case holds; the log shows the place of these only.
 */
export function actsOfStatements<Act extends ActRecord>({ entries }: Case, acts: readonly Act[]): Act[] {
  const ids = new Set(entries.map(({ id }) => id));
  return acts.filter(({ what }) => 'entry' in what && ids.has((what.entry ?? what.before)?.id ?? ''));
}
