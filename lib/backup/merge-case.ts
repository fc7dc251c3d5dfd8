import { joinCases } from '../cases/moves/join.ts';
import type { Case, CaseEntry, Visit } from '../cases/types.ts';
import type { StoredAct, StoredCorrection } from '../storage/rows.ts';

/** A case with all that is filed in it. */
export interface CaseHistory {
  known: Case;
  visits: readonly Visit[];
  corrections: readonly StoredCorrection[];
  acts: readonly StoredAct[];
}

/** A case as one side has it, and the ids of everything that this side knows of any case. */
export interface Side extends CaseHistory {
  knows: ReadonlySet<string>;
}

/**
 * One case as the store and a backup have it. The side that knows everything the other one knows is taken as it is; where both
 * know something of their own, both are replayed together. What was taken back on either side stays so.
 */
export function mergeHistories(stored: Side, backedUp: Side): Case {
  if (!addsSomething(backedUp, stored)) return stored.known;
  const isOlder = !addsSomething(stored, backedUp);
  const { id, name, note } = stored.known;
  return {
    ...(isOlder ? backedUp.known : { ...replayed(stored, backedUp), entries: entriesOf(stored, backedUp) }),
    id,
    name: name ?? backedUp.known.name,
    note: bothNotes(note, backedUp.known.note),
  };
}

/** Does one side know a page, a later look, a correction or an act that the other one does not? */
function addsSomething({ known, visits, corrections, acts }: CaseHistory, other: Side): boolean {
  const ids = [...visits, ...corrections, ...acts].map(({ id }) => id);
  return known.seenAt > other.known.seenAt || ids.some((id) => !other.knows.has(id));
}

function replayed(stored: CaseHistory, backedUp: CaseHistory): Case {
  const holding = correctionsThatHold([...stored.corrections, ...backedUp.corrections]);
  const visits = new Map([...stored.visits, ...backedUp.visits].map((visit) => [visit.id, visit]));
  return joinCases(withCorrections(stored.known, holding), withCorrections(backedUp.known, holding), [
    ...visits.values(),
  ]);
}

/** Of each fact, the last thing that was done to it, on whichever side. */
function correctionsThatHold(records: readonly StoredCorrection[]): ReadonlySet<string> {
  const last = new Map<string, StoredCorrection>();
  for (const record of [...records].sort((one, other) => one.at - other.at)) last.set(record.fact, record);
  return new Set([...last.values()].filter(({ type }) => type === 'fact.corrected').map(({ id }) => id));
}

function withCorrections(known: Case, holding: ReadonlySet<string>): Case {
  const corrections = Object.entries(known.corrections).filter(([, correction]) => holding.has(correction.id));
  return { ...known, corrections: Object.fromEntries(corrections) };
}

function entriesOf(stored: CaseHistory, backedUp: CaseHistory): CaseEntry[] {
  const removed = new Set(
    [...stored.acts, ...backedUp.acts].flatMap(({ what }) =>
      what.type === 'entry.removed' && what.before ? [what.before.id] : [],
    ),
  );
  const entries = new Map<string, CaseEntry>();
  for (const entry of [...stored.known.entries, ...backedUp.known.entries]) {
    const before = entries.get(entry.id);
    if (!before || before.enteredAt < entry.enteredAt) entries.set(entry.id, entry);
  }
  return [...entries.values()].filter(({ id }) => !removed.has(id)).sort((a, b) => a.enteredAt - b.enteredAt);
}

/** Nobody knows which is newer, so neither is lost. */
function bothNotes(one: string, other: string): string {
  if (one.includes(other)) return one;
  return other.includes(one) ? other : `${one}\n\n${other}`;
}
