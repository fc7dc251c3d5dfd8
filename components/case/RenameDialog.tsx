import { type FormEvent, useId, useState } from 'react';
import type { Case } from '../../lib/cases/types.ts';
import { normalizeSpace } from '../../lib/shared/text.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from '../ui/Form.module.css';
import { caseWords } from './words.ts';

interface RenameDialogProps {
  known: Case;
  /** Null gives the case the name of its goods again. */
  onRename: (name: string | null) => void;
  onClose: () => void;
}

const MAX_LENGTH = 80;

/** What the user calls a case; the goods stay beside it. */
export function RenameDialog({ known, onRename, onClose }: RenameDialogProps) {
  const t = useTranslate();
  const id = useId();
  const [name, setName] = useState(known.name ?? '');
  const save = (event: FormEvent) => {
    event.preventDefault();
    onRename(normalizeSpace(name) || null);
  };
  return (
    <Dialog title={t('caseMenu.rename')} onClose={onClose}>
      <form className={styles.form} onSubmit={save}>
        <div className={styles.field}>
          <label htmlFor={id}>{t('caseMenu.name')}</label>
          <input
            id={id}
            type="text"
            autoComplete="off"
            maxLength={MAX_LENGTH}
            placeholder={caseWords(t, { ...known, name: null }).title}
            aria-describedby={`${id}hint`}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <p id={`${id}hint`} className={styles.hint}>
            {t('caseMenu.nameHint')}
          </p>
        </div>
        <div className={styles.buttons}>
          <Button type="submit" kind="primary">
            {t('entry.save')}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
