import { CORRECTABLE_FACTS, type CorrectableFact } from '../facts/correction-input.ts';
import { pageKeysOf } from '../match.ts';
import type { Case, Visit } from '../types.ts';
import { correctionsIn, replayCase } from './replay.ts';

/** Why two cases cannot be one, as keys of `locales/` under `merge.problem.`: nobody is buyer and seller of one dispute. */
export type JoinProblem = 'roles';

/** What keeps two cases apart; null when they can be joined. */
export function joinProblem({ role }: Case, other: Case): JoinProblem | null {
  return role !== 'unknown' && other.role !== 'unknown' && role !== other.role ? 'roles' : null;
}

/**
 * One case of two: the pages of both say what it is about, the newer page wins fact by fact, and of two corrections of one
 * fact the later one. It keeps the first one's id, name and marketplace, both notes, and is open when one of them was. Pages of both find
 * it from now on, also those whose numbers would have kept them apart.
 * @param visits those of both cases
 */
export function joinCases(kept: Case, other: Case, visits: readonly Visit[]): Case {
  const frame = {
    id: kept.id,
    name: kept.name ?? other.name,
    note: [kept.note, other.note].filter(Boolean).join('\n\n'),
    entries: [...kept.entries, ...other.entries].sort((a, b) => a.enteredAt - b.enteredAt),
    closedAt: kept.closedAt !== null && other.closedAt !== null ? Math.max(kept.closedAt, other.closedAt) : null,
    disputeType: kept.disputeType ?? other.disputeType,
    goodsKind: kept.goodsKind ?? other.goodsKind,
    ticked: { ...other.ticked, ...kept.ticked },
    rules: earlier(kept, other).rules,
    createdAt: earlier(kept, other).createdAt,
  };
  const joined = replayCase(frame, visits, [...correctionsIn(kept), ...correctionsIn(other)]);
  const decided = [...kept.keys, ...other.keys].filter((key) => key.startsWith('page:'));
  const sided = { ...joined, marketplace: kept.marketplace ?? joined.marketplace };
  return withPageKeys(sided, [...decided, ...visits.flatMap(({ reading }) => pageKeysOf(reading))]);
}

function earlier(one: Case, other: Case): Case {
  return one.createdAt <= other.createdAt ? one : other;
}

/** The case with pages that belong to it by the user's decision. */
export function withPageKeys(known: Case, pages: readonly string[]): Case {
  return { ...known, keys: [...new Set([...known.keys, ...pages])] };
}

/** The facts that one of two cases says differently than the case that comes of both, for the user to look at before. */
export function differingFacts(kept: Case, other: Case, joined: Case): CorrectableFact[] {
  const words = ({ facts }: Case, fact: CorrectableFact) => JSON.stringify(facts[fact]);
  return CORRECTABLE_FACTS.filter((fact) =>
    [kept, other].some((one) => one.facts[fact] !== undefined && words(one, fact) !== words(joined, fact)),
  );
}
