import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import type { MessageKey } from '../../lib/i18n/translate.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import styles from './CaseMenu.module.css';

/** What can be done with a case as a whole. */
export type CaseAction = 'rename' | 'close' | 'reopen' | 'merge' | 'split' | 'delete';

interface CaseMenuProps {
  actions: readonly CaseAction[];
  onChoose: (action: CaseAction) => void;
}

/** The things done rarely, behind one button; Escape and a click elsewhere fold them away. */
export function CaseMenu({ actions, onChoose }: CaseMenuProps) {
  const t = useTranslate();
  const id = useId();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const choose = (action: CaseAction) => {
    setOpen(false);
    button.current?.focus();
    onChoose(action);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !open) return;
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens to what happens in its buttons.
    <div
      className={styles.menu}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => !currentTarget.contains(relatedTarget) && setOpen(false)}
    >
      <Button
        ref={button}
        kind="quiet"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
        icon={<ChevronDown aria-hidden="true" />}
      >
        {t('caseMenu.open')}
      </Button>
      <ul id={id} className={styles.list} hidden={!open}>
        {actions.map((action) => (
          <li key={action}>
            <button
              type="button"
              className={action === 'delete' ? styles.danger : undefined}
              onClick={() => choose(action)}
            >
              {t(WORDS[action])}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

const WORDS: Record<CaseAction, MessageKey> = {
  rename: 'caseMenu.rename',
  close: 'caseMenu.close',
  reopen: 'caseMenu.reopen',
  merge: 'caseMenu.merge',
  split: 'caseMenu.split',
  delete: 'caseMenu.delete',
};
