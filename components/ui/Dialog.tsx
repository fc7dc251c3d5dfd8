import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTranslate } from '../translate.tsx';
import { Button } from './Button.tsx';
import styles from './Dialog.module.css';

/** A question or a form over the view; Escape and the cross leave it without doing anything. */
export function Dialog({ title, onClose, children }: { title: string; onClose: () => void; children: ReactNode }) {
  const t = useTranslate();
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className={styles.dialog} onClose={onClose} aria-labelledby={id}>
      <div className={styles.head}>
        <h2 id={id}>{title}</h2>
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
