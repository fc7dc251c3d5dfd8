import { PageReport } from '../../components/case/PageReport.tsx';
import { lackingFacts } from '../../lib/cases/facts/lacking.ts';
import { usePageReport } from '../../lib/live/use-page-report.ts';
import { useCaptureShortcut } from '../../lib/live/use-shortcut.ts';
import type { TabPage } from '../../lib/storage/rows.ts';

/** Offered where a page is not understood, or not all of it; a captcha is not a page to understand. */
export function ReportPart({ tabId, page }: { tabId: number | null; page: TabPage | null }) {
  const report = usePageReport(tabId, page?.url ?? '');
  const shortcut = useCaptureShortcut();
  const kind = page?.reading.pageKind ?? null;
  const isWhole = page !== null && kind !== null && lackingFacts(page.reading).length === 0;
  if (tabId === null || kind === 'blocked' || isWhole) return null;
  return <PageReport extent={kind === null ? 'nothing' : 'part'} shortcut={shortcut} {...report} />;
}
