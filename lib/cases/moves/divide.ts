import { pageKeysOf } from '../match.ts';
import { rulesFrom } from '../time/rules-use.ts';
import type { Case, Visit } from '../types.ts';
import { withPageKeys } from './join.ts';
import { type CasePart, canStandAlone, pagesOfCase } from './parts.ts';
import { correctionsIn, replayCase } from './replay.ts';

/** Why a case cannot be divided so, as keys of `locales/` under `split.problem.`. */
export type DivideProblem = 'nothingTaken' | 'nothingLeft';

/** What keeps these pages from being taken out of a case; null when both sides could be cases. */
export function divideProblem(visits: readonly Visit[], taken: readonly string[]): DivideProblem | null {
  const pages = pagesOfCase(visits);
  if (!canStandAlone(pages.filter(({ key }) => taken.includes(key)))) return 'nothingTaken';
  return canStandAlone(pages.filter(({ key }) => !taken.includes(key))) ? null : 'nothingLeft';
}

/** Two cases of one. */
export interface Divided {
  kept: Case;
  taken: Case;
  /** The visits that go with the second one. */
  visitIds: string[];
}

/**
 * Two cases of one: what the chosen pages say, and what was noted and corrected about them, becomes a case of its own. Both
 * are made anew of their own pages, so nothing of one stays in the other, and later looks at these pages find the same case.
 * Corrections go with the page they were made of. Name and note stay, but for those that the part brought along.
 * @returns null when one side would be no case.
 */
export function divideCase(known: Case, visits: readonly Visit[], part: CasePart, takenId: string): Divided | null {
  if (divideProblem(visits, part.pages)) return null;
  const takenVisits = pagesOfCase(visits)
    .filter(({ key }) => part.pages.includes(key))
    .flatMap((page) => page.visits);
  const keptVisits = visits.filter((visit) => !takenVisits.includes(visit));
  const isTaken = correctionChooser(known, part, takenVisits, keptVisits);
  const corrections = correctionsIn(known);
  const entryGoes = ({ id }: { id: string }) => part.entryIds.includes(id);
  // What was said of the evidence may be about either side, so neither loses it.
  const { disputeType, goodsKind, ticked, closedAt } = known;
  const frame = { ...keptWords(known, part), closedAt, disputeType, goodsKind, ticked };
  const side = (id: string, own: readonly Visit[], takes: boolean): Case => {
    const createdAt = Math.min(...own.map(({ firstSeenAt }) => firstSeenAt));
    const replayed = replayCase(
      {
        ...frame,
        id,
        entries: known.entries.filter((entry) => entryGoes(entry) === takes),
        createdAt,
        rules: rulesFrom(known.rules, createdAt),
        ...(takes && { name: part.name, note: part.note }),
      },
      own,
      corrections.filter((correction) => isTaken(correction.id) === takes),
    );
    return withPageKeys(
      replayed,
      own.flatMap(({ reading }) => pageKeysOf(reading)),
    );
  };
  return {
    kept: side(known.id, keptVisits, false),
    taken: side(takenId, takenVisits, true),
    visitIds: takenVisits.map(({ id }) => id),
  };
}

/** The name and the note without what a part brought along when it was joined. */
function keptWords({ name, note }: Case, part: CasePart): Pick<Case, 'name' | 'note'> {
  const isPartsNote = part.note !== '' && note.endsWith(part.note);
  return {
    name: name === part.name ? null : name,
    note: isPartsNote ? note.slice(0, -part.note.length).trimEnd() : note,
  };
}

/** A correction goes when it is named, or when the page whose word it corrects goes and is not on both sides. */
function correctionChooser(known: Case, part: CasePart, taken: readonly Visit[], kept: readonly Visit[]) {
  const shows = (visits: readonly Visit[], address: string) => visits.some(({ url }) => url === address);
  const going = Object.values(known.corrections).filter(({ id, read }) => {
    const address = read?.origin.url ?? '';
    return part.correctionIds.includes(id) || (shows(taken, address) && !shows(kept, address));
  });
  return (id: string) => going.some((correction) => correction.id === id);
}
