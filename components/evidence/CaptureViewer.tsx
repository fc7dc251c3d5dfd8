import type { Capture } from '../../lib/evidence/types.ts';
import { formatMinute } from '../../lib/i18n/format.ts';
import type { Seal } from '../../lib/stamps/seal.ts';
import { useTranslate } from '../translate.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './CaptureViewer.module.css';
import { type CaptureSaid, CaptureWords } from './CaptureWords.tsx';
import { GapList } from './GapList.tsx';
import { SealLine } from './SealLine.tsx';
import { DeleteButton, StoredFiles } from './viewer-parts.tsx';

interface CaptureViewerProps {
  capture: Capture;
  /** Addresses of the pictures, in reading order. */
  pictures: readonly string[];
  onDescribe: (said: CaptureSaid) => Promise<void>;
  /** Absent while it is looked up. */
  seal?: Seal | undefined;
  onClose: () => void;
  onDelete?: () => void;
}

/** One capture in full: pictures, where and when it was taken, what it lacks, the digest of every file. */
export function CaptureViewer({ capture, pictures, seal, onDescribe, onClose, onDelete }: CaptureViewerProps) {
  const t = useTranslate();
  const kind = t(`pageKind.${capture.pageKind ?? 'other'}`);
  return (
    <Dialog title={kind} note={`${formatMinute(capture.takenAt)} · ${capture.title}`} isWide onClose={onClose}>
      <p className={styles.address}>{capture.url}</p>
      {seal && <SealLine seal={seal} />}
      {capture.gaps.length > 0 && (
        <div className={styles.gaps}>
          <GapList gaps={capture.gaps} />
        </div>
      )}
      <div className={styles.pictures}>
        {pictures.map((address) => (
          <img key={address} src={address} alt={t('capture.imageAlt', { kind })} />
        ))}
      </div>
      <CaptureWords capture={capture} onDescribe={onDescribe} />
      <StoredFiles capture={capture} />
      {onDelete && <DeleteButton onDelete={onDelete} />}
    </Dialog>
  );
}
