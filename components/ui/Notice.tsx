import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './Notice.module.css';

interface NoticeProps {
  tone: 'info' | 'ok' | 'warning' | 'error';
  title?: string;
  children?: ReactNode;
  onDismiss?: () => void;
  dismissLabel?: string;
}

const ICONS = { info: Info, ok: CircleCheck, warning: TriangleAlert, error: CircleAlert } as const;

/** What happened, what is safe, what to do next. Errors are announced at once, the rest when there is a pause. */
export function Notice({ tone, title, children, onDismiss, dismissLabel }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'error' ? 'alert' : 'status'}>
      <Icon aria-hidden="true" className={styles.icon} />
      <div className={styles.body}>
        {title && <strong>{title}</strong>}
        {children && <div>{children}</div>}
        {onDismiss && (
          <button type="button" className={styles.dismiss} onClick={onDismiss}>
            {dismissLabel}
          </button>
        )}
      </div>
    </div>
  );
}
