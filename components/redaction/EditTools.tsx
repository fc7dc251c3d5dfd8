import { Eye, Redo2, SquarePlus, Undo2 } from 'lucide-react';
import type { EditAction } from '../../lib/redaction/edit.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './RedactionEditor.module.css';

interface EditToolsProps {
  canUndo: boolean;
  canRedo: boolean;
  isPreview: boolean;
  onAddBox: () => void;
  onEdit: (action: EditAction) => void;
  onPreview: (isPreview: boolean) => void;
}

/** What the editor does to its pictures, besides their size. */
export function EditTools({ canUndo, canRedo, isPreview, onAddBox, onEdit, onPreview }: EditToolsProps) {
  const t = useTranslate();
  return (
    <span className={styles.tools}>
      <Button kind="quiet" icon={<SquarePlus aria-hidden="true" />} disabled={isPreview} onClick={onAddBox}>
        {t('redaction.addBox')}
      </Button>
      <Button
        kind="quiet"
        icon={<Undo2 aria-hidden="true" />}
        disabled={!canUndo}
        onClick={() => onEdit({ type: 'undo' })}
      >
        {t('redaction.undo')}
      </Button>
      <Button
        kind="quiet"
        icon={<Redo2 aria-hidden="true" />}
        disabled={!canRedo}
        onClick={() => onEdit({ type: 'redo' })}
      >
        {t('redaction.redo')}
      </Button>
      <Button
        kind="quiet"
        icon={<Eye aria-hidden="true" />}
        aria-pressed={isPreview}
        onClick={() => onPreview(!isPreview)}
      >
        {t('redaction.preview')}
      </Button>
    </span>
  );
}
