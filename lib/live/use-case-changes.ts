import { useState } from 'react';
import type { CasePart } from '../cases/moves/parts.ts';
import type { Case, CaseEntry } from '../cases/types.ts';
import { AppError } from '../shared/errors.ts';
import { actsOf } from '../storage/case-acts.ts';
import { changeCase, deleteCase } from '../storage/case-changes.ts';
import { mergeCases, splitCase } from '../storage/case-moves.ts';
import { keepEntry, removeEntry } from '../storage/entries.ts';
import { keepCase } from './actions.ts';
import { db } from './database.ts';
import { type ShownCase, useCaptures, useRecentCases, useVisits } from './use-case.ts';
import { useQuery } from './use-query.ts';

/** What the user notes about a case. Noting something of an order that is not kept yet keeps it. */
export function useEntries({ known, stored }: ShownCase, tabId: number | null) {
  return {
    async onKeep(entry: CaseEntry): Promise<void> {
      const caseId = stored ? known.id : tabId === null ? null : await keepCase(tabId);
      if (caseId === null) throw new AppError('capture.pageGone');
      await keepEntry(db, caseId, entry);
    },
    onRemove: ({ id }: CaseEntry) => void removeEntry(db, known.id, id, Date.now()),
  };
}

/** Name, note, and whether a case is put away. */
export function useCaseWriting({ id }: Case) {
  return {
    onRename: (name: string | null) => changeCase(db, id, { name }),
    onNote: (note: string) => changeCase(db, id, { note }),
    onClose: () => changeCase(db, id, { closedAt: Date.now() }),
    onReopen: () => changeCase(db, id, { closedAt: null }),
  };
}

/** Joining, dividing and deleting; `failed` after one that changed nothing. */
export function useCaseMoves({ id }: Case, onDone: (caseId: string | null) => void) {
  const [failed, setFailed] = useState(false);
  const run = (work: Promise<string | null>) => {
    setFailed(false);
    work.then(onDone, () => setFailed(true));
  };
  return {
    failed,
    onMerge: (otherId: string) => run(mergeCases(db, id, otherId, Date.now()).then(() => id)),
    onSplit: (part: CasePart) => run(splitCase(db, id, part, Date.now())),
    onDelete: (keepsCaptures: boolean) => run(deleteCase(db, id, { keepsCaptures, at: Date.now() }).then(() => null)),
    reset: () => setFailed(false),
  };
}

/** The cases that one can be joined to, and the chosen one in full once it is read. */
export function useMergeChoice({ id }: Case) {
  const [chosen, setChosen] = useState<string | null>(null);
  const others = (useRecentCases() ?? []).filter((other) => other.id !== id).sort((a, b) => b.seenAt - a.seenAt);
  const visits = useVisits(chosen ?? '');
  const captures = useCaptures(chosen);
  const known = others.find((other) => other.id === chosen);
  return { others, there: known && visits && captures ? { known, visits, captures } : null, choose: setChosen };
}

/** Everything the user did to a case, oldest first. */
export function useActs(caseId: string) {
  return useQuery(caseId, () => actsOf(db, caseId)) ?? [];
}
