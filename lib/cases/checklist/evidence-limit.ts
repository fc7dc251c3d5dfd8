import { type Instant, parseIso } from '../../shared/time.ts';
import { evidenceDeadline, holdsOn } from '../../stages/deadlines/evidence-deadline.ts';
import type { Deadline } from '../../stages/index.ts';
import { type EvidenceLimit, type EvidenceRow, evidenceRow } from '../../stages/rules/evidence/index.ts';
import type { Case } from '../types.ts';

/** The time that the kind of goods leaves for proof; `deadline` is null while its start is not known. */
export interface CaseEvidenceLimit {
  row: EvidenceRow;
  limit: EvidenceLimit;
  deadline: Deadline | null;
}

/** The limit for the evidence of a case at `now`; null when its goods have none, or nobody has said what they are. */
export function evidenceLimitOf({ goodsKind, marketplace, facts }: Case, now: Instant): CaseEvidenceLimit | null {
  const row = goodsKind && evidenceRow(goodsKind);
  if (!row?.limit || !holdsOn(row, marketplace)) return null;
  const starts = { signed: parseIso(facts.signedAt ?? ''), completed: parseIso(facts.completedAt ?? '') };
  return { row, limit: row.limit, deadline: evidenceDeadline(row, starts, marketplace, now) };
}
