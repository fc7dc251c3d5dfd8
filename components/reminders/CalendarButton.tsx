import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './CalendarButton.module.css';

/** Saves the coming deadlines of all cases for a calendar; says what to do with the file, or that there was nothing. */
export function CalendarButton({ onSave }: { onSave: () => Promise<boolean> }) {
  const t = useTranslate();
  const [saved, setSaved] = useState<boolean | null>(null);
  return (
    <div className={styles.row}>
      <Button kind="quiet" icon={<CalendarPlus aria-hidden="true" />} onClick={() => void onSave().then(setSaved)}>
        {t('calendar.saveAll')}
      </Button>
      {saved !== null && (
        <p role="status" className={styles.muted}>
          {t(saved ? 'calendar.saved' : 'calendar.nothing')}
        </p>
      )}
    </div>
  );
}
