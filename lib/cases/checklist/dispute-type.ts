import { DISPUTE_TYPES, type DisputeType, disputeTypesOf, evidenceRow } from '../../stages/rules/evidence/index.ts';
import type { Case } from '../types.ts';

/** On which side of a dispute the user is; somebody whose role is not known is taken for the buyer, who proves more. */
export function sideOf({ role }: Pick<Case, 'role'>): 'buyer' | 'seller' {
  return role === 'seller' ? 'seller' : 'buyer';
}

/** The types that a user of this side can have: there is something for them to prove or answer. */
export function typesFor(side: 'buyer' | 'seller'): DisputeType[] {
  return DISPUTE_TYPES.filter((type) => type === 'refusal' || (evidenceRow(type)?.[side].length ?? 0) > 0);
}

/** What the dispute is about: what the user says; else what the page's reason can only mean. */
export interface ChosenType {
  type: DisputeType | null;
  /** Taken from the page's reason; the user has not said. */
  isSuggested: boolean;
  /** The types that the page's reason can mean. */
  candidates: readonly DisputeType[];
}

/** The type of a dispute; a reason that can mean several types, or that is not known, is asked and not guessed. */
export function disputeTypeOf(known: Case): ChosenType {
  const { disputeType, facts } = known;
  const possible = typesFor(sideOf(known));
  const priceProtection: DisputeType[] = facts.refundType === 'priceProtection' ? ['price'] : [];
  const named = disputeTypesOf(facts.refundReason);
  const candidates = (named.length > 0 ? named : priceProtection).filter((type) => possible.includes(type));
  if (disputeType) return { type: disputeType, isSuggested: false, candidates };
  const [only] = candidates.length === 1 ? candidates : [];
  return { type: only ?? null, isSuggested: only !== undefined, candidates };
}
