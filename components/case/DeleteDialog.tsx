import { useId, useState } from 'react';
import type { Case } from '../../lib/cases/types.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from '../ui/Form.module.css';
import { Notice } from '../ui/Notice.tsx';
import { caseWords } from './words.ts';

interface DeleteDialogProps {
  known: Case;
  visitCount: number;
  captureCount: number;
  failed: boolean;
  onDelete: (keepsCaptures: boolean) => void;
  onClose: () => void;
}

/** Names what would be lost, one by one, and asks what becomes of the captures. They stay unless the user says otherwise. */
export function DeleteDialog({ known, visitCount, captureCount, failed, onDelete, onClose }: DeleteDialogProps) {
  const t = useTranslate();
  const id = useId();
  const [keeps, setKeeps] = useState(true);
  const corrections = Object.keys(known.corrections).length;
  const lost = [
    t('deleteCase.pages', { count: visitCount }),
    corrections > 0 && t('deleteCase.corrections', { count: corrections }),
    known.entries.length > 0 && t('deleteCase.entries', { count: known.entries.length }),
    known.note && t('deleteCase.note'),
  ].filter((words) => typeof words === 'string' && words !== '');
  return (
    <Dialog title={t('deleteCase.title')} onClose={onClose}>
      <div className={styles.form}>
        <p>
          <strong>{caseWords(t, known).title}</strong>
        </p>
        <div>
          <p>{t('deleteCase.lost')}</p>
          <ul className={styles.list}>
            {lost.map((words) => (
              <li key={String(words)}>{words}</li>
            ))}
          </ul>
        </div>
        {captureCount > 0 && (
          <fieldset className={styles.group}>
            <legend>{t('deleteCase.captures', { count: captureCount })}</legend>
            {([true, false] as const).map((choice) => (
              <label key={String(choice)} className={styles.check}>
                <input type="radio" name={id} checked={keeps === choice} onChange={() => setKeeps(choice)} />
                <span>{t(choice ? 'deleteCase.keepCaptures' : 'deleteCase.dropCaptures')}</span>
              </label>
            ))}
          </fieldset>
        )}
        <p className={styles.hint}>{t('deleteCase.log')}</p>
        {failed && <Notice tone="error">{t('caseMenu.failed')}</Notice>}
        <div className={styles.buttons}>
          <Button kind="danger" onClick={() => onDelete(keeps)}>
            {t('deleteCase.do')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
