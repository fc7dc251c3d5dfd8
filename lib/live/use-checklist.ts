import type { Case } from '../cases/types.ts';
import { chooseEvidence, tickEvidence } from '../storage/evidence-choices.ts';
import { keepCase } from './actions.ts';
import { db } from './database.ts';
import type { ShownCase } from './use-case.ts';

/** What the user can say about the evidence of a case; saying something of an order that is not kept yet keeps it. */
export function useChecklist({ known, stored }: ShownCase, tabId: number | null) {
  const withCase = async (write: (caseId: string) => Promise<void>) => {
    const caseId = stored ? known.id : tabId === null ? null : await keepCase(tabId);
    if (caseId !== null) await write(caseId);
  };
  return {
    onChoose: (change: Partial<Pick<Case, 'disputeType' | 'goodsKind'>>) =>
      void withCase((caseId) => chooseEvidence(db, caseId, change)),
    onTick: (need: keyof Case['ticked'], isThere: boolean) =>
      void withCase((caseId) => tickEvidence(db, caseId, need, isThere ? Date.now() : null)),
  };
}
