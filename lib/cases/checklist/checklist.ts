import type { Capture } from '../../evidence/types.ts';
import type { Instant } from '../../shared/time.ts';
import { holdsOn } from '../../stages/deadlines/evidence-deadline.ts';
import { COMMON_CORE, type EvidenceRow, evidenceRow, NEEDS, type NeedId } from '../../stages/rules/evidence/index.ts';
import type { Case } from '../types.ts';
import { coveredBy, mayBeIn } from './coverage.ts';
import { type ChosenType, disputeTypeOf, sideOf } from './dispute-type.ts';
import { type CaseEvidenceLimit, evidenceLimitOf } from './evidence-limit.ts';
import { addressOf } from './evidence-pages.ts';

/**
 * `covered`: a capture or file shows it. `ticked`: the user says that it is there. `missing`: no capture of its page yet.
 * `open`: no page shows it, so only a file or the user can tell.
 */
export type ItemState = 'covered' | 'ticked' | 'missing' | 'open';

/** One thing that this dispute is proved or answered with. */
export interface ChecklistItem {
  need: NeedId;
  state: ItemState;
  /** What covers it, oldest first. */
  captures: Capture[];
  /** Captures on which it may stand; whether it does, the user has to see. */
  mayBeIn: Capture[];
  /** Where its page can be captured, when the address is known. */
  url: string | null;
}

/** A row of the rules that counts here. */
export interface ChecklistRule {
  row: EvidenceRow;
  /** False where the row is a rule of another marketplace: what it says about the burden of proof is not shown. */
  holds: boolean;
}

/** What a dispute needs, what is there, and who has to prove it. */
export interface CaseChecklist {
  chosen: ChosenType;
  rules: ChecklistRule[];
  items: ChecklistItem[];
  limit: CaseEvidenceLimit | null;
}

/** The checklist of a case at `now` for the side that the user is on; without a type, what every dispute needs. */
export function checklistOf(known: Case, captures: readonly Capture[], now: Instant): CaseChecklist {
  const side = sideOf(known);
  const chosen = disputeTypeOf(known);
  const rows = [chosen.type, known.goodsKind].flatMap((key) => (key && evidenceRow(key)) ?? []);
  const core = COMMON_CORE[side].filter((need) => need !== 'refund' || known.facts.refundNo !== undefined);
  const needs = new Set<NeedId>([...rows.flatMap((row) => row[side]), ...core]);
  return {
    chosen,
    rules: rows.map((row) => ({ row, holds: holdsOn(row, known.marketplace) })),
    items: [...needs].map((need) => itemOf(need, known, captures)),
    limit: evidenceLimitOf(known, now),
  };
}

/** How many things of a checklist are there. */
export function countDone({ items }: CaseChecklist): number {
  return items.filter(({ state }) => state === 'covered' || state === 'ticked').length;
}

function itemOf(need: NeedId, known: Case, captures: readonly Capture[]): ChecklistItem {
  const found = coveredBy(need, known, captures);
  const [page] = [...NEEDS[need].pages, ...NEEDS[need].mayShow];
  return {
    need,
    state: stateOf(need, known, found),
    captures: found,
    mayBeIn: mayBeIn(need, known, captures),
    url: page ? addressOf(page, known) : null,
  };
}

function stateOf(need: NeedId, { ticked }: Case, found: readonly Capture[]): ItemState {
  if (found.length > 0) return 'covered';
  if (ticked[need] !== undefined) return 'ticked';
  return NEEDS[need].pages.length > 0 ? 'missing' : 'open';
}
