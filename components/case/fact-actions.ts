import type { CorrectableFact } from '../../lib/cases/facts/correction-input.ts';
import type { Case, PickedPlace } from '../../lib/cases/types.ts';
import type { FactKey, Facts } from '../../lib/marketplaces/types.ts';

/** How a correction ended; a clash names the case that has the number already. */
export type Corrected = { ok: true } | { ok: false; clash: Case };

/** What the user pointed at: the value that was read there, or null when the words do not hold one. */
export type Picked =
  | { state: 'picked'; value: Facts[FactKey] | null; place: PickedPlace }
  /** `noGrant`: the browser wants a gesture first. `protected`: no extension may touch this page. */
  | { state: 'cancelled' | 'noGrant' | 'protected' };

export type CorrectFact = (
  fact: CorrectableFact,
  value: NonNullable<Facts[FactKey]>,
  place: PickedPlace | null,
) => Promise<Corrected>;
export type UndoFact = (fact: CorrectableFact) => Promise<Corrected>;
export type PickFact = (fact: CorrectableFact) => Promise<Picked>;
