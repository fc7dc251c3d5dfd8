import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslate } from '../translate.tsx';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

interface DialogProps {
  title: string;
  /** A line under the title. */
  note?: ReactNode;
  /** Room for pictures. */
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A question, a form or something in full over the view; Escape and the cross leave it without doing anything. */
export function Dialog({ title, note, isWide = false, onClose, children }: DialogProps) {
  const t = useTranslate();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className={`${styles.dialog} ${isWide ? styles.wide : ''}`}
      onClose={onClose}
      aria-labelledby={id}
    >
      <div className={styles.head}>
        <div>
          <h2 id={id}>{title}</h2>
          {note && <p className={styles.note}>{note}</p>}
        </div>
        <Button
          kind="quiet"
          icon={<X aria-hidden="true" />}
          onClick={() => dialog.current?.close()}
          aria-label={t('common.close')}
        />
      </div>
      {children}
    </dialog>
  );
}
