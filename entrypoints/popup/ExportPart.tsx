import { ExportPanel } from '../../components/bundle/ExportPanel.tsx';
import { useExport } from '../../lib/live/use-export.ts';
import type { Instant } from '../../lib/shared/time.ts';

/** The export form of the popup; the work itself goes on without it. */
export function ExportPart({ caseId, now, onStarted }: { caseId: string | null; now: Instant; onStarted: () => void }) {
  const { choose, start, ...state } = useExport(caseId, onStarted);
  return <ExportPanel {...state} now={now} onChooseCase={choose} onStart={start} />;
}
