import { formatBytes } from '../../lib/i18n/format.ts';
import type { MessageKey } from '../../lib/i18n/translate.ts';
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

/** How far each file is, and how it ended: those that were kept in one notice, each that was not with its reason. */
export function FileNotices({ files, onSeen }: { files: readonly FileNews[]; onSeen: (id: string) => void }) {
  const added = files.filter(({ state }) => state === 'added');
  return (
    <>
      {added.length > 0 && <Added files={added} onSeen={onSeen} />}
      {files
        .filter(({ state }) => state !== 'added')
        .map((file) => (
          <FileNotice key={file.id} file={file} onSeen={onSeen} />
        ))}
    </>
  );
}

function Added({ files, onSeen }: { files: readonly FileNews[]; onSeen: (id: string) => void }) {
  const t = useTranslate();
  const names = files.map(({ name }) => name).join(t('common.comma'));
  const dismiss = () => {
    for (const { id } of files) onSeen(id);
  };
  return (
    <Notice tone="ok" title={t('ownFile.added', { names })} onDismiss={dismiss} dismissLabel={t('job.gotIt')}>
      {t('ownFile.addedText')}
    </Notice>
  );
}

function FileNotice({ file, onSeen }: { file: FileNews; onSeen: (id: string) => void }) {
  const t = useTranslate();
  const { id, name, bytes, done, state } = file;
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
  return (
    <Notice
      tone="error"
      title={t('ownFile.refused', { name })}
      onDismiss={() => onSeen(id)}
      dismissLabel={t('job.gotIt')}
    >
      {t(`error.${state}` as MessageKey)}
    </Notice>
  );
}
