import { type FilingDraft, filingEntry } from '../cases/entries/filing.ts';
import { viewCase } from '../cases/view.ts';
import { companyOf } from '../cases/ways/company.ts';
import { jurisdictionOf } from '../cases/ways/jurisdiction.ts';
import { precheck } from '../cases/ways/precheck.ts';
import { waysOutOf } from '../cases/ways/ways-out.ts';
import type { Instant } from '../shared/time.ts';
import { keepEntry } from '../storage/entries.ts';
import { keepCase } from './actions.ts';
import { db } from './database.ts';
import { type ShownCase, useCaptures, useRecentCases } from './use-case.ts';

/**
 * Everything the view of the ways out shows of a case, and what it can do: note that something was handed in. Noting it for
 * an order that is not kept yet keeps it.
 */
export function useWays({ known, stored }: ShownCase, tabId: number | null, now: Instant) {
  const cases = useRecentCases() ?? [];
  const captures = useCaptures(stored ? known.id : null) ?? [];
  return {
    ways: waysOutOf(known, viewCase(known, now).status, now),
    jurisdiction: jurisdictionOf(companyOf(captures), known.marketplace),
    grounds: precheck({ known, cases, captures, form: null, now }),
    async onFile(draft: FilingDraft): Promise<'time' | 'future' | 'note' | 'gone' | null> {
      const enteredAt = Date.now();
      const made = filingEntry(draft, known, crypto.randomUUID(), enteredAt);
      if ('problem' in made) return made.problem;
      const caseId = stored ? known.id : tabId === null ? null : await keepCase(tabId);
      if (caseId === null) return 'gone';
      await keepEntry(db, caseId, made.entry);
      return null;
    },
  };
}
