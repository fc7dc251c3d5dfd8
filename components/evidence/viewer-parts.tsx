import type { Capture } from '../../lib/evidence/types.ts';
import { formatBytes } from '../../lib/i18n/format.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './CaptureViewer.module.css';

/** The files of a capture, each with its size and digest. */
export function StoredFiles({ capture }: { capture: Capture }) {
  return (
    <ul className={styles.files}>
      {capture.artifacts.map(({ id, name, bytes, sha256 }) => (
        <li key={id}>
          <span>{name}</span> <span className={styles.muted}>{formatBytes(bytes)}</span>
          <code>{sha256}</code>
        </li>
      ))}
    </ul>
  );
}

/** Deleting, after it was said what that means. */
export function DeleteButton({ onDelete }: { onDelete: () => void }) {
  const t = useTranslate();
  return (
    <details className={styles.delete}>
      <summary>{t('capture.deleteTitle')}</summary>
      <p>{t('capture.deleteText')}</p>
      <Button kind="danger" onClick={onDelete}>
        {t('common.delete')}
      </Button>
    </details>
  );
}
