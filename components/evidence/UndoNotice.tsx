import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './UndoNotice.module.css';

interface UndoNoticeProps {
  /** What was deleted last; null when there is nothing to undo. */
  captureId: string | null;
  onUndo: () => void;
  onSeen: () => void;
}

/** After a capture was deleted: that it can be brought back, at once here and for a month from the bin. */
export function UndoNotice({ captureId, onUndo, onSeen }: UndoNoticeProps) {
  const t = useTranslate();
  if (captureId === null) return null;
  return (
    <Notice tone="info" title={t('bin.deleted')}>
      <p>{t('bin.deletedText')}</p>
      <div className={styles.buttons}>
        <Button onClick={onUndo}>{t('bin.undo')}</Button>
        <Button kind="quiet" onClick={onSeen}>
          {t('job.gotIt')}
        </Button>
      </div>
    </Notice>
  );
}
