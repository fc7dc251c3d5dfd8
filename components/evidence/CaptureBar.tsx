import { Camera } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './CaptureBar.module.css';

interface CaptureBarProps {
  onCapture: () => void;
  disabled: boolean;
  /** The browser wants another gesture first. */
  blocked: boolean;
  shortcut: string | null;
  /** What can be chosen before the page is captured. */
  children?: ReactNode;
  onAllowScreenshots?: () => void;
  /** Offered until the user has allowed page copies; absent where the browser has none. */
  onAllowPageCopy?: (() => void) | undefined;
}

/** The capture button. When the browser does not let this page take pictures it says which gesture does. */
export function CaptureBar({
  onCapture,
  disabled,
  blocked,
  shortcut,
  children,
  onAllowScreenshots,
  onAllowPageCopy,
}: CaptureBarProps) {
  const t = useTranslate();
  return (
    <div className={styles.bar}>
      <Button kind="primary" icon={<Camera aria-hidden="true" />} onClick={onCapture} disabled={disabled}>
        {t('capture.start')}
      </Button>
      {children}
      {blocked && (
        <Notice tone="info" title={t('capture.gestureTitle')}>
          <p>{t('capture.gestureText', { keys: shortcut || 'Alt+Shift+S' })}</p>
          {onAllowScreenshots && (
            <>
              <p>{t('capture.grantAllWhy')}</p>
              <Button kind="quiet" onClick={onAllowScreenshots}>
                {t('capture.grantAll')}
              </Button>
            </>
          )}
        </Notice>
      )}
      {onAllowPageCopy && (
        <details className={styles.more}>
          <summary>{t('capture.pageCopy')}</summary>
          <p>{t('capture.pageCopyWhy')}</p>
          <Button kind="quiet" onClick={onAllowPageCopy}>
            {t('capture.pageCopy')}
          </Button>
        </details>
      )}
    </div>
  );
}
