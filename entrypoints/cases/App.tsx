import { JobList } from '../../components/evidence/JobList.tsx';
import { UndoNotice } from '../../components/evidence/UndoNotice.tsx';
import { Footer } from '../../components/ui/Footer.tsx';
import { cancelJob, stopChat } from '../../lib/live/actions.ts';
import { useUndo } from '../../lib/live/bin.ts';
import { markJobSeen, useJobs } from '../../lib/live/use-jobs.ts';
import { useNow } from '../../lib/live/use-now.ts';
import styles from './App.module.css';
import { CaseDetail } from './CaseDetail.tsx';
import { CaseListPart } from './CaseListPart.tsx';
import { ChatPage } from './ChatPage.tsx';
import { ExportView } from './ExportView.tsx';
import { RedactPage } from './RedactPage.tsx';
import { useRoute } from './use-route.ts';
import { WaysPage } from './WaysPage.tsx';

/** All cases of both roles; one case in full; the export of one; covering personal data in a capture. */
export function App() {
  const now = useNow();
  const route = useRoute();
  return (
    <main className={styles.page}>
      <JobList jobs={useJobs()} onCancel={cancelJob} onStop={stopChat} onSeen={markJobSeen} />
      <UndoNotice {...useUndo()} />
      {route.view === 'list' && <CaseListPart now={now} />}
      {route.view === 'case' && <CaseDetail caseId={route.caseId} now={now} />}
      {route.view === 'export' && <ExportView caseId={route.caseId} now={now} />}
      {route.view === 'chat' && <ChatPage caseId={route.caseId} />}
      {route.view === 'ways' && <WaysPage caseId={route.caseId} now={now} />}
      {route.view === 'redact' && <RedactPage key={route.captureId} captureId={route.captureId} />}
      <Footer />
    </main>
  );
}
