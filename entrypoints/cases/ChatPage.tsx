import { ArrowLeft } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { CaseHeader } from '../../components/case/CaseHeader.tsx';
import { useTranslate } from '../../components/translate.tsx';
import type { Capture } from '../../lib/evidence/types.ts';
import { useCaptures, useCase } from '../../lib/live/use-case.ts';
import { Viewer } from '../../lib/live/viewer.tsx';
import styles from './App.module.css';

/** Loaded when it is opened: reading a conversation takes what checks it. */
const Chats = lazy(() => import('../../lib/live/Chats.tsx'));

/** What was said with the seller, from all captures of a case. */
export function ChatPage({ caseId }: { caseId: string }) {
  const t = useTranslate();
  const known = useCase(caseId);
  const captures = useCaptures(caseId);
  const [opened, setOpened] = useState<Capture | null>(null);
  return (
    <>
      <p>
        <a className={styles.back} href={`#case=${caseId}`}>
          <ArrowLeft aria-hidden="true" /> {t('common.back')}
        </a>
      </p>
      {known === null && <p className={styles.empty}>{t('cases.emptySearch')}</p>}
      {known && captures && (
        <>
          <CaseHeader known={known} />
          <Suspense fallback={<p role="status">{t('common.loading')}</p>}>
            <Chats captures={captures} onOpenCapture={setOpened} />
          </Suspense>
        </>
      )}
      {opened && <Viewer capture={opened} onClose={() => setOpened(null)} />}
    </>
  );
}
