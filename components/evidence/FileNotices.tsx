import { formatBytes } from '../../lib/i18n/format.ts';
import type { MessageKey } from '../../lib/i18n/index.ts';
import type { ErrorCode } from '../../lib/shared/errors.ts';
import { useTranslate } from '../translate.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import styles from './FileNotices.module.css';

/** A file on its way into the store, or what became of it. */
export interface FileNews {
  id: string;
  name: string;
  bytes: number;
  /** Bytes read so far. */
  done: number;
  state: 'adding' | 'added' | ErrorCode;
}

/** How far each file is, and how it ended; what was not kept says why. */
export function FileNotices({ files, onSeen }: { files: readonly FileNews[]; onSeen: (id: string) => void }) {
  return files.map((file) => <FileNotice key={file.id} file={file} onSeen={onSeen} />);
}

function FileNotice({ file, onSeen }: { file: FileNews; onSeen: (id: string) => void }) {
  const t = useTranslate();
  const { id, name, bytes, done, state } = file;
  const dismiss = { onDismiss: () => onSeen(id), dismissLabel: t('job.gotIt') };
  if (state === 'adding') {
    const title = t('ownFile.adding', { name });
    return (
      <div className={styles.adding} role="status">
        <span>{title}</span>
        <ProgressBar label={title} done={done} total={bytes} />
        <span className={styles.size}>{`${formatBytes(done)} / ${formatBytes(bytes)}`}</span>
      </div>
    );
  }
  if (state === 'added') {
    return (
      <Notice tone="ok" title={t('ownFile.added', { name })} {...dismiss}>
        {t('ownFile.addedText')}
      </Notice>
    );
  }
  return (
    <Notice tone="error" title={t('ownFile.refused', { name })} {...dismiss}>
      {t(`error.${state}` as MessageKey)}
    </Notice>
  );
}
