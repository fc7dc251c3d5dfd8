import { ListPlus } from 'lucide-react';
import { useTranslate } from '../translate.tsx';
import { Button } from '../ui/Button.tsx';
import { Card } from '../ui/Card.tsx';
import { Notice } from '../ui/Notice.tsx';
import styles from './ImportRows.module.css';

export type ImportState = 'ready' | 'running' | 'failed' | { opened: number };

interface ImportRowsProps {
  kind: 'orders' | 'refunds';
  count: number;
  /** Rows that have a case already. */
  known: number;
  /** The list may hold more than is loaded. */
  partial: boolean;
  state: ImportState;
  onImport: () => void;
}

/** A list of orders or refunds: all of its rows become cases with one click; those that are cases already follow the list by themselves. */
export function ImportRows({ kind, count, known, partial, state, onImport }: ImportRowsProps) {
  const t = useTranslate();
  const left = count - known;
  return (
    <Card title={t(`import.${kind}`, { count })}>
      <p className={styles.words}>
        {t('import.known', { known })} {partial && t('import.partial')}
      </p>
      {typeof state === 'object' && <Notice tone="info">{t('import.done', { count: state.opened })}</Notice>}
      {state === 'failed' && <Notice tone="error">{t('import.failed')}</Notice>}
      {left > 0 && (
        <Button icon={<ListPlus aria-hidden="true" />} onClick={onImport} disabled={state === 'running'}>
          {t('import.start', { count: left })}
        </Button>
      )}
    </Card>
  );
}
