import { Download, ExternalLink } from 'lucide-react';
import { useState } from 'react';
import type { Capture, FileKind, OwnFile } from '../../lib/evidence/types.ts';
import { formatBytes, formatMinute } from '../../lib/i18n/format.ts';
import type { NeedId } from '../../lib/stages/rules/evidence/index.ts';
import type { Seal } from '../../lib/stamps/seal.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { FileIcon } from './FileIcon.tsx';
import { FileWords } from './FileWords.tsx';
import ownStyles from './OwnFileViewer.module.css';
import { PictureStage } from './PictureStage.tsx';
import { RedactionLine, type RedactionLineProps } from './RedactionLine.tsx';
import { SealLine } from './SealLine.tsx';
import { StageBar } from './StageBar.tsx';
import { StagePicture } from './StagePicture.tsx';
import { useStage } from './use-stage.ts';
import { DeleteButton, StoredFiles } from './viewer-parts.tsx';

interface OwnFileViewerProps {
  capture: Capture;
  own: OwnFile;
  /** Where the browser has the original, null while it is being fetched. */
  address: string | null;
  /** The covered copy of a picture; null when nothing is covered or the original is looked at. */
  coveredAddress?: string | null;
  /** What is covered and how to change it, of a picture. */
  redaction?: RedactionLineProps;
  /** What the file can prove in its case. */
  needs: readonly NeedId[];
  /** Absent while it is looked up. */
  seal?: Seal | undefined;
  onSave: () => void;
  onDescribe: (said: Pick<OwnFile, 'proves' | 'description'>) => Promise<void>;
  onClose: () => void;
  onDelete?: () => void;
}

/** What a tab shows under the policy of our pages, without running anything of it; their viewer of PDFs does not. */
const SHOWN_BY_BROWSER: readonly FileKind[] = ['picture', 'video', 'audio'];

/** A file of the user's in full: what it is, its three times, what it proves, the original. */
export function OwnFileViewer({
  capture,
  own,
  address,
  coveredAddress = null,
  redaction,
  needs,
  seal,
  onSave,
  onDescribe,
  onClose,
  onDelete,
}: OwnFileViewerProps) {
  const t = useTranslate();
  const bytes = capture.artifacts.find(({ role }) => role === 'own')?.bytes ?? 0;
  return (
    <Dialog title={own.name} note={`${t(`fileKind.${own.kind}`)} · ${formatBytes(bytes)}`} isWide onClose={onClose}>
      {redaction && own.kind === 'picture' && <RedactionLine {...redaction} />}
      <Preview key={coveredAddress ?? address} own={own} address={coveredAddress ?? address} />
      <div className={ownStyles.actions}>
        {address && SHOWN_BY_BROWSER.includes(own.kind) && (
          <a className={ownStyles.open} href={address} target="_blank" rel="noreferrer">
            <ExternalLink aria-hidden="true" /> {t('ownFile.open')}
          </a>
        )}
        <Button icon={<Download aria-hidden="true" />} onClick={onSave} disabled={address === null}>
          {t('ownFile.save')}
        </Button>
      </div>
      <Times capture={capture} own={own} />
      {seal && <SealLine seal={seal} />}
      <FileWords own={own} needs={needs} onDescribe={onDescribe} />
      <StoredFiles capture={capture} />
      {onDelete && <DeleteButton onDelete={onDelete} />}
    </Dialog>
  );
}

/** A picture that this browser cannot decode falls back to its sign. */
function Preview({ own, address }: Pick<OwnFileViewerProps, 'own' | 'address'>) {
  const t = useTranslate();
  const stage = useStage();
  const [isShown, setShown] = useState(true);
  if (own.kind !== 'picture' || !address || !isShown) {
    return (
      <div className={ownStyles.sign}>
        <FileIcon kind={own.kind} />
      </div>
    );
  }
  const alt = t('ownFile.pictureAlt', { name: own.name });
  return (
    <>
      <StageBar stage={stage} count={1} />
      <PictureStage stage={stage} label={alt} canPan>
        <StagePicture address={address} alt={alt} onError={() => setShown(false)} />
      </PictureStage>
    </>
  );
}

/** Three times that are not the same thing: what the file says, what the file system says, and when it was added. */
function Times({ capture, own }: Pick<OwnFileViewerProps, 'capture' | 'own'>) {
  const t = useTranslate();
  const { recordedAt, modifiedAt } = own;
  const rows = [
    [t('ownFile.recordedAt'), recordedAt ? recordedWords(t, recordedAt) : t('ownFile.notRecorded')],
    [t('ownFile.modifiedAt'), modifiedAt === null ? t('ownFile.notRecorded') : formatMinute(modifiedAt)],
    [t('ownFile.addedAt'), formatMinute(capture.takenAt)],
  ] as const;
  return (
    <dl className={ownStyles.times}>
      {rows.map(([label, words]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}

function recordedWords(t: ReturnType<typeof useTranslate>, { text, zone }: NonNullable<OwnFile['recordedAt']>): string {
  return zone ? t('ownFile.inZone', { time: text, zone }) : t('ownFile.withoutZone', { time: text });
}
