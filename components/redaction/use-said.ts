import { useState } from 'react';
import type { Translate } from '../../lib/i18n/translate.ts';
import type { EditAction, EditState } from '../../lib/redaction/edit.ts';
import { useTranslate } from '../translate.tsx';

/** Tells in words what an action did, for those who do not see the boxes. */
export function useSaid(state: EditState, onEdit: (action: EditAction) => void) {
  const t = useTranslate();
  const [said, setSaid] = useState('');
  const edit = (action: EditAction) => {
    onEdit(action);
    const words = wordsOf(t, state, action);
    if (words !== null) setSaid(words);
  };
  return { said, edit };
}

/** Null for what a screen reader tells by itself. */
function wordsOf(t: Translate, { draft, past, future }: EditState, action: EditAction): string | null {
  switch (action.type) {
    case 'add':
      return t('redaction.said.added', { count: draft.boxes.length + 1 });
    case 'remove':
      return t('redaction.said.removed', { count: draft.boxes.length - 1 });
    case 'change': {
      const { left, top, width, height } = action.box;
      return t('redaction.said.place', { left, top, width, height });
    }
    case 'undo':
      return past.length > 0 ? t('redaction.said.undone') : null;
    case 'redo':
      return future.length > 0 ? t('redaction.said.redone') : null;
    default:
      return null;
  }
}
