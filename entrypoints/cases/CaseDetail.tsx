import { ArrowLeft, Download, MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { CaseHeader } from '../../components/case/CaseHeader.tsx';
import { ClosedNotice } from '../../components/case/ClosedNotice.tsx';
import { EntriesCard } from '../../components/case/EntriesCard.tsx';
import { FactsCard } from '../../components/case/FactsCard.tsx';
import { History } from '../../components/case/History.tsx';
import { NoteCard } from '../../components/case/NoteCard.tsx';
import { Notes } from '../../components/case/Notes.tsx';
import { NowCard } from '../../components/case/NowCard.tsx';
import { OtherDeadlines } from '../../components/case/OtherDeadlines.tsx';
import { StaleNotice } from '../../components/case/StaleNotice.tsx';
import { Stepper } from '../../components/case/Stepper.tsx';
import { CaptureGrid } from '../../components/evidence/CaptureGrid.tsx';
import { EvidenceCard } from '../../components/evidence/EvidenceCard.tsx';
import { ReminderLine } from '../../components/reminders/ReminderLine.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Card } from '../../components/ui/Card.tsx';
import { WaysCard } from '../../components/ways/WaysCard.tsx';
import type { Case } from '../../lib/cases/types.ts';
import { viewCase } from '../../lib/cases/view.ts';
import { waysInput } from '../../lib/cases/ways/ways-input.ts';
import { conversationsOf } from '../../lib/evidence/chat/conversations.ts';
import type { Capture } from '../../lib/evidence/types.ts';
import { useCaptures, useCase, useVisits } from '../../lib/live/use-case.ts';
import { useActs, useCaseWriting, useEntries } from '../../lib/live/use-case-changes.ts';
import { useChecklist } from '../../lib/live/use-checklist.ts';
import { useCorrections } from '../../lib/live/use-corrections.ts';
import { useOwnFiles } from '../../lib/live/use-own-files.ts';
import { usePictures } from '../../lib/live/use-pictures.ts';
import { useReminders } from '../../lib/live/use-reminders.ts';
import { useSeals } from '../../lib/live/use-seals.ts';
import { Viewer } from '../../lib/live/viewer.tsx';
import { openPageFor } from '../../lib/platform/tabs.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { ladderOf } from '../../lib/stages/ways/ladder.ts';
import styles from './App.module.css';
import { CaseActions } from './CaseActions.tsx';

/** One case in full. */
export function CaseDetail({ caseId, now }: { caseId: string; now: Instant }) {
  const t = useTranslate();
  const known = useCase(caseId);
  return (
    <>
      <p>
        <a className={styles.back} href="#list">
          <ArrowLeft aria-hidden="true" /> {t('cases.title')}
        </a>
      </p>
      {known === null && <p className={styles.empty}>{t('cases.emptySearch')}</p>}
      {known && <Detail known={known} now={now} />}
    </>
  );
}

/** To what was said with the seller, when some of it is captured. */
function ChatLink({ caseId, captures }: { caseId: string; captures: readonly Capture[] }) {
  const t = useTranslate();
  if (conversationsOf(captures).length === 0) return null;
  return (
    <p className={styles.more}>
      <a className={styles.back} href={`#chat=${caseId}`}>
        <MessagesSquare aria-hidden="true" /> {t('transcript.open')}
      </a>
    </p>
  );
}

function Detail({ known, now }: { known: Case; now: Instant }) {
  const t = useTranslate();
  const captures = useCaptures(known.id) ?? [];
  const thumbnails = usePictures(captures, 'thumbnail');
  const seals = useSeals(captures);
  const visits = useVisits(known.id) ?? [];
  const [opened, setOpened] = useState<Capture | null>(null);
  const writing = useCaseWriting(known);
  const view = viewCase(known, now);
  const toWays = () => {
    location.hash = `#ways=${known.id}`;
  };
  const shown = { known, stored: true };
  return (
    <>
      <CaseHeader known={known} actions={<CaseActions known={known} visits={visits} captures={captures} now={now} />} />
      <ClosedNotice known={known} now={now} onReopen={() => void writing.onReopen()} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Card>
            <Stepper steps={view.steps} />
          </Card>
          {view.stale && <StaleNotice stale={view.stale} now={now} onOpen={(url) => void openPageFor(url, null)} />}
          <NowCard view={view} now={now} reminder={<ReminderLine {...useReminders(view, true, now, t)} />} />
          <Notes title={t('now.nextSteps')} notes={view.status.next} />
          <Notes title={t('now.warnings')} notes={view.warnings} />
          <OtherDeadlines view={view} />
          <EntriesCard known={known} now={now} {...useEntries(shown, null)} />
          <WaysCard {...ladderOf(waysInput(known, view.status, now))} onOpen={toWays} />
          <EvidenceCard
            known={known}
            captures={captures}
            now={now}
            onOpen={(url) => void openPageFor(url, null)}
            {...useChecklist(shown, null)}
            {...useOwnFiles(shown, null)}
          />
        </div>
        <div className={styles.column}>
          <Card title={t('capture.captured')} aside={t('capture.count', { count: captures.length })}>
            {captures.length > 0 ? (
              <CaptureGrid captures={captures} thumbnails={thumbnails} seals={seals} now={now} onOpen={setOpened} />
            ) : (
              <p className={styles.muted}>{t('capture.none')}</p>
            )}
            <ChatLink caseId={known.id} captures={captures} />
          </Card>
          <a className={styles.exportLink} href={`#export=${known.id}`}>
            <Download aria-hidden="true" /> {t('popup.export')}
          </a>
          <FactsCard known={known} now={now} {...useCorrections(shown, null, t)} />
          <NoteCard key={known.id} note={known.note} onSave={writing.onNote} />
          <History known={known} visits={visits} acts={useActs(known.id)} now={now} />
        </div>
      </div>
      {opened && <Viewer capture={opened} onClose={() => setOpened(null)} canDelete />}
    </>
  );
}
