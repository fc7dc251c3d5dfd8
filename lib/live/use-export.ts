import { useState } from 'react';
import type { ExportOptions } from '../messaging/types.ts';
import { type ErrorCode, errorCodeOf } from '../shared/errors.ts';
import { startExport } from './actions.ts';
import { useCaptures, useRecentCases } from './use-case.ts';
import { useJobs } from './use-jobs.ts';

/** The export form's data: which case, its captures, and how the start went. */
export function useExport(initialCaseId: string | null, onStarted: () => void) {
  const [chosen, setChosen] = useState(initialCaseId);
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const cases = useRecentCases(initialCaseId);
  const known = cases?.find(({ id }) => id === chosen) ?? cases?.[0] ?? null;
  const captures = useCaptures(known?.id ?? null);
  const running = useJobs().some(({ kind, state }) => kind === 'export' && state === 'running');
  const start = (options: ExportOptions) => {
    if (!known) return;
    startExport(known.id, options).then(onStarted, (error: unknown) => setFailure(errorCodeOf(error)));
  };
  return { cases, known, captures, running, failure, choose: setChosen, start };
}
