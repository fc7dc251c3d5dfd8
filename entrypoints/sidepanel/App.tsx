import { useState } from 'react';
import { NotACase } from '../../components/case/NotACase.tsx';
import { JobList } from '../../components/evidence/JobList.tsx';
import { SpaceNotice } from '../../components/storage/SpaceNotice.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Footer } from '../../components/ui/Footer.tsx';
import type { Capture } from '../../lib/evidence/types.ts';
import { cancelJob, stopChat } from '../../lib/live/actions.ts';
import { useShownCase } from '../../lib/live/use-case.ts';
import { markJobSeen, useJobs } from '../../lib/live/use-jobs.ts';
import { useNow } from '../../lib/live/use-now.ts';
import { useLowSpace } from '../../lib/live/use-storage.ts';
import { useTabId, useTabPage } from '../../lib/live/use-tab.ts';
import { Viewer } from '../../lib/live/viewer.tsx';
import { openExtensionPage } from '../../lib/platform/tabs.ts';
import styles from './App.module.css';
import { CapturePart } from './CapturePart.tsx';
import { CasePart } from './CasePart.tsx';
import { ImportPart } from './ImportPart.tsx';
import { ReportPart } from './ReportPart.tsx';
import { UnfiledPart } from './UnfiledPart.tsx';
import { WaysPart } from './WaysPart.tsx';

/** The case on this tab: where it stands, what is due, what to do, what is kept. */
export function App() {
  const t = useTranslate();
  const now = useNow();
  const tabId = useTabId();
  const page = useTabPage(tabId);
  const shown = useShownCase(page);
  const [opened, setOpened] = useState<Capture | null>(null);
  const [waysTab, setWaysTab] = useState<number | null>(null);
  return (
    <main className={styles.panel}>
      <JobList jobs={useJobs()} onCancel={cancelJob} onStop={stopChat} onSeen={markJobSeen} />
      <SpaceNotice free={useLowSpace()} onOpen={() => void openExtensionPage('/options.html')} />
      {shown && tabId !== null && waysTab === tabId ? (
        <WaysPart shown={shown} tabId={tabId} now={now} onClose={() => setWaysTab(null)} />
      ) : (
        <>
          {shown === undefined && <p role="status">{t('common.loading')}</p>}
          {shown === null && (
            <>
              <NotACase reading={page?.reading ?? null} />
              {page && <ImportPart key={page.url} page={page} />}
              <CapturePart tabId={tabId} />
            </>
          )}
          {shown && (
            <CasePart
              shown={shown}
              page={page ?? null}
              tabId={tabId}
              now={now}
              onOpenCapture={setOpened}
              onOpenWays={() => setWaysTab(tabId)}
            />
          )}
          {shown !== undefined && <ReportPart tabId={tabId} page={page ?? null} />}
          <UnfiledPart now={now} onOpenCapture={setOpened} />
        </>
      )}
      <Footer />
      {opened && <Viewer capture={opened} onClose={() => setOpened(null)} />}
    </main>
  );
}
