import type { Capture } from '../../lib/evidence/types.ts';
import { useTranslate } from '../translate.tsx';
import { Card } from '../ui/Card.tsx';
import { Toggle } from '../ui/Toggle.tsx';
import styles from './ExportForm.module.css';

interface CoveredChoiceProps {
  /** The captures that go into the bundle. */
  chosen: readonly Capture[];
  withOriginals: boolean;
  onChange: (withOriginals: boolean) => void;
}

/** Says whether personal data is covered in what is handed out, and lets the originals in for those who ask for them. */
export function CoveredChoice({ chosen, withOriginals, onChange }: CoveredChoiceProps) {
  const t = useTranslate();
  const count = chosen.filter(({ redaction }) => redaction !== null).length;
  return (
    <Card title={t('export.redaction')}>
      <p className={styles.hint}>
        {t(count > 0 ? 'export.redacted' : 'export.notRedacted', { count, total: chosen.length })}
      </p>
      {count > 0 && (
        <Toggle
          label={t('export.withOriginals')}
          why={t('export.withOriginalsWhy')}
          checked={withOriginals}
          onChange={onChange}
        />
      )}
    </Card>
  );
}
