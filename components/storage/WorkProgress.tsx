import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { ProgressBar } from '../ui/ProgressBar.tsx';
import styles from './Storage.module.css';

interface WorkProgressProps {
  label: string;
  done: number;
  total: number;
  onStop: () => void;
}

/** How far long work is, and how to stop it. */
export function WorkProgress({ label, done, total, onStop }: WorkProgressProps) {
  const t = useTranslate();
  const percent = total > 0 ? ` ${Math.floor((100 * done) / total)}%` : '';
  return (
    <div className={styles.work}>
      <ProgressBar label={label} done={done} total={total} />
      <div className={styles.row}>
        <span role="status">
          {label}
          {percent}
        </span>
        <Button kind="quiet" onClick={onStop}>
          {t('common.cancel')}
        </Button>
      </div>
    </div>
  );
}
