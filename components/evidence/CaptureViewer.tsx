import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Capture } from '../../lib/evidence/types.ts';
import { formatBytes, formatMinute } from '../../lib/i18n/format.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './CaptureViewer.module.css';

interface CaptureViewerProps {
  capture: Capture;
  /** Addresses of the pictures, in reading order. */
  pictures: readonly string[];
  onClose: () => void;
  onDelete?: () => void;
}

/** One capture in full: pictures, where and when it was taken, what it lacks, the digest of every file. */
export function CaptureViewer({ capture, pictures, onClose, onDelete }: CaptureViewerProps) {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const kind = t(`pageKind.${capture.pageKind ?? 'other'}`);
  return (
    <dialog ref={dialog} className={styles.dialog} onClose={onClose} aria-label={kind}>
      <div className={styles.head}>
        <div>
          <h2>{kind}</h2>
          <p className={styles.muted}>
            {formatMinute(capture.takenAt)} · {capture.title}
          </p>
        </div>
        <Button
          kind="quiet"
          icon={<X aria-hidden="true" />}
          onClick={() => dialog.current?.close()}
          aria-label={t('common.close')}
        />
      </div>
      <p className={styles.address}>{capture.url}</p>
      {capture.gaps.length > 0 && <Gaps capture={capture} />}
      <div className={styles.pictures}>
        {pictures.map((address) => (
          <img key={address} src={address} alt={t('capture.imageAlt', { kind })} />
        ))}
      </div>
      <Files capture={capture} />
      {onDelete && <DeleteButton onDelete={onDelete} />}
    </dialog>
  );
}

function Gaps({ capture }: { capture: Capture }) {
  const t = useTranslate();
  return (
    <div className={styles.gaps}>
      {t('gap.title')}
      <ul>
        {capture.gaps.map((gap) => (
          <li key={gap}>{t(`gap.${gap}`)}</li>
        ))}
      </ul>
    </div>
  );
}

function Files({ capture }: { capture: Capture }) {
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

function DeleteButton({ onDelete }: { onDelete: () => void }) {
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
