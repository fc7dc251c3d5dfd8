import { useEffect, useState } from 'react';
import { reportPage } from '../platform/page-tools.ts';
import { saveFile } from '../platform/save-file.ts';
import { errorCodeOf } from '../shared/errors.ts';
import { chinaDate } from '../shared/time.ts';

type Report =
  | { state: 'none' | 'making' | 'noGrant' | 'protected' | 'gone' }
  | { state: 'ready' | 'saved'; text: string };

/**
 * The report of the page in a tab: made on request, shown, and saved as a file when the user has seen it. A report is of one
 * page; `page` names it, and another one starts anew.
 */
export function usePageReport(tabId: number | null, page: string) {
  const [report, setReport] = useState<Report>({ state: 'none' });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another tab or page is the reason to start anew.
  useEffect(() => setReport({ state: 'none' }), [tabId, page]);
  const onMake = () => {
    if (tabId === null) return;
    setReport({ state: 'making' });
    reportPage(tabId).then(
      (text) => setReport(text === null ? { state: 'gone' } : { state: 'ready', text }),
      (error: unknown) => setReport({ state: FAILURES[errorCodeOf(error)] ?? 'gone' }),
    );
  };
  const onSave = () => {
    if (!('text' in report)) return;
    saveFile(
      new Blob([report.text], { type: 'text/plain;charset=utf-8' }),
      `page-structure-${chinaDate(Date.now())}.txt`,
    );
    setReport({ ...report, state: 'saved' });
  };
  return { report, onMake, onSave, onClose: () => setReport({ state: 'none' }) };
}

const FAILURES: Partial<Record<string, 'noGrant' | 'protected'>> = {
  'capture.noGrant': 'noGrant',
  'capture.pageProtected': 'protected',
};
