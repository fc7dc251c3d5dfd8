import { Download } from 'lucide-react';
import { CaseHeader } from '../../components/case/CaseHeader.tsx';
import { ClosedNotice } from '../../components/case/ClosedNotice.tsx';
import { EntriesCard } from '../../components/case/EntriesCard.tsx';
import { FactsCard } from '../../components/case/FactsCard.tsx';
import { Notes } from '../../components/case/Notes.tsx';
import { NowCard } from '../../components/case/NowCard.tsx';
import { OtherDeadlines } from '../../components/case/OtherDeadlines.tsx';
import { ReadingNotes } from '../../components/case/ReadingNotes.tsx';
import { StaleNotice } from '../../components/case/StaleNotice.tsx';
import { Stepper } from '../../components/case/Stepper.tsx';
import { CaptureGrid } from '../../components/evidence/CaptureGrid.tsx';
import { EvidenceCard } from '../../components/evidence/EvidenceCard.tsx';
import { ReminderLine } from '../../components/reminders/ReminderLine.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Card } from '../../components/ui/Card.tsx';
import { WaysCard } from '../../components/ways/WaysCard.tsx';
import { lackingFacts } from '../../lib/cases/facts/lacking.ts';
import { viewCase } from '../../lib/cases/view.ts';
import { waysInput } from '../../lib/cases/ways/ways-input.ts';
import type { Capture } from '../../lib/evidence/types.ts';
import { keepCase } from '../../lib/live/actions.ts';
import { type ShownCase, useCaptures } from '../../lib/live/use-case.ts';
import { useCaseWriting, useEntries } from '../../lib/live/use-case-changes.ts';
import { useChecklist } from '../../lib/live/use-checklist.ts';
import { useCorrections } from '../../lib/live/use-corrections.ts';
import { useOwnFiles } from '../../lib/live/use-own-files.ts';
import { usePictures } from '../../lib/live/use-pictures.ts';
import { useReminders } from '../../lib/live/use-reminders.ts';
import { useSeals } from '../../lib/live/use-seals.ts';
import { useCaptureShortcut } from '../../lib/live/use-shortcut.ts';
import { openExtensionPage, openPageFor } from '../../lib/platform/tabs.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { ladderOf } from '../../lib/stages/ways/ladder.ts';
import type { TabPage } from '../../lib/storage/rows.ts';
import { CapturePart } from './CapturePart.tsx';
import { PanelActions } from './PanelActions.tsx';

interface CasePartProps {
  shown: ShownCase;
  page: TabPage | null;
  tabId: number | null;
  now: Instant;
  onOpenCapture: (capture: Capture) => void;
  onOpenWays: () => void;
}

/** A case from top to bottom: what, where it stands, now, next, evidence, captures, bundle. */
export function CasePart({ shown, page, tabId, now, onOpenCapture, onOpenWays }: CasePartProps) {
  const t = useTranslate();
  const { known, stored } = shown;
  const captures = useCaptures(stored ? known.id : null) ?? [];
  const thumbnails = usePictures(captures, 'thumbnail');
  const seals = useSeals(captures);
  const writing = useCaseWriting(known);
  const view = viewCase(known, now);
  return (
    <>
      <CaseHeader known={known} actions={stored && <PanelActions known={known} />} />
      <ClosedNotice known={known} now={now} onReopen={() => void writing.onReopen()} />
      <Card>
        <Stepper steps={view.steps} />
      </Card>
      {view.stale && <StaleNotice stale={view.stale} now={now} onOpen={(url) => void openPageFor(url, tabId)} />}
      <NowCard view={view} now={now} reminder={<ReminderLine {...useReminders(view, stored, now, t)} />} />
      <Notes title={t('now.nextSteps')} notes={view.status.next} />
      <Notes title={t('now.warnings')} notes={view.warnings} />
      <OtherDeadlines view={view} />
      <EntriesCard key={known.id} known={known} now={now} {...useEntries(shown, tabId)} />
      <WaysCard {...ladderOf(waysInput(known, view.status, now))} onOpen={onOpenWays} />
      <EvidenceCard
        known={known}
        captures={captures}
        now={now}
        onOpen={(url) => void openPageFor(url, tabId)}
        {...useChecklist(shown, tabId)}
        {...useOwnFiles(shown, tabId)}
      >
        <CapturePart tabId={tabId} />
      </EvidenceCard>
      {captures.length > 0 && (
        <Card title={t('capture.captured')} aside={t('capture.count', { count: captures.length })}>
          <CaptureGrid captures={captures} thumbnails={thumbnails} seals={seals} now={now} onOpen={onOpenCapture} />
        </Card>
      )}
      {stored ? (
        <Button
          icon={<Download aria-hidden="true" />}
          onClick={() => void openExtensionPage('/cases.html', `#export=${known.id}`)}
        >
          {t('popup.export')}
        </Button>
      ) : (
        <KeepCase tabId={tabId} />
      )}
      <FactsCard
        known={known}
        now={now}
        missing={page ? lackingFacts(page.reading) : []}
        shortcut={useCaptureShortcut()}
        isFolded
        {...useCorrections({ known, stored }, tabId, t)}
      />
      {page && <ReadingNotes reading={page.reading} />}
    </>
  );
}

function KeepCase({ tabId }: { tabId: number | null }) {
  const t = useTranslate();
  return (
    <Card>
      <p>{t('case.keepHint')}</p>
      <Button onClick={() => void (tabId !== null && keepCase(tabId))}>{t('case.keep')}</Button>
    </Card>
  );
}
