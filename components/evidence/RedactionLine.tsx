import { Eye, EyeOff } from 'lucide-react';
import { formatMinute } from '../../lib/i18n/format.ts';
import type { Instant } from '../../lib/shared/time.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './RedactionLine.module.css';

export interface RedactionLineProps {
  /** When it was covered; null when nothing is. */
  coveredAt: Instant | null;
  /** The originals are being looked at. */
  showsOriginal: boolean;
  onShowOriginal: (original: boolean) => void;
  /** Opens the editor. */
  onEdit: () => void;
}

/** Whether personal data is covered in what is shown, and the way to cover it. */
export function RedactionLine({ coveredAt, showsOriginal, onShowOriginal, onEdit }: RedactionLineProps) {
  const t = useTranslate();
  return (
    <div className={styles.line}>
      {coveredAt !== null && (
        <>
          <span>
            {t(showsOriginal ? 'redaction.original' : 'redaction.covered', { time: formatMinute(coveredAt) })}
          </span>
          <Button
            kind="quiet"
            icon={showsOriginal ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
            onClick={() => onShowOriginal(!showsOriginal)}
          >
            {t(showsOriginal ? 'redaction.showCovered' : 'redaction.showOriginal')}
          </Button>
        </>
      )}
      <Button kind="quiet" onClick={onEdit}>
        {t(coveredAt === null ? 'redaction.begin' : 'redaction.change')}
      </Button>
    </div>
  );
}
