import { Check } from 'lucide-react';
import type { MessageKey } from '../../lib/i18n/translate.ts';
import type { ErrorCode } from '../../lib/shared/errors.ts';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './RedactionEditor.module.css';

export interface SaveCardProps {
  /** How many texts and boxes will be covered. */
  wordCount: number;
  boxCount: number;
  /** Where words are on the pictures is not known: a capture of an earlier version, or a photo. */
  lacksPositions: boolean;
  /** The capture has a copy of the page, which cannot be covered. */
  hasPageCopy: boolean;
  isSaving: boolean;
  failure: ErrorCode | null;
  onSave: () => void;
  onCancel: () => void;
  /** Takes the covering back; only where there is one. */
  onRemove?: () => void;
}

/** What will be covered and what that means, and the buttons that do it. */
export function SaveCard(props: SaveCardProps) {
  const { wordCount, boxCount, lacksPositions, hasPageCopy, isSaving, failure, onSave, onCancel, onRemove } = props;
  const t = useTranslate();
  return (
    <Card title={t('redaction.result')}>
      <div className={styles.save}>
        <p>{t('redaction.summary', { words: wordCount, boxes: boxCount })}</p>
        <p className={styles.hint}>{t('redaction.meaning')}</p>
        {lacksPositions && <Notice tone="info">{t('redaction.lacksPositions')}</Notice>}
        {hasPageCopy && <Notice tone="info">{t('redaction.pageCopy')}</Notice>}
        {failure && <Notice tone="error">{t(`error.${failure}` as MessageKey)}</Notice>}
        <p className={styles.buttons}>
          <Button
            kind="primary"
            icon={<Check aria-hidden="true" />}
            disabled={isSaving || wordCount + boxCount === 0}
            onClick={onSave}
          >
            {t(isSaving ? 'redaction.saving' : 'redaction.save')}
          </Button>
          <Button onClick={onCancel} disabled={isSaving}>
            {t('common.cancel')}
          </Button>
          {onRemove && (
            <Button kind="danger" onClick={onRemove} disabled={isSaving}>
              {t('redaction.remove')}
            </Button>
          )}
        </p>
      </div>
    </Card>
  );
}
