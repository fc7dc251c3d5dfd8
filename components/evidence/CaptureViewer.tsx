import type { Capture } from '../../lib/evidence/types.ts';
import { formatMinute } from '../../lib/i18n/format.ts';
import type { Seal } from '../../lib/stamps/seal.ts';
import { useTranslate } from '../translate.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './CaptureViewer.module.css';
import { type CaptureSaid, CaptureWords } from './CaptureWords.tsx';
import { GapList } from './GapList.tsx';
import { PictureStage } from './PictureStage.tsx';
import { RedactionLine, type RedactionLineProps } from './RedactionLine.tsx';
import { SealLine } from './SealLine.tsx';
import { StageBar } from './StageBar.tsx';
import { StagePicture } from './StagePicture.tsx';
import { useStage } from './use-stage.ts';
import { DeleteButton, StoredFiles } from './viewer-parts.tsx';

interface CaptureViewerProps {
  capture: Capture;
  /** Addresses of the pictures, in reading order. */
  pictures: readonly string[];
  onDescribe: (said: CaptureSaid) => Promise<void>;
  /** Absent while it is looked up. */
  seal?: Seal | undefined;
  /** What is covered and how to change it; absent where it cannot be. */
  redaction?: RedactionLineProps;
  onClose: () => void;
  onDelete?: () => void;
}

/** One capture in full: pictures, where and when it was taken, what it lacks, the digest of every file. */
export function CaptureViewer({
  capture,
  pictures,
  seal,
  redaction,
  onDescribe,
  onClose,
  onDelete,
}: CaptureViewerProps) {
  const t = useTranslate();
  const stage = useStage();
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
      {redaction && <RedactionLine {...redaction} />}
      <StageBar stage={stage} count={pictures.length} />
      <PictureStage stage={stage} label={t('capture.imageAlt', { kind })} canPan>
        {pictures.map((address) => (
          <StagePicture key={address} address={address} alt={t('capture.imageAlt', { kind })} />
        ))}
      </PictureStage>
      <CaptureWords capture={capture} onDescribe={onDescribe} />
      <StoredFiles capture={capture} />
      {onDelete && <DeleteButton onDelete={onDelete} />}
    </Dialog>
  );
}
