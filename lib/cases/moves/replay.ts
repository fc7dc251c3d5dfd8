import type { FactKey } from '../../marketplaces/types.ts';
import type { Instant } from '../../shared/time.ts';
import { correctCase, type NewCorrection } from '../facts/correct.ts';
import { emptyCase, mergePage } from '../merge.ts';
import type { Case, Visit } from '../types.ts';

/** What a case has besides what its pages and corrections make of it. */
export type CaseFrame = Pick<
  Case,
  'id' | 'entries' | 'name' | 'note' | 'closedAt' | 'rules' | 'createdAt' | 'disputeType' | 'goodsKind' | 'ticked'
>;

/**
 * The case that comes of these visits and corrections in the order in which they were made, as if nothing else had been.
 * Cases are joined and divided by this, so that a fact of one never stays in the other.
 */
export function replayCase(frame: CaseFrame, visits: readonly Visit[], corrections: readonly NewCorrection[]): Case {
  const steps = [
    ...visits.flatMap((visit) => looks(visit).map((at) => ({ at, apply: (known: Case) => look(known, visit, at) }))),
    ...corrections.map((made) => ({ at: made.at, apply: (known: Case) => correctCase(known, made) })),
  ].sort((one, other) => one.at - other.at);
  const replayed = steps.reduce((known, { apply }) => apply(known), emptyCase(frame.id, frame.createdAt));
  return { ...replayed, ...frame };
}

/** A visit stands for all looks at the page from its first to its last. */
function looks({ firstSeenAt, lastSeenAt }: Visit): Instant[] {
  return firstSeenAt === lastSeenAt ? [firstSeenAt] : [firstSeenAt, lastSeenAt];
}

function look(known: Case, { reading, url, title }: Visit, seenAt: Instant): Case {
  return mergePage(known, { reading, url, title, seenAt });
}

/** The corrections that hold in a case, as they were made. */
export function correctionsIn({ corrections, facts, origins }: Case): NewCorrection[] {
  return (Object.keys(corrections) as FactKey[]).flatMap((fact) => {
    const [correction, value, origin] = [corrections[fact], facts[fact], origins[fact]];
    if (!correction || value === undefined) return [];
    const picked = origin?.url ? { text: origin.text, url: origin.url } : null;
    return [{ id: correction.id, fact, value, at: correction.at, picked }];
  });
}
