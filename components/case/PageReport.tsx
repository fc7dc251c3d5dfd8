import { FileSearch, Save } from 'lucide-react';
import { useId } from 'react';
import { formatBytes } from '../../lib/i18n/format.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './PageReport.module.css';

/** How far a report is. */
export type ReportState =
  | { state: 'none' | 'making' | 'noGrant' | 'protected' | 'gone' }
  | { state: 'ready' | 'saved'; text: string };

interface PageReportProps {
  /** Nothing of the page is understood, or only a part. */
  extent: 'nothing' | 'part';
  report: ReportState;
  shortcut: string | null;
  onMake: () => void;
  onSave: () => void;
  onClose: () => void;
}

/** Says that a page is not understood, what still works, and offers a report of its structure that holds no personal data. */
export function PageReport({ extent, report, shortcut, onMake, onSave, onClose }: PageReportProps) {
  const t = useTranslate();
  const isOpen = report.state === 'ready' || report.state === 'saved';
  return (
    <details className={styles.report} open={report.state !== 'none' || undefined}>
      <summary>{t(extent === 'nothing' ? 'pageReport.nothing' : 'pageReport.part')}</summary>
      <div className={styles.body}>
        <p>{t(extent === 'nothing' ? 'pageReport.nothingText' : 'pageReport.partText')}</p>
        <p>{t('pageReport.what')}</p>
        {!isOpen && (
          <Button icon={<FileSearch aria-hidden="true" />} onClick={onMake} disabled={report.state === 'making'}>
            {t('pageReport.make')}
          </Button>
        )}
        <Outcome report={report} shortcut={shortcut} onSave={onSave} onClose={onClose} />
      </div>
    </details>
  );
}

function Outcome({
  report,
  shortcut,
  onSave,
  onClose,
}: Pick<PageReportProps, 'report' | 'shortcut' | 'onSave' | 'onClose'>) {
  const t = useTranslate();
  switch (report.state) {
    case 'making':
      return <p role="status">{t('common.loading')}</p>;
    case 'noGrant':
      return (
        <Notice tone="info" title={t('pageReport.gestureTitle')}>
          {t('pageReport.gestureText', { keys: shortcut || 'Alt+Shift+S' })}
        </Notice>
      );
    case 'protected':
      return <Notice tone="error">{t('error.capture.pageProtected')}</Notice>;
    case 'gone':
      return <Notice tone="error">{t('pageReport.gone')}</Notice>;
    case 'ready':
    case 'saved':
      return <Preview text={report.text} isSaved={report.state === 'saved'} onSave={onSave} onClose={onClose} />;
    default:
      return null;
  }
}

interface PreviewProps extends Pick<PageReportProps, 'onSave' | 'onClose'> {
  text: string;
  isSaved: boolean;
}

/** The whole file as it would be saved, so that nobody hands out what they have not seen. */
function Preview({ text, isSaved, onSave, onClose }: PreviewProps) {
  const t = useTranslate();
  const id = useId();
  const size = formatBytes(new TextEncoder().encode(text).length);
  return (
    <>
      <label htmlFor={id}>{t('pageReport.preview', { size })}</label>
      <textarea id={id} className={styles.preview} readOnly value={text} rows={14} wrap="off" spellCheck={false} />
      <div className={styles.buttons}>
        <Button kind="primary" icon={<Save aria-hidden="true" />} onClick={onSave}>
          {t('pageReport.save')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
      {isSaved && <Notice tone="ok">{t('pageReport.saved')}</Notice>}
    </>
  );
}
