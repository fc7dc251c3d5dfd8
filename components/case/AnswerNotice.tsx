import type { Case, PickedPlace } from '../../lib/cases/types.ts';
import { useTranslate } from '../translate.tsx';
import { Notice } from '../ui/Notice.tsx';
import { ClashNotice } from './ClashNotice.tsx';

/** What the editor has to say besides its input. */
export type Answer =
  | { state: 'none' | 'problem' | 'picking' | 'saving' }
  | { state: 'nothingRead'; place: PickedPlace }
  | { state: 'noGrant' | 'protected' }
  | { state: 'clash'; other: Case };

interface AnswerNoticeProps {
  answer: Answer;
  label: string;
  shortcut: string | null;
  onCancelPick: (() => void) | undefined;
}

/** What came of pointing at the page or of saving, and what to do next. */
export function AnswerNotice({ answer, label, shortcut, onCancelPick }: AnswerNoticeProps) {
  const t = useTranslate();
  switch (answer.state) {
    case 'picking':
      return (
        <Notice
          tone="info"
          {...(onCancelPick && { onDismiss: onCancelPick })}
          dismissLabel={t('correction.pickCancel')}
        >
          {t('correction.picking', { what: label })}
        </Notice>
      );
    case 'nothingRead':
      return <Notice tone="info">{t('correction.nothingRead', { what: label, text: answer.place.text })}</Notice>;
    case 'noGrant':
      return (
        <Notice tone="info" title={t('correction.gestureTitle')}>
          {t('correction.gestureText', { keys: shortcut || 'Alt+Shift+S' })}
        </Notice>
      );
    case 'protected':
      return <Notice tone="error">{t('correction.protected')}</Notice>;
    case 'clash':
      return <ClashNotice other={answer.other} />;
    default:
      return null;
  }
}
