import type { Instant } from '../../shared/time.ts';
import type { CaseEntry } from '../types.ts';
import type { CasePart } from './parts.ts';

/** What the user did to a case: noted something, changed or took it back, joined another case to it, divided it. */
export type ActContent =
  | { type: 'entry.added' | 'entry.changed' | 'entry.removed'; entry: CaseEntry | null; before: CaseEntry | null }
  | { type: 'case.merged' | 'case.split'; other: string; part: CasePart };

/** One act as it was done; never changed afterwards. */
export interface ActRecord {
  id: string;
  /** The case it was done in. */
  caseId: string;
  at: Instant;
  what: ActContent;
}
