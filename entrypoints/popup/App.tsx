import { Settings } from 'lucide-react';
import { useState } from 'react';
import { JobList } from '../../components/evidence/JobList.tsx';
import { SpaceNotice } from '../../components/storage/SpaceNotice.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { cancelJob, stopChat } from '../../lib/live/actions.ts';
import { useCaseCount, useShownCase } from '../../lib/live/use-case.ts';
import { markJobSeen, useJobs } from '../../lib/live/use-jobs.ts';
import { useNow } from '../../lib/live/use-now.ts';
import { useLowSpace } from '../../lib/live/use-storage.ts';
import { useTabId, useTabPage } from '../../lib/live/use-tab.ts';
import { openExtensionPage } from '../../lib/platform/tabs.ts';
import styles from './App.module.css';
import { ExportPart } from './ExportPart.tsx';
import { HomePart } from './HomePart.tsx';

/** The popup: the case on this tab, capture, export. Work started here goes on when it closes. */
export function App() {
  const t = useTranslate();
  const now = useNow();
  const tabId = useTabId();
  const page = useTabPage(tabId);
  const shown = useShownCase(page);
  const count = useCaseCount();
  const jobs = useJobs();
  const [exporting, setExporting] = useState(false);
  return (
    <main className={styles.popup}>
      <div className={styles.head}>
        <strong>{exporting ? t('export.title') : t('common.appName')}</strong>
        {exporting ? (
          <Button kind="quiet" onClick={() => setExporting(false)}>
            {t('common.back')}
          </Button>
        ) : (
          <span>
            <Button kind="quiet" onClick={() => void openExtensionPage('/cases.html')}>
              {t('popup.allCases')} {count}
            </Button>
            <Button
              kind="quiet"
              icon={<Settings aria-hidden="true" />}
              aria-label={t('settings.title')}
              title={t('settings.title')}
              onClick={() => void openExtensionPage('/options.html')}
            />
          </span>
        )}
      </div>
      <JobList jobs={jobs} onCancel={cancelJob} onStop={stopChat} onSeen={markJobSeen} />
      <SpaceNotice free={useLowSpace()} onOpen={() => void openExtensionPage('/options.html')} />
      {exporting ? (
        <ExportPart caseId={shown?.stored ? shown.known.id : null} now={now} onStarted={() => setExporting(false)} />
      ) : (
        <HomePart tabId={tabId} page={page ?? null} shown={shown} now={now} onExport={() => setExporting(true)} />
      )}
    </main>
  );
}
