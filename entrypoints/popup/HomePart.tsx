import { Download, PanelRight } from 'lucide-react';
import { CaseSummary } from '../../components/case/CaseSummary.tsx';
import { NotACase } from '../../components/case/NotACase.tsx';
import { CaptureBar } from '../../components/evidence/CaptureBar.tsx';
import { ChatChoiceForm } from '../../components/evidence/ChatChoiceForm.tsx';
import { FileInto } from '../../components/evidence/FileInto.tsx';
import { useTranslate } from '../../components/translate.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { Card } from '../../components/ui/Card.tsx';
import { sortByDeadline, viewCase } from '../../lib/cases/view.ts';
import { fileCapture } from '../../lib/live/actions.ts';
import { useCaptureButton } from '../../lib/live/use-capture.ts';
import { type ShownCase, useNearestCases, useRecentCases, useUnfiledCaptures } from '../../lib/live/use-case.ts';
import { useChatOptions } from '../../lib/live/use-chat-options.ts';
import { useJobs } from '../../lib/live/use-jobs.ts';
import { useCaptureShortcut } from '../../lib/live/use-shortcut.ts';
import type { Reading } from '../../lib/marketplaces/types.ts';
import { openSidePanel } from '../../lib/platform/panel.ts';
import { openExtensionPage } from '../../lib/platform/tabs.ts';
import type { Instant } from '../../lib/shared/time.ts';
import type { TabPage } from '../../lib/storage/rows.ts';
import styles from './App.module.css';

const NEAREST = 3;

interface HomePartProps {
  tabId: number | null;
  page: TabPage | null;
  shown: ShownCase | null | undefined;
  now: Instant;
  onExport: () => void;
}

/** What the popup shows first: this page's case, or the nearest deadlines, and the three things one can do. */
export function HomePart({ tabId, page, shown, now, onExport }: HomePartProps) {
  const t = useTranslate();
  const chat = useChatOptions(page);
  const { capture, blocked } = useCaptureButton(tabId, chat?.plan);
  const shortcut = useCaptureShortcut();
  const running = useJobs().some(({ kind, state }) => kind === 'capture' && state === 'running');
  return (
    <>
      {shown && <CaseSummary view={viewCase(shown.known, now)} now={now} />}
      {shown === null && <Nearest reading={page?.reading ?? null} now={now} />}
      <CaptureBar onCapture={capture} disabled={tabId === null || running} blocked={blocked} shortcut={shortcut}>
        {chat && <ChatChoiceForm {...chat} />}
      </CaptureBar>
      <Unfiled />
      <div className={styles.pair}>
        <Button icon={<Download aria-hidden="true" />} onClick={onExport}>
          {t('popup.export')}
        </Button>
        <Button
          icon={<PanelRight aria-hidden="true" />}
          onClick={() => void (tabId !== null && openSidePanel(tabId))}
          disabled={tabId === null}
        >
          {t('popup.openPanel')}
        </Button>
      </div>
      <p className={styles.muted}>{shortcut ? t('capture.shortcut', { keys: shortcut }) : t('capture.noShortcut')}</p>
    </>
  );
}

/** A capture of a page that names no order waits for the user to say where it belongs. */
function Unfiled() {
  const t = useTranslate();
  const cases = useRecentCases() ?? [];
  const captures = useUnfiledCaptures() ?? [];
  if (captures.length === 0) return null;
  const fileInto = (caseId: string) => void Promise.all(captures.map(({ id }) => fileCapture(id, caseId)));
  return (
    <Card>
      <p>{t('capture.unfiledCount', { count: captures.length })}</p>
      <FileInto cases={cases} onChoose={fileInto} />
    </Card>
  );
}

function Nearest({ reading, now }: { reading: Reading | null; now: Instant }) {
  const t = useTranslate();
  const open = (useNearestCases(NEAREST) ?? []).filter(({ closedAt }) => closedAt === null);
  const nearest = sortByDeadline(open.map((known) => viewCase(known, now)));
  return (
    <>
      <NotACase reading={reading} />
      {nearest.length > 0 && (
        <Card title={t('popup.nearest')}>
          {nearest.map((view) => (
            <button
              key={view.case.id}
              type="button"
              className={styles.nearest}
              onClick={() => void openExtensionPage('/cases.html', `#case=${view.case.id}`)}
            >
              <CaseSummary view={view} now={now} bare />
            </button>
          ))}
        </Card>
      )}
    </>
  );
}
