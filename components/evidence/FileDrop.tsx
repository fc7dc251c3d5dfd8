import { FilePlus2 } from 'lucide-react';
import { type DragEvent, useEffect, useRef, useState } from 'react';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './FileDrop.module.css';

/** Where files are dropped or chosen, by mouse or keyboard. */
export function FileDrop({ onAdd }: { onAdd: (files: readonly File[]) => void }) {
  const t = useTranslate();
  const [isOver, setIsOver] = useState(false);
  useStrayDrops();
  const over = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    if (event.dataTransfer.files.length > 0) onAdd([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button inside is everybody's.
    <div
      className={`${styles.drop} ${isOver ? styles.over : ''}`}
      onDragOver={over}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      <p>{t('ownFile.drop')}</p>
      <FilePicker label={t('ownFile.choose')} onAdd={onAdd}>
        {t('ownFile.choose')}
      </FilePicker>
      <p className={styles.hint}>{t('ownFile.kept')}</p>
    </div>
  );
}

interface FilePickerProps {
  /** What the button does, for somebody who does not see where it stands. */
  label: string;
  quiet?: boolean;
  children: string;
  onAdd: (files: readonly File[]) => void;
}

/** A button that opens the browser's own dialog for files. The same file can be chosen again. */
export function FilePicker({ label, quiet = false, children, onAdd }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        onChange={({ target }) => {
          const files = [...(target.files ?? [])];
          target.value = '';
          if (files.length > 0) onAdd(files);
        }}
      />
      <Button
        kind={quiet ? 'quiet' : 'secondary'}
        icon={quiet ? undefined : <FilePlus2 aria-hidden="true" />}
        aria-label={label}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
    </>
  );
}

/** A file that is dropped beside the box would open in place of this page. */
function useStrayDrops(): void {
  useEffect(() => {
    const stop = (event: Event) => event.preventDefault();
    window.addEventListener('dragover', stop);
    window.addEventListener('drop', stop);
    return () => {
      window.removeEventListener('dragover', stop);
      window.removeEventListener('drop', stop);
    };
  }, []);
}
